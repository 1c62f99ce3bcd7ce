using System.CommandLine;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary><c>verify-log</c>: folds every round's log, follows its chain, and checks that the vault holds what the log names.</summary>
internal static class VerifyLogCommand
{
    public static Command Of(Option<string?> data, Option<string?> storage, TextWriter output, TextWriter error)
    {
        var verify = new Command("verify-log", "ตรวจบันทึกของทุกรอบและแฟ้มที่อ้างถึง / Check every round's log and the files it names") { data, storage };
        verify.SetAction((result, cancellationToken) =>
            RunAsync(Settings.Read(result.GetValue(data), result.GetValue(storage), Environment.GetEnvironmentVariable), output, error, cancellationToken));
        return verify;
    }

    public static async Task<int> RunAsync(Settings settings, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        // Looking must not make the folder.
        if (settings is { NoStorage: null, Azure: null } && !Directory.Exists(settings.DataFolder))
        {
            await error.WriteLineAsync($"ไม่พบโฟลเดอร์ข้อมูล / no data folder: {Path.GetFullPath(settings.DataFolder)}");
            return CommandLine.Failed;
        }
        await using var storage = Service.OpenStorage(settings, TimeProvider.System);
        return await RunAsync(storage, output, error, cancellationToken);
    }

    /// <summary>The same for a store that is open already.</summary>
    public static async Task<int> RunAsync(IStorage storage, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            var log = new RoundLog(storage.Log, storage.Vaults, TimeProvider.System);
            var sound = true;
            foreach (var round in await log.ListAsync(cancellationToken)) sound &= await VerifyAsync(log, round, output, error, cancellationToken);
            foreach (var kind in PublishedRules.Kinds)
                await foreach (var stream in PublishedRules.StreamsAsync(storage.Log, kind, cancellationToken)) sound &= await VerifyAsync(storage, stream, output, error, cancellationToken);
            return sound ? CommandLine.Done : CommandLine.Failed;
        }
        catch (StorageUnavailableException unusable)
        {
            await error.WriteLineAsync(unusable.Finding.ToString());
            return CommandLine.Failed;
        }
    }

    private static async Task<bool> VerifyAsync(RoundLog log, RoundId round, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        RoundState state;
        try
        {
            state = await log.LoadAsync(round, cancellationToken);
        }
        catch (Exception broken) when (broken is DamagedException or StorageUnavailableException)
        {
            await error.WriteLineAsync($"{round}: อ่านบันทึกต่อเนื่องไม่ได้ / the log can't be followed: {(broken is StorageUnavailableException unusable ? unusable.Finding.ToString() : broken.Message)}");
            return false;
        }
        var named = state.Deliveries.SelectMany(d => d.Files.Select(f => f.Hash).Concat(d.Returns.Select(r => r.Content)).Append(d.Details))
            .Concat(state.Reports.Values.SelectMany(r => (ContentHash[])[r.Word, r.Pdf])).Concat(state.Rules.Select(r => r.Reason).OfType<ContentHash>())
            .Concat(state.Outbox.Select(m => m.Eml));
        // What a round of the first version names is taken into its vault when it is looked at; until then the program has it.
        var rules = state.Rules.SelectMany(r => (ContentHash[])[r.Named.FrameworkHash, r.Named.PlanHash]).Where(hash => ShippedRevisions.Find(hash) is null);
        if (!await HoldsAsync(log.VaultOf(round), round.Value, named.Concat(rules), error, cancellationToken)) return false;
        await output.WriteLineAsync($"{round}: {state.Sequence} เหตุการณ์ / events, {state.Deliveries.Count} ใบตอบรับ / receipts, head {state.Head}");
        return true;
    }

    /// <summary>The revisions that an office published of a framework or plan.</summary>
    private static async Task<bool> VerifyAsync(IStorage storage, StreamId stream, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            var history = await PublishedRules.HistoryAsync(storage.Log, stream, cancellationToken);
            if (!await HoldsAsync(storage.Vaults.Of(stream), stream.ToString(), history.Revisions.SelectMany(r => (ContentHash[])[r.Hash, r.Reason]), error, cancellationToken)) return false;
            await output.WriteLineAsync($"{stream}: {history.Revisions.Count} ฉบับ / revisions");
            return true;
        }
        catch (InvalidDataException broken)
        {
            await error.WriteLineAsync($"{stream}: อ่านบันทึกต่อเนื่องไม่ได้ / the log can't be followed: {broken.Message}");
            return false;
        }
    }

    private static async Task<bool> HoldsAsync(IVault vault, string of, IEnumerable<ContentHash> named, TextWriter error, CancellationToken cancellationToken)
    {
        var sound = true;
        foreach (var hash in named.Distinct())
        {
            try
            {
                await using var content = await vault.OpenAsync(hash, ByteRange.All, cancellationToken) ?? throw DamagedException.Missing(hash);
                await content.CopyToAsync(Stream.Null, cancellationToken);
            }
            catch (DamagedException damage)
            {
                sound = false;
                await error.WriteLineAsync($"{of}: {damage.Finding}");
            }
        }
        return sound;
    }
}
