using System.CommandLine;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rankings;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary>
/// <c>verify-log</c>: follows every round's log, compares it with what was promised of it elsewhere (heads on paper, beside each
/// report, sealed at each tick), and checks that the vault holds what the log names. Changes nothing.
/// </summary>
internal static class VerifyLogCommand
{
    /// <summary>Digits of a head that a report prints; a receipt prints all 64.</summary>
    private const int FewestDigits = 16;

    private const int MostDigits = 2 * ContentHash.Size;

    public static Command Of(StoreOptions store, TextWriter output, TextWriter error)
    {
        var head = new Option<string[]>("--head")
        {
            HelpName = "HASH",
            Description = "ลายนิ้วมือบันทึกจากใบตอบรับหรือรายงาน ใส่ได้หลายครั้ง / Head of the log from a receipt or a report; may be given several times",
        };
        var verify = new Command("verify-log", "ตรวจบันทึกของทุกรอบและไฟล์ที่อ้างถึง / Check every round's log and the files it names")
        {
            head,
        };
        store.AddTo(verify);
        verify.SetAction((result, cancellationToken) => RunAsync(store.Read(result), result.GetValue(head) ?? [], output, error, cancellationToken));
        return verify;
    }

    public static async Task<int> RunAsync(
        Settings settings, IReadOnlyList<string> heads, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var isLocal = StoreOptions.IsLocal(settings);
        if (isLocal && !await StoreOptions.IsThereAsync(settings.DataFolder, error)) return CommandLine.Failed;
        await using var storage = isLocal
            ? new LocalStorage(new(settings.DataFolder, settings.HeadsFolder), TimeProvider.System, toRead: true)
            : Service.OpenStorage(settings, TimeProvider.System);
        return await RunAsync(storage, heads, output, error, cancellationToken);
    }

    /// <summary>The same for a store that is open already.</summary>
    public static async Task<int> RunAsync(
        IStorage storage, IReadOnlyList<string> heads, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        List<string> given = [.. heads.Select(h => string.Concat(h.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant())];
        if (given.Find(h => h.Length is < FewestDigits or > MostDigits || !h.All(char.IsAsciiHexDigitLower)) is { } none)
        {
            await error.WriteLineAsync($"--head {none}: ต้องเป็นเลขฐานสิบหก {FewestDigits} ถึง {MostDigits} หลัก"
                + $" / has to be {FewestDigits} to {MostDigits} hexadecimal digits");
            return CommandLine.Failed;
        }
        try
        {
            return await new Verification(storage, given, output, error).RunAsync(cancellationToken) ? CommandLine.Done : CommandLine.Failed;
        }
        catch (StorageUnavailableException unusable)
        {
            await error.WriteLineAsync(Both(unusable.Finding));
            return CommandLine.Failed;
        }
    }

    private static string Both(Finding finding) => $"{finding} / {finding.ToString(Language.English)}";

    /// <param name="given">Beginnings of heads that somebody has on paper.</param>
    private sealed class Verification(IStorage storage, List<string> given, TextWriter output, TextWriter error)
    {
        private readonly HashSet<string> _unknown = new(given, StringComparer.Ordinal);

        /// <returns>Whether all is as it was promised.</returns>
        public async Task<bool> RunAsync(CancellationToken cancellationToken)
        {
            var sound = true;
            foreach (var round in await RoundsAsync(cancellationToken)) sound &= await VerifyAsync(round, cancellationToken);
            foreach (var kind in RulesStreams.Kinds)
                await foreach (var stream in RulesStreams.StreamsAsync(storage.Log, kind, cancellationToken))
                    sound &= await VerifyAsync(stream, cancellationToken);
            var rankings = (await storage.Heads.ListAsync(cancellationToken)).Where(s => s.Kind == RankingService.Kind).ToHashSet();
            await foreach (var stream in RulesStreams.StreamsAsync(storage.Log, RankingService.Kind, cancellationToken)) rankings.Add(stream);
            foreach (var stream in rankings.OrderBy(s => s.Id, StringComparer.Ordinal)) sound &= await VerifyRankingAsync(stream, cancellationToken);
            return sound & await SayAsync("--head", _unknown.Select(head => RoundServiceFindings.HeadUnknown.At(Place.Nowhere, head)));
        }

        /// <summary>Those in the log, and those of which only heads are left.</summary>
        private async Task<IEnumerable<RoundId>> RoundsAsync(CancellationToken cancellationToken)
        {
            var log = new RoundLog(storage.Log, storage.Vaults, TimeProvider.System);
            var rounds = (await log.ListAsync(cancellationToken)).ToHashSet();
            foreach (var stream in await storage.Heads.ListAsync(cancellationToken))
                if (RoundLog.RoundOf(stream) is { } id) rounds.Add(id);
            return rounds.OrderBy(r => r.Value, StringComparer.Ordinal);
        }

        private async Task<bool> VerifyAsync(RoundId round, CancellationToken cancellationToken)
        {
            var stream = RoundLog.StreamOf(round);
            var reading = await LogReading.OfAsync(round, storage.Log, cancellationToken);
            var promised = await storage.Heads.ReadAsync(stream, cancellationToken);
            foreach (var head in given)
            {
                var at = reading.Find(head);
                if (at is null) continue;
                _unknown.Remove(head);
                await output.WriteLineAsync($"{round}: {head} = เหตุการณ์ที่ / event {at}");
            }
            var damage = await DamageAsync(stream, Kept(reading), cancellationToken);
            var left = await NotRemovedAsync(stream, reading, cancellationToken);
            if (!await SayAsync(round.Value, [.. reading.Findings, .. reading.Against(promised), .. damage, .. left])) return false;
            await output.WriteLineAsync(
                $"{round}: {reading.Length} เหตุการณ์ / events, {reading.State.Deliveries.Count} ใบตอบรับ / receipts, head {reading.State.Head}; "
                + $"ตรงกับลายนิ้วมือที่เก็บไว้แยก / fits heads sealed: {promised.Heads.Length} ({storage.Heads.Place}), "
                + $"กับรายงาน / beside reports: {reading.Reports}");
            return true;
        }

        /// <summary>The revisions that an office published of a framework or plan.</summary>
        private async Task<bool> VerifyAsync(StreamId stream, CancellationToken cancellationToken)
        {
            try
            {
                var history = await RulesStreams.HistoryAsync(storage.Log, stream, cancellationToken);
                var named = history.Revisions.SelectMany(r => (ContentHash[])[r.Hash, r.Reason]);
                if (!await SayAsync(stream.ToString(), await DamageAsync(stream, named, cancellationToken))) return false;
                await output.WriteLineAsync($"{stream}: {history.Revisions.Count} ฉบับ / revisions");
                return true;
            }
            catch (Exception broken) when (broken is InvalidDataException or DamagedException)
            {
                await error.WriteLineAsync($"{stream}: อ่านบันทึกต่อเนื่องไม่ได้ / the log can't be followed: {broken.Message}");
                return false;
            }
        }

        /// <summary>What was sent to a ranking.</summary>
        private async Task<bool> VerifyRankingAsync(StreamId stream, CancellationToken cancellationToken)
        {
            try
            {
                var (history, chain) = (RankingHistory.Empty, new List<ContentHash> { RankingHistory.Empty.Head });
                await foreach (var stored in storage.Log.ReadAsync(stream, 0, cancellationToken)) chain.Add((history = history.Apply(stored.Bytes.Span)).Head);
                foreach (var head in given)
                {
                    // On paper stands the head of the day it was printed.
                    if (chain.FindLastIndex(h => h.ToString().StartsWith(head, StringComparison.Ordinal)) is var at && at < 1) continue;
                    _unknown.Remove(head);
                    await output.WriteLineAsync($"{stream}: {head} = เหตุการณ์ที่ / event {at}");
                }
                var promised = await storage.Heads.ReadAsync(stream, cancellationToken);
                var damage = await DamageAsync(stream, history.Sent.SelectMany(s => new[] { s.File, s.Reason }).OfType<ContentHash>(), cancellationToken);
                if (!await SayAsync(stream.ToString(), [.. LogReading.Against(stream.ToString(), chain, promised), .. damage])) return false;
                await output.WriteLineAsync(
                    $"{stream}: {history.Sequence} เหตุการณ์ / events, {history.Current.Count} ราย / entrants, head {history.Head}; "
                    + $"ตรงกับลายนิ้วมือที่เก็บไว้แยก / fits heads sealed: {promised.Heads.Length} ({storage.Heads.Place})");
                return true;
            }
            catch (Exception broken) when (broken is InvalidDataException or DamagedException)
            {
                await error.WriteLineAsync($"{stream}: อ่านบันทึกต่อเนื่องไม่ได้ / the log can't be followed: {broken.Message}");
                return false;
            }
        }

        /// <returns>Whether there was nothing to say.</returns>
        private async Task<bool> SayAsync(string of, IEnumerable<Finding> findings)
        {
            var none = true;
            foreach (var finding in findings)
            {
                none = false;
                await error.WriteLineAsync($"{of}: {Both(finding)}");
            }
            return none;
        }

        /// <summary>What a round of the first version names is taken into its vault when it is looked at; until then the program has it.</summary>
        private static IEnumerable<ContentHash> Kept(LogReading reading) =>
            reading.Kept.Except(reading.State.Rules.SelectMany(r => (ContentHash[])[r.Named.FrameworkHash, r.Named.PlanHash])
                .Where(hash => ShippedRevisions.Find(hash) is not null));

        private async Task<List<Finding>> NotRemovedAsync(StreamId stream, LogReading reading, CancellationToken cancellationToken)
        {
            var (vault, findings) = (storage.Vaults.Of(stream), new List<Finding>());
            foreach (var erased in reading.State.Erased.Keys)
                if (await vault.ExistsAsync(erased, cancellationToken)) findings.Add(ErasureFindings.StillThere.At(Place.Nowhere, erased.ToString()));
            return findings;
        }

        /// <summary>What a vault lacks, or holds otherwise.</summary>
        private async Task<List<Finding>> DamageAsync(StreamId stream, IEnumerable<ContentHash> named, CancellationToken cancellationToken)
        {
            var (vault, damage) = (storage.Vaults.Of(stream), new List<Finding>());
            foreach (var hash in named.Distinct())
            {
                try
                {
                    await using var content = await vault.OpenAsync(hash, ByteRange.All, cancellationToken) ?? throw DamagedException.Missing(hash);
                    await content.CopyToAsync(Stream.Null, cancellationToken);
                }
                catch (DamagedException damaged)
                {
                    damage.Add(damaged.Finding);
                }
            }
            return damage;
        }
    }
}
