using System.Text.Json;
using Kalasin.EndToEnd.Tests.Hosting;
using Kalasin.EndToEnd.Tests.Infra;
using Kalasin.Evaluation.Rounds;

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
    private int starts, inAll;

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
        inAll = kills + 1;
        for (var kill = 1; kill <= kills; kill++)
        {
            var broken = random.Next(4) == 0 && kill > 1 && !Season.IsUnderWay(before.Fold(), Season.StartOf(starts, inAll)) ? await DieComingUpAsync() : await DieUnderLoadAsync();
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
        await KillAsync(programs, () => Task.FromResult(comingUp), milliseconds: 1500, steps: 150);
        return await CheckAsync(programs, underLoad: false);
    }

    private async Task<IReadOnlyList<string>> DieUnderLoadAsync()
    {
        await using var programs = await LaunchAsync();
        if (await ComeUpAsync(programs) is { Count: > 0 } broken) return broken;
        await using var trouble = random.Next(5) < installation.TroubleInFive ? await installation.TroubleAsync(random) : null;
        var state = before.Fold();
        var isUnderWay = Season.IsUnderWay(state, installation.Now);
        await senders.SeasonAsync(programs.All, isUnderWay ? random.Next(8, 24) : random.Next(6), before: random.Next(3) > 0 ? "dispatchOrdered" : null);
        var (load, milliseconds, steps) = (isUnderWay ? 6 : random.Next(8)) switch
        {
            0 => (() => senders.TickWithWorkAsync(programs.All), 500, 60),
            1 when journal.Import is null => (() => senders.BringAsync(programs.All), 500, 150),
            2 => (() => Task.FromResult(senders.Each(programs.All, state)), 500, 100),
            3 or 4 => (() => MuchAsync(programs, state), 500, 400),
            5 => (() => MessagesAsync(programs), 2000, 200),
            _ => ((Func<Task<Task>>)(() => Task.FromResult(senders.SeasonAsync(programs.All, 5))), 3000, 200),
        };
        await KillAsync(programs, load, milliseconds, steps);
        return await CheckAsync(programs, underLoad: true);
    }

    private async Task<Task> MuchAsync(RunningPrograms programs, RoundState state)
    {
        await senders.DropAsync(random.Next(7));
        return senders.Burst(programs.All, state);
    }

    private async Task<Task> MessagesAsync(RunningPrograms programs)
    {
        await senders.WriteAsync(random.Next(1, 6));
        return senders.TicksAsync(programs.All, 3);
    }

    /// <summary>Starts, sends again what was not answered, and holds what the program says against what is kept.</summary>
    private async Task<IReadOnlyList<string>> ComeUpAsync(RunningPrograms programs, bool repeatAll = false)
    {
        foreach (var program in programs.All)
            if (!await program.ReadyAsync()) return [$"it ended by itself before it answered: {program.Worker.Printed}"];
        await senders.SettleAsync(programs.All);
        if (repeatAll) await senders.RepeatAllAsync(programs.All);
        var settled = await installation.ReadAsync();
        await senders.TickAsync(programs.All);
        var kept = await installation.ReadAsync();
        List<string> broken = [.. Invariants.Broken(kept, journal, before, settled: true)];
        // A mail server takes so many a minute, and brings back what it could not deliver when it likes.
        var appended = kept.Brought.Length - settled.Brought.Length + new KeptLog(kept.Rows[settled.Rows.Length..]).Entries
            .Count(entry => installation.Servers is null || !KeptLog.Text(entry.GetProperty("event"), "kind").StartsWith('m'));
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

    private async Task<IReadOnlyList<string>> CheckAsync(RunningPrograms programs, bool underLoad)
    {
        var kept = await installation.ReadAsync();
        List<string> broken = [.. Invariants.Broken(kept, journal, before)];
        broken.AddRange(new DirectoryInfo(installation.Folder.File("tmp")).EnumerateFiles("*.part").Where(file => file.Length > 0).Select(
            file => $"temporary: {file.Length} bytes of what was sent are left in {file.Name}"));
        Figures = Figures.With(before, kept, journal, underLoad);
        before = kept;
        if (broken.Count > 0) broken.AddRange(programs.All.Select(program => program.Worker.Printed));
        return broken;
    }

    private async Task<RunningPrograms> LaunchAsync()
    {
        var now = Season.StartOf(starts++, inAll);
        installation.StartedAt = now;
        var launched = await Task.WhenAll(Enumerable.Range(0, installation.Programs).Select(
            _ => FunctionsHost.LaunchAsync(published, installation.Folder, [.. installation.Environment, .. installation.Points.Told(now)])));
        return new(launched);
    }

    /// <summary>
    /// At a named point; or each at a moment of its own: some time after now, or before one of the steps that the storage sees, so that a slow
    /// machine too is met in the middle.
    /// </summary>
    private async Task KillAsync(RunningPrograms programs, Func<Task<Task>> load, int milliseconds, int steps)
    {
        var isNamed = random.Next(6) > 0;
        if (isNamed) installation.Points.Order(random.Next(3), random.Next(30, 300));
        var meanwhile = await load();
        foreach (var program in isNamed ? [] : programs.All)
        {
            if (random.Next(4) == 0) _ = Task.Delay(random.Next(milliseconds)).ContinueWith(_ => program.Worker.Kill(), TaskScheduler.Default);
            else installation.Steps.After(random.Next(steps), program.Worker.Kill);
        }
        await meanwhile;
        installation.Steps.Forget();
        installation.Points.Withdraw();
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
