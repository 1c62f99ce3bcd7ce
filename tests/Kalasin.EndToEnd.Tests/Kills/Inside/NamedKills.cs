using System.Text.Json;

namespace Kalasin.EndToEnd.Tests.Kills.Inside;

/// <summary>The harness's side of <see cref="Points"/>: orders a death, and knows at which points programs died so far.</summary>
internal sealed class NamedKills(TemporaryFolder folder, Deaths deaths)
{
    private readonly string place = Directory.CreateDirectory(folder.File("points")).FullName;

    public IEnumerable<(string Name, string Value)> Told(DateTimeOffset now) => PointedProgram.Told(place, now);

    /// <summary>One of the programs dies at a point, if there is one where none has died yet.</summary>
    /// <param name="skip">How many of those it passes before.</param>
    /// <param name="patience">How many others it passes, before it dies at one of them all the same.</param>
    public void Order(int skip, int patience)
    {
        var order = new Order(Guid.NewGuid(), [.. deaths.At.Keys], patience, skip);
        var made = Path.Combine(place, "made");
        File.WriteAllBytes(made, JsonSerializer.SerializeToUtf8Bytes(order));
        File.Move(made, Path.Combine(place, Inside.Order.File), overwrite: true);
    }

    /// <summary>Takes the order back.</summary>
    /// <returns>Where a program died; null if none came to such a point.</returns>
    public string? Withdraw()
    {
        File.Delete(Path.Combine(place, Inside.Order.File));
        var done = Path.Combine(place, Inside.Order.Done);
        var at = File.Exists(done) ? File.ReadAllText(done) : null;
        File.Delete(done);
        deaths.Count(File.Exists(Path.Combine(place, "passed")) ? File.ReadAllLines(Path.Combine(place, "passed")) : [], at);
        return at;
    }
}

/// <summary>Where programs of one or many series died.</summary>
internal sealed class Deaths
{
    /// <summary>How often at which point.</summary>
    public SortedDictionary<string, int> At { get; } = new(StringComparer.Ordinal);

    /// <summary>All points that were passed.</summary>
    public SortedSet<string> Passed { get; } = new(StringComparer.Ordinal);

    public void Count(IEnumerable<string> passed, string? at)
    {
        Passed.UnionWith(passed);
        if (at is not null) At[at] = At.GetValueOrDefault(at) + 1;
    }

    public override string ToString() =>
        $"{At.Values.Sum()} kills at {At.Count} named points of {Passed.Count} that were passed: {string.Join("; ", At.Select(p => $"{p.Key} ({p.Value})"))}"
        + $"\nnever at: {string.Join("; ", Passed.Except(At.Keys))}";
}
