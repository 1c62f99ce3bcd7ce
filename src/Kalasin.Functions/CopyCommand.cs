using System.CommandLine;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary><c>copy</c>: brings a store into a data folder of its own, and back; only what is new each time.</summary>
internal static class CopyCommand
{
    private const string Forked =
        "ปลายทางมีเหตุการณ์ที่ต้นทางไม่มี ไม่ได้คัดลอก โปรดตรวจทั้งสองแห่ง / not copied, the target has events that the source has not; verify both";

    public static Command Of(Option<string?> data, Option<string?> storage, TextWriter output, TextWriter error)
    {
        var to = new Option<string?>("--to") { HelpName = "DIR", Description = "สำเนาไปยังโฟลเดอร์นี้ / Copy the store into this folder" };
        var from = new Option<string?>("--from") { HelpName = "DIR", Description = "คืนจากโฟลเดอร์นี้ / Bring it back from this folder" };
        var copy = new Command("copy", "สำรองบันทึกและแฟ้มทั้งหมด หรือคืนจากสำเนา / Back up every log and file, or bring them back") { data, storage, to, from };
        copy.Validators.Add(given =>
        {
            if (given.GetValue(to) is null == given.GetValue(from) is null) given.AddError("ระบุ --to หรือ --from อย่างใดอย่างหนึ่ง / Give either --to or --from");
        });
        copy.SetAction((result, cancellationToken) =>
        {
            var settings = Settings.Read(result.GetValue(data), result.GetValue(storage), Environment.GetEnvironmentVariable);
            return RunAsync(settings, result.GetValue(to), result.GetValue(from), output, error, cancellationToken);
        });
        return copy;
    }

    private static async Task<int> RunAsync(
        Settings settings, string? to, string? from, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        // Looking must not make the folder.
        var looked = from ?? (settings is { NoStorage: null, Azure: null } ? settings.DataFolder : null);
        if (looked is not null && !Directory.Exists(looked))
        {
            await error.WriteLineAsync($"ไม่พบโฟลเดอร์ข้อมูล / no data folder: {Path.GetFullPath(looked)}");
            return CommandLine.Failed;
        }
        await using var store = Service.OpenStorage(settings, TimeProvider.System);
        await using var folder = new LocalStorage(new((to ?? from)!), TimeProvider.System);
        var (source, target) = to is null ? ((IStorage)folder, store) : (store, folder);
        return await RunAsync(source, target, output, error, cancellationToken);
    }

    /// <summary>The same for stores that are open already.</summary>
    public static async Task<int> RunAsync(IStorage from, IStorage to, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var whole = true;
        try
        {
            await foreach (var copy in StoreCopy.RunAsync(from, to, cancellationToken))
            {
                whole &= copy is { Forked: false, Changed: [] };
                foreach (var hash in copy.Changed)
                    await error.WriteLineAsync($"{copy.Stream}: แฟ้มถูกแก้ไข ไม่ได้คัดลอก / not copied, the file is not what its name says: {hash}");
                await (copy.Forked ? error : output).WriteLineAsync($"{copy.Stream}: {(copy.Forked ? Forked : Told(copy))}");
            }
        }
        catch (StorageUnavailableException unusable)
        {
            await error.WriteLineAsync(unusable.Finding.ToString());
            return CommandLine.Failed;
        }
        return whole ? CommandLine.Done : CommandLine.Failed;
    }

    private static string Told(StreamCopy copy) =>
        $"{copy.Events} เหตุการณ์ / events (+{copy.NewEvents}), +{copy.NewContents} แฟ้ม / files"
        + (copy.Elsewhere == 0 ? "" : $", {copy.Elsewhere} แฟ้มที่มีเฉพาะปลายทาง / only in the target");
}
