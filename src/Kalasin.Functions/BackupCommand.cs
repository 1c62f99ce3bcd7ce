using System.CommandLine;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;
using Kalasin.Functions.Transfer;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary>
/// <c>backup DIR</c> and <c>restore DIR</c>: every log, content and sealed head of an installation into a folder, and back; only what is new each
/// time, read back and checked afterwards. In the folder lies what an installation on this machine would have: <c>kalasin-data</c> and its heads.
/// </summary>
internal static class BackupCommand
{
    private const string DataFolder = "kalasin-data";

    public static Command Backup(StoreOptions store, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "โฟลเดอร์สำหรับข้อมูลสำรอง ควรอยู่ในไดรฟ์อื่น / Folder for the backup, best on another disk" };
        var backup = new Command("backup", "สำรองบันทึกและไฟล์ทั้งหมด แล้วตรวจสิ่งที่สำรองไว้ / Back up every log and file, and check the backup") { folder };
        store.AddTo(backup);
        backup.SetAction(async (result, cancellationToken) =>
        {
            if (await store.ReadExistingAsync(result, error) is not { } settings) return CommandLine.Failed;
            var place = new DataFolder(Path.Combine(result.GetValue(folder)!, DataFolder));
            if (StoreOptions.IsLocal(settings))
            {
                if (IsSame(new(settings.DataFolder), place)) return await TellAsync(TransferFindings.SamePlace.At(Place.Nowhere, place.Root), error);
                if (FileStatus.OnSameDisk(settings.DataFolder, place.Root) == true)
                    await output.WriteLineAsync(Both(TransferFindings.SameDisk.At(Place.Nowhere, place.Root)));
            }
            await using var source = Service.OpenStorage(settings, TimeProvider.System);
            await using var target = new LocalStorage(place, TimeProvider.System);
            return await RunAsync(source, target, isAllOrNothing: false, output, error, cancellationToken);
        });
        return backup;
    }

    public static Command Restore(StoreOptions store, TextWriter output, TextWriter error)
    {
        var folder = new Argument<string>("DIR") { Description = "โฟลเดอร์ที่สำรองไว้ด้วย backup / Folder that backup wrote" };
        var restore = new Command(
            "restore",
            "คืนจากข้อมูลสำรองลงในที่ว่างหรือที่มีส่วนต้นอยู่แล้ว แล้วตรวจ"
            + " / Bring a backup back into a store that is empty or has its beginning, and check it") { folder };
        store.AddTo(restore);
        restore.SetAction(async (result, cancellationToken) =>
        {
            var (settings, place) = (store.Read(result), new DataFolder(Path.Combine(result.GetValue(folder)!, DataFolder)));
            if (!await StoreOptions.IsThereAsync(place.Root, error)) return CommandLine.Failed;
            if (StoreOptions.IsLocal(settings) && IsSame(new(settings.DataFolder), place))
                return await TellAsync(TransferFindings.SamePlace.At(Place.Nowhere, place.Root), error);
            await using var source = new LocalStorage(place, TimeProvider.System, toRead: true);
            await using var target = Service.OpenStorage(settings, TimeProvider.System);
            return await RunAsync(source, target, isAllOrNothing: true, output, error, cancellationToken);
        });
        return restore;
    }

    /// <summary>The same for stores that are open already.</summary>
    /// <param name="isAllOrNothing">Whether one stream that can't be copied keeps all others from being copied.</param>
    public static async Task<int> RunAsync(
        IStorage from, IStorage to, bool isAllOrNothing, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var copy = new StoreCopy(from, to);
        var streams = await copy.StreamsAsync(cancellationToken).ToListAsync(cancellationToken);
        if (isAllOrNothing && await ObstaclesAsync(copy, streams, cancellationToken) is [_, ..] obstacles)
        {
            foreach (var obstacle in obstacles) await error.WriteLineAsync(Both(obstacle));
            return CommandLine.Failed;
        }
        var whole = true;
        foreach (var stream in streams)
        {
            var done = await LongWork.ShowAsync(output, $"{stream}", told => copy.CopyAsync(stream, told, cancellationToken));
            whole &= done is { Obstacle: null, Changed: [] };
            foreach (var hash in done.Changed)
                await error.WriteLineAsync($"{stream}: ไฟล์ถูกแก้ไข ไม่ได้คัดลอก / not copied, the file is not what its name says: {hash}");
            if (done.Obstacle is { } obstacle) await error.WriteLineAsync(Both(obstacle));
            else await output.WriteLineAsync($"{stream}: {Told(done)}");
        }
        await output.WriteLineAsync("ตรวจสิ่งที่คัดลอกแล้ว / checking what was copied:");
        var code = await VerifyLogCommand.RunAsync(to, [], output, error, cancellationToken);
        return whole ? code : CommandLine.Failed;
    }

    private static async Task<List<Finding>> ObstaclesAsync(StoreCopy copy, List<StreamId> streams, CancellationToken cancellationToken)
    {
        var obstacles = new List<Finding>();
        foreach (var stream in streams)
            if (await copy.ObstacleAsync(stream, cancellationToken) is { } obstacle) obstacles.Add(obstacle);
        return obstacles;
    }

    private static bool IsSame(DataFolder one, DataFolder other) =>
        one.Root == other.Root || (FileStatus.Of(one.Log) is { } log && FileStatus.Of(other.Log) == log);

    private static async Task<int> TellAsync(Finding finding, TextWriter error)
    {
        await error.WriteLineAsync(Both(finding));
        return CommandLine.Failed;
    }

    private static string Both(Finding finding) => $"{finding} / {finding.ToString(Language.English)}";

    private static string Told(StreamCopy copy) =>
        $"{copy.Events} เหตุการณ์ / events (+{copy.NewEvents}), +{copy.NewContents} ไฟล์ / files, "
        + (copy.NewHeads is { } heads ? $"+{heads} ลายนิ้วมือ / heads" : "ลายนิ้วมือไม่ได้มาด้วย / heads not copied")
        + (copy.Erased == 0 ? "" : $", ลบตามที่บันทึกไว้ / erased as recorded: {copy.Erased}")
        + (copy.Elsewhere == 0 ? "" : $", {copy.Elsewhere} ไฟล์ที่มีเฉพาะปลายทาง / only in the target");
}
