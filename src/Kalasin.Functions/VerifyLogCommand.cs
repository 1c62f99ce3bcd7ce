using System.CommandLine;
using System.Security.Cryptography;
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
        catch (Exception broken) when (broken is InvalidDataException or StorageUnavailableException)
        {
            await error.WriteLineAsync($"{round}: อ่านบันทึกต่อเนื่องไม่ได้ / the log can't be followed: {(broken is StorageUnavailableException unusable ? unusable.Finding.ToString() : broken.Message)}");
            return false;
        }
        var named = state.Deliveries.SelectMany(d => d.Files.Select(f => f.Hash).Concat(d.Returns.Select(r => r.Content)).Append(d.Details))
            .Concat(state.Reports.Values.SelectMany(r => (ContentHash[])[r.Word, r.Pdf])).Distinct();
        var unsound = 0;
        foreach (var hash in named)
        {
            await using var content = await log.VaultOf(round).OpenAsync(hash, ByteRange.All, cancellationToken);
            if (content is not null && ContentHash.FromBytes(await SHA256.HashDataAsync(content, cancellationToken)) == hash) continue;
            unsound++;
            await error.WriteLineAsync(content is null ? $"{round}: ไม่พบแฟ้ม / the vault lacks {hash}" : $"{round}: แฟ้มถูกแก้ไข / the vault holds something else under {hash}");
        }
        if (unsound == 0) await output.WriteLineAsync($"{round}: {state.Sequence} เหตุการณ์ / events, {state.Deliveries.Count} ใบตอบรับ / receipts, head {state.Head}");
        return unsound == 0;
    }
}
