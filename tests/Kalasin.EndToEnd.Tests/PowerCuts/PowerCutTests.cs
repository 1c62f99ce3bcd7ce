using System.Globalization;
using Kalasin.EndToEnd.Tests.Infra;
using Kalasin.EndToEnd.Tests.Kills;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;

namespace Kalasin.EndToEnd.Tests.PowerCuts;

/// <summary>
/// After a power cut at any moment of a season the disk keeps all that anybody was told, whatever it does with what was not flushed. Some of
/// the states that are possible; more with KALASIN_POWER_CUTS, of another season with KALASIN_SEED.
/// </summary>
public sealed class PowerCutTests(PublishedProgram published)
{
    private const int ManyStates = 150;

    [Fact]
    public async Task WhateverTheDiskKeeps_NothingThatWasToldIsLost()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("strace is for Linux.");
        var (most, seed) = (Number("KALASIN_POWER_CUTS") ?? Breadth.Of(usual: 30, ManyStates), Number("KALASIN_SEED") ?? 1);
        await using var season = await RecordedSeason.PlayAsync(published, seed, turns: most > ManyStates ? 3 : 1);
        var states = DiskStates.Of(season.Operations).ToList();
        var chosen = Chosen(states, most, new(seed)).ToList();
        var broken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var state in chosen)
            foreach (var wrong in await BrokenAsync(season, state))
                broken.TryAdd(wrong, $"{wrong}: power cut at {state.At.ToString(CultureInfo.InvariantCulture)}, the disk kept {state.What}");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"KALASIN_SEED={seed}: {season.Operations.Count} operations, {season.Operations.Count(o => o is Flushed)} of them flushes; {chosen.Count} states checked of {states.Count}");
        Assert.True(broken.Count == 0, string.Join('\n', broken.Values.Take(40)));
    }

    /// <summary>Spread over the whole season.</summary>
    private static IEnumerable<DiskState> Chosen(List<DiskState> states, int most, Random random) =>
        states.Count <= most ? states : states.Chunk((states.Count / most) + 1).Select(some => some[random.Next(some.Length)]);

    private static async Task<IReadOnlyList<string>> BrokenAsync(RecordedSeason season, DiskState state)
    {
        using var folder = new TemporaryFolder();
        var (data, journal) = (season.Leave(state, folder.Path), season.JournalAt(state.At));
        try
        {
            var kept = await LocalInstallation.ReadAsync(data);
            var there = journal.Drops.Where(drop => !season.WasDropped(drop, state.At)).Select(d => d.Path).ToList();
            return
            [
                .. Invariants.Broken(kept, journal).Where(b => !there.Exists(path => b.Contains(path, StringComparison.Ordinal))),
                .. await StartAsync(data, kept, journal),
            ];
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return [$"{failure.GetType().Name}: {failure.Message.Split('\n')[0]} {failure.StackTrace?.Split('\n')[0]}"];
        }
    }

    /// <summary>The next start finds a store that it can use, a log whose heads are those that were sealed, and the parts that were answered to have come.</summary>
    private static async Task<IReadOnlyList<string>> StartAsync(string data, Kept kept, Journal journal)
    {
        var (broken, round, token) = (new List<string>(), RoundId.Parse(InstallationUnderTest.Round), TestContext.Current.CancellationToken);
        await using var storage = new LocalStorage(new(data), TimeProvider.System);
        broken.AddRange((await storage.CheckAsync(token)).Where(f => f.Severity == Severity.Error).Select(f => $"start: {f}"));
        var state = await new RoundLog(storage.Log, storage.Vaults, TimeProvider.System).LoadAsync(round, token);
        if (state.Sequence != kept.Rows.Length) broken.Add("start: the program stands at another event than the log");
        await storage.TickMark.ReadAsync(token);
        var heads = new KeptLog(kept.Rows).Heads;
        foreach (var sealedHead in (await storage.Heads.ReadAsync(RoundLog.StreamOf(round), token)).Heads)
            if (sealedHead.Sequence > heads.Length || heads[(int)sealedHead.Sequence - 1] != sealedHead.Head.ToString()) broken.Add("start: a head was sealed that the log does not have");
        var keys = new KeptLog(kept.Rows).Of("deliveryReceived").Select(e => KeptLog.Text(e, "key")).ToHashSet(StringComparer.Ordinal);
        foreach (var upload in journal.Uploads.Where(u => u.Parts is { Address: not null } && !keys.Contains(Invariants.KeyOf(u))))
        {
            Assert.True(PartialId.TryParse(upload.Parts!.Address!.Split('/')[^1], out var id));
            var came = (await storage.Parts.FindAsync(new(round, UnitCode.Parse(upload.Unit)), id, token))?.Offset ?? -1;
            if (came < upload.Parts.Acknowledged) broken.Add($"parts: of {upload.Key} there are {came} bytes, and {upload.Parts.Acknowledged} were answered to have come");
        }
        return broken;
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
