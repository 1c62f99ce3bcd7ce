using System.Text.Json;
using Kalasin.EndToEnd.Tests.Hosting;
using Kalasin.EndToEnd.Tests.Infra;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>
/// One installation whose programs are killed again and again, under load and while they come up; after each kill every
/// invariant is checked on what is kept, and after each start on what the program then says.
/// </summary>
internal sealed class KillSeries
{
    private readonly PublishedProgram published;
    private readonly InstallationUnderTest installation;
    private readonly Random random;
    private readonly Journal journal = new();
    private readonly Senders senders;
    private Kept before = new();

    public KillSeries(PublishedProgram published, InstallationUnderTest installation, int seed)
    {
        (this.published, this.installation, random) = (published, installation, new(seed));
        senders = new(random, journal, installation);
    }

    /// <summary>What happened, in numbers.</summary>
    public KillFigures Figures { get; private set; } = new();

    /// <returns>What is broken, after the first kill that broke it; empty when all is well.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(int kills)
    {
        for (var kill = 1; kill <= kills; kill++)
        {
            var broken = random.Next(4) == 0 && kill > 1 ? await DieComingUpAsync() : await DieUnderLoadAsync();
            if (broken.Count > 0) return [.. broken.Select(b => $"kill {kill}: {b}")];
        }
        await using var last = await LaunchAsync();
        return [.. (await ComeUpAsync(last, repeatAll: true)).Select(b => $"at the end: {b}")];
    }

    private async Task<IReadOnlyList<string>> DieComingUpAsync()
    {
        await using var programs = await LaunchAsync();
        var comingUp = Task.Run(async () =>
        {
            if ((await Task.WhenAll(programs.All.Select(p => p.ReadyAsync()))).All(ready => ready)) await senders.SettleAsync(programs.All);
        });
        await KillAsync(programs, comingUp, milliseconds: 1500, steps: 150);
        return await CheckAsync(underLoad: false);
    }

    private async Task<IReadOnlyList<string>> DieUnderLoadAsync()
    {
        await using var programs = await LaunchAsync();
        if (await ComeUpAsync(programs) is { Count: > 0 } broken) return broken;
        var (burst, steps) = random.Next(5) switch
        {
            0 => (await senders.TickWithWorkAsync(programs.All), 60),
            1 when journal.Import is null => (await senders.BringAsync(programs.All), 150),
            2 => (senders.Each(programs.All, before.Fold()), 100),
            _ => (await MuchAsync(programs), 400),
        };
        await KillAsync(programs, burst, milliseconds: 500, steps);
        return await CheckAsync(underLoad: true);
    }

    private async Task<Task> MuchAsync(RunningPrograms programs)
    {
        await senders.DropAsync(random.Next(7));
        return senders.Burst(programs.All, before.Fold());
    }

    /// <summary>Starts, sends again what was not answered, and holds what the program says against what is kept.</summary>
    private async Task<IReadOnlyList<string>> ComeUpAsync(RunningPrograms programs, bool repeatAll = false)
    {
        foreach (var program in programs.All)
            if (!await program.ReadyAsync()) return ["it ended by itself before it answered"];
        await senders.SettleAsync(programs.All);
        if (repeatAll) await senders.RepeatAllAsync(programs.All);
        var settled = await installation.ReadAsync();
        await senders.TickAsync(programs.All);
        var kept = await installation.ReadAsync();
        List<string> broken = [.. Invariants.Broken(kept, journal, before, settled: true)];
        var appended = kept.Rows.Length + kept.Brought.Length - settled.Rows.Length - settled.Brought.Length;
        if (appended != 0) broken.Add($"steps: a tick with nothing to do appended {appended}");
        foreach (var program in programs.All)
        {
            if (program.Worker.HasExited) broken.Add("it ended by itself");
            else broken.AddRange(await DifferencesAsync(program, kept));
        }
        before = kept;
        if (broken.Count > 0) broken.AddRange(programs.All.Select(program => program.Worker.Printed));
        return broken;
    }

    /// <summary>What the program, which has read the log anew, says otherwise than the log.</summary>
    private static async Task<IReadOnlyList<string>> DifferencesAsync(FunctionsHost program, Kept kept)
    {
        const string round = $"/api/rounds/{InstallationUnderTest.Round}";
        var told = new List<(int, string, string)>();
        for (string? next = ""; next is not null;)
        {
            var page = await program.GetAsync($"{round}/deliveries{next}");
            told.AddRange(page.GetProperty("items").EnumerateArray().Select(d =>
                (d.GetProperty("receipt").GetInt32(), d.GetProperty("unit").GetString()!,
                    string.Join(' ', d.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("sha256").GetString())))));
            next = page.TryGetProperty("next", out var token) ? $"?next={token.GetString()}" : null;
        }
        var logged = kept.Rows.Select(row => JsonElement.Parse(row.Bytes).GetProperty("event"))
            .Where(e => e.GetProperty("kind").GetString() == "deliveryReceived").Select(e =>
                (e.GetProperty("receipt").GetInt32(), e.GetProperty("unit").GetString()!,
                    string.Join(' ', e.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("hash").GetString()))));
        var status = await program.GetAsync(round);
        return [
            .. told.SequenceEqual(logged) ? [] : (string[])["fold: the program lists other deliveries than the log"],
            .. status.GetProperty("sequence").GetInt64() == kept.Rows.Length ? [] : (string[])["fold: the program stands at another event than the log"],
        ];
    }

    private async Task<IReadOnlyList<string>> CheckAsync(bool underLoad)
    {
        var kept = await installation.ReadAsync();
        List<string> broken = [.. Invariants.Broken(kept, journal, before)];
        broken.AddRange(new DirectoryInfo(installation.Folder.File("tmp")).EnumerateFiles("*.part").Where(file => file.Length > 0).Select(
            file => $"temporary: {file.Length} bytes of what was sent are left in {file.Name}"));
        Figures = Figures.With(before, kept, journal, underLoad);
        before = kept;
        return broken;
    }

    private async Task<RunningPrograms> LaunchAsync()
    {
        var launched = await Task.WhenAll(Enumerable.Range(0, installation.Programs).Select(
            _ => FunctionsHost.LaunchAsync(published, installation.Folder, installation.Environment)));
        return new(launched);
    }

    /// <summary>
    /// Each at a moment of its own: some time after now, or before one of the steps that the storage sees, so that a slow
    /// machine too is met in the middle.
    /// </summary>
    private async Task KillAsync(RunningPrograms programs, Task meanwhile, int milliseconds, int steps)
    {
        foreach (var program in programs.All)
        {
            if (random.Next(4) == 0) _ = Task.Delay(random.Next(milliseconds)).ContinueWith(_ => program.Worker.Kill(), TaskScheduler.Default);
            else installation.Steps.After(random.Next(steps), program.Worker.Kill);
        }
        await meanwhile;
        installation.Steps.Forget();
        foreach (var program in programs.All) await program.KillAsync();
    }

    private sealed record RunningPrograms(IReadOnlyList<FunctionsHost> All) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var program in All) await program.DisposeAsync();
        }
    }
}
