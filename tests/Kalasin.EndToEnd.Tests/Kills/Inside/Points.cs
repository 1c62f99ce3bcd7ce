using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Kalasin.EndToEnd.Tests.Kills.Inside;

/// <summary>
/// The moments right before and after a call of the program to one of its ports, each with a name. At one of them, if the harness has asked for it, the
/// program kills itself: with SIGKILL, in the middle of what it does, and wherever its other threads are.
/// </summary>
internal sealed class Points(string folder)
{
    private readonly ConcurrentDictionary<string, bool> passed = new(StringComparer.Ordinal);
    private readonly Lock dying = new();
    private Order? order;
    private int skipped, spared;

    public async Task<T> AroundAsync<T>(string name, Func<Task<T>> work)
    {
        Pass($"before {name}");
        var result = await work();
        Pass($"after {name}");
        return result;
    }

    public Task AroundAsync(string name, Func<Task> work) => AroundAsync(name, async () =>
    {
        await work();
        return true;
    });

    private void Pass(string name)
    {
        if (passed.TryAdd(name, true)) File.AppendAllText(Path.Combine(folder, "passed"), $"{name}\n");
        if (!File.Exists(Path.Combine(folder, Order.File))) return;
        lock (dying)
        {
            if (Read() is not { } now) return;
            if (now.Id != order?.Id) (order, skipped, spared) = (now, 0, 0);
            if (now.Spared.Contains(name) ? spared++ < now.Patience : skipped++ < now.Skip) return;
            if (!TryClaim(name)) return;
            using var self = Process.GetCurrentProcess();
            self.Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }

    private Order? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Order>(File.ReadAllBytes(Path.Combine(folder, Order.File)));
        }
        catch (IOException)
        {
            return null; // another program took it, or nobody wants it any more
        }
    }

    /// <summary>An order is carried out by one program.</summary>
    private bool TryClaim(string name)
    {
        try
        {
            File.Move(Path.Combine(folder, Order.File), Path.Combine(folder, $"claimed-{Environment.ProcessId}"));
            File.WriteAllText(Path.Combine(folder, Order.Done), name);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}

/// <summary>That a program dies at one of its points.</summary>
/// <param name="Id">Tells it from the one before.</param>
/// <param name="Spared">Where it had better not.</param>
/// <param name="Patience">How many of those it passes, before it dies at one of them all the same.</param>
/// <param name="Skip">How many others it passes before.</param>
internal sealed record Order(Guid Id, HashSet<string> Spared, int Patience, int Skip)
{
    public const string File = "order";

    /// <summary>Says where it died.</summary>
    public const string Done = "done";
}
