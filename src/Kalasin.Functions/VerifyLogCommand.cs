using System.CommandLine;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Rounds;
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

    public static Command Of(Option<string?> data, Option<string?> storage, TextWriter output, TextWriter error)
    {
        var head = new Option<string[]>("--head")
        {
            HelpName = "HASH", Description = "ลายนิ้วมือบันทึกจากใบตอบรับหรือรายงาน ใส่ได้หลายครั้ง / Head of the log from a receipt or a report; may be given several times",
        };
        var verify = new Command("verify-log", "ตรวจบันทึกของทุกรอบและแฟ้มที่อ้างถึง / Check every round's log and the files it names") { data, storage, head };
        verify.SetAction((result, cancellationToken) => RunAsync(
            Settings.Read(result.GetValue(data), result.GetValue(storage), Environment.GetEnvironmentVariable), result.GetValue(head) ?? [], output, error, cancellationToken));
        return verify;
    }

    public static async Task<int> RunAsync(Settings settings, IReadOnlyList<string> heads, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var isLocal = settings is { NoStorage: null, Azure: null };
        if (isLocal && !Directory.Exists(settings.DataFolder))
        {
            await error.WriteLineAsync($"ไม่พบโฟลเดอร์ข้อมูล / no data folder: {Path.GetFullPath(settings.DataFolder)}");
            return CommandLine.Failed;
        }
        await using var storage = isLocal ? new LocalStorage(new(settings.DataFolder, settings.HeadsFolder), TimeProvider.System, toRead: true) : Service.OpenStorage(settings, TimeProvider.System);
        return await RunAsync(storage, heads, output, error, cancellationToken);
    }

    /// <summary>The same for a store that is open already.</summary>
    public static async Task<int> RunAsync(IStorage storage, IReadOnlyList<string> heads, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        List<string> given = [.. heads.Select(h => string.Concat(h.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant())];
        if (given.Find(h => h.Length is < FewestDigits or > 2 * ContentHash.Size || !h.All(char.IsAsciiHexDigitLower)) is { } none)
        {
            await error.WriteLineAsync($"--head {none}: ต้องเป็นเลขฐานสิบหก {FewestDigits} ถึง {2 * ContentHash.Size} หลัก / has to be {FewestDigits} to {2 * ContentHash.Size} hexadecimal digits");
            return CommandLine.Failed;
        }
        try
        {
            var log = new RoundLog(storage.Log, storage.Vaults, TimeProvider.System);
            var wasSealed = (await storage.Heads.ListAsync(cancellationToken)).Select(s => RoundId.TryParse(s.Id, out var id) && RoundLog.StreamOf(id) == s ? id : (RoundId?)null).OfType<RoundId>();
            var (sound, unknown) = (true, new HashSet<string>(given, StringComparer.Ordinal));
            foreach (var round in (await log.ListAsync(cancellationToken)).Union(wasSealed).OrderBy(r => r.Value, StringComparer.Ordinal))
            {
                var reading = await LogReading.OfAsync(round, storage.Log, cancellationToken);
                var promised = await storage.Heads.ReadAsync(RoundLog.StreamOf(round), cancellationToken);
                List<Finding> findings = [.. reading.Findings, .. reading.Against(promised), .. await DamageAsync(log.VaultOf(round), NamedBy(reading.State), cancellationToken)];
                foreach (var finding in findings) await error.WriteLineAsync($"{round}: {Both(finding)}");
                foreach (var head in given)
                    if (reading.Chain.FirstOrDefault(c => c != ContentHash.Zero && c.ToString().StartsWith(head, StringComparison.Ordinal)) is var found && found != ContentHash.Zero)
                    {
                        unknown.Remove(head);
                        await output.WriteLineAsync($"{round}: {head} = เหตุการณ์ที่ / event {reading.Chain.IndexOf(found)}");
                    }
                if (findings.Count == 0) await output.WriteLineAsync(Sound(reading, promised, storage.Heads.Place));
                sound &= findings.Count == 0;
            }
            foreach (var kind in PublishedRules.Kinds)
                await foreach (var stream in PublishedRules.StreamsAsync(storage.Log, kind, cancellationToken)) sound &= await VerifyAsync(storage, stream, output, error, cancellationToken);
            foreach (var head in unknown) await error.WriteLineAsync(Both(RoundServiceFindings.HeadUnknown.At(Place.Nowhere, head)));
            return sound && unknown.Count == 0 ? CommandLine.Done : CommandLine.Failed;
        }
        catch (StorageUnavailableException unusable)
        {
            await error.WriteLineAsync(Both(unusable.Finding));
            return CommandLine.Failed;
        }
    }

    private static string Both(Finding finding) => $"{finding} / {finding.ToString(Language.English)}";

    private static string Sound(LogReading reading, SealedHeads promised, string place) =>
        $"{reading.Round}: {reading.Length} เหตุการณ์ / events, {reading.State.Deliveries.Count} ใบตอบรับ / receipts, head {reading.State.Head}; "
        + $"ตรงกับลายนิ้วมือที่เก็บไว้แยก / fits heads sealed: {promised.Heads.Length} ({place}), กับรายงาน / beside reports: {reading.Reports}";

    /// <summary>The revisions that an office published of a framework or plan.</summary>
    private static async Task<bool> VerifyAsync(IStorage storage, StreamId stream, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            var history = await PublishedRules.HistoryAsync(storage.Log, stream, cancellationToken);
            var damage = await DamageAsync(storage.Vaults.Of(stream), history.Revisions.SelectMany(r => (ContentHash[])[r.Hash, r.Reason]), cancellationToken);
            foreach (var finding in damage) await error.WriteLineAsync($"{stream}: {Both(finding)}");
            if (damage.Count == 0) await output.WriteLineAsync($"{stream}: {history.Revisions.Count} ฉบับ / revisions");
            return damage.Count == 0;
        }
        catch (Exception broken) when (broken is InvalidDataException or DamagedException)
        {
            await error.WriteLineAsync($"{stream}: อ่านบันทึกต่อเนื่องไม่ได้ / the log can't be followed: {broken.Message}");
            return false;
        }
    }

    private static IEnumerable<ContentHash> NamedBy(RoundState state) =>
        state.Deliveries.SelectMany(d => d.Files.Select(f => f.Hash).Concat(d.Returns.Select(r => r.Content)).Append(d.Details))
            .Concat(state.Reports.Values.SelectMany(r => (ContentHash[])[r.Word, r.Pdf]))
            .Concat(state.Rules.Select(r => r.Reason).OfType<ContentHash>())
            .Concat(state.Outbox.Select(m => m.Eml))
            // What a round of the first version names is taken into its vault when it is looked at; until then the program has it.
            .Concat(state.Rules.SelectMany(r => (ContentHash[])[r.Named.FrameworkHash, r.Named.PlanHash]).Where(hash => ShippedRevisions.Find(hash) is null));

    /// <summary>What a vault lacks, or holds otherwise.</summary>
    private static async Task<List<Finding>> DamageAsync(IVault vault, IEnumerable<ContentHash> named, CancellationToken cancellationToken)
    {
        var damage = new List<Finding>();
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
