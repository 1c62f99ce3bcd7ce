using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage.Local;

/// <summary>
/// The one folder of a local installation; copying it while the program is stopped is a full backup.
/// <code>
/// log.db, log.db-wal, log.db-shm   the event log and small contents (SQLite)
/// vault/{kind}_{id}/{hash}         larger content of one stream, named by its SHA-256
/// vault/{kind}_{id}/staging/       content that is still on its way in; nothing here counts
/// drop/{round}/{unit}/…            what people and machines put there to be taken in
/// answers/{round}/{unit}/{file}/…  receipt and findings for the drop of the same path
/// parts/{round}/{unit}/…           files that come in parts, as far as they came; removed after a day
/// tick                             when a tick was last done
/// lock                             held by the process that serves the folder
/// address                          where that process is open on this machine
/// sample                           says that what is kept here is sample data
/// access/                          the coordinator's password, hashed, and the keys of sessions
/// outbox/                          mail, as .eml, as long as no mail server is set
/// </code>
/// Beside it, in a folder of their own, lie the sealed heads of the log (<see cref="FolderHeads"/>).
/// </summary>
internal sealed class DataFolder
{
    private const int ErrorDiskFull = unchecked((int)0x80070070);
    private const int ErrorNoSpaceOnUnix = 28;

    private FileStatus? _held;

    /// <param name="heads">Where heads of the log are sealed; null for a folder beside this one.</param>
    public DataFolder(string root, string? heads = null)
    {
        Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        Heads = heads is null ? $"{Root}-heads" : Path.TrimEndingDirectorySeparator(Path.GetFullPath(heads));
    }

    public string Root { get; }

    /// <summary>What kind of drive a path lies on, as the system says.</summary>
    public Func<string, DriveType> DriveOf { get; init; } = path => new DriveInfo(path).DriveType;

    /// <summary>The one thing that isn't in it.</summary>
    public string Heads { get; }

    public string Log => Path.Combine(Root, "log.db");

    public string Vault => Path.Combine(Root, "vault");

    public string Drop => Path.Combine(Root, "drop");

    public string Answers => Path.Combine(Root, "answers");

    public string Parts => Path.Combine(Root, "parts");

    public string Tick => Path.Combine(Root, "tick");

    /// <summary>When the mailbox was last read.</summary>
    public string Mailbox => Path.Combine(Root, "mailbox");

    public string Lock => Path.Combine(Root, "lock");

    /// <summary>Where the process that holds the lock is open on this machine.</summary>
    public string Address => Path.Combine(Root, "address");

    /// <summary>Whether what is kept here is sample data, which every page and document says, whoever opens the folder.</summary>
    public bool IsSample => File.Exists(Path.Combine(Root, "sample"));

    public string Outbox => Path.Combine(Root, "outbox");

    /// <summary>
    /// What is wrong when the log that was opened is no longer the one in the folder, because somebody moved or replaced the
    /// folder or unmounted its disk: the open file takes whatever is written, and nobody ever finds it again. Null otherwise.
    /// </summary>
    public Finding? Replaced => _held is { } held && FileStatus.Of(Log) != held ? StorageFindings.FolderReplaced.At(Place.Nowhere, Root) : null;

    /// <summary>From now on the log has to be the file that it is now.</summary>
    public void Hold() => _held ??= FileStatus.Of(Log);

    /// <summary>Makes the folder where it is missing and tries to write in it; makes none in the place of one that was in use.</summary>
    /// <returns>What stands in the way, or should be known; empty when all is well.</returns>
    public IReadOnlyList<Finding> Prepare()
    {
        if (Replaced is { } replaced) return [replaced];
        try
        {
            if (!Directory.Exists(Root))
            {
                CreatePrivate(Root);
                Durability.FlushFolder(Path.GetDirectoryName(Root)!);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [StorageFindings.FolderMissing.At(Place.Nowhere, Root)];
        }

        try
        {
            CreatePrivate(Vault);
            Directory.CreateDirectory(Drop);
            Directory.CreateDirectory(Answers);
            using var probe = new FileStream(Path.Combine(Vault, $"{Guid.NewGuid():n}.probe"), new FileStreamOptions
            {
                Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose,
            });
            probe.WriteByte(1);
            probe.Flush(flushToDisk: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [IsFull(failure) ? StorageFindings.VolumeFull.At(Place.Nowhere, Root) : StorageFindings.FolderNotWritable.At(Place.Nowhere, Root)];
        }

        return IsOnNetwork(Root) ? [StorageFindings.FolderOnNetwork.At(Place.Nowhere, Root)] : [];
    }

    /// <summary>From now on this is sample data; the folder is there.</summary>
    public void MarkAsSample() => File.WriteAllText(Path.Combine(Root, "sample"), "ข้อมูลตัวอย่าง\n");

    /// <summary>What a failure to read or write in this folder means for whoever was sending.</summary>
    public StorageUnavailableException Unavailable(Exception failure) =>
        new((IsFull(failure) ? StorageFindings.VolumeFull : StorageFindings.Unusable).At(Place.Nowhere, Root), failure);

    public static bool IsFull(Exception failure) => failure is IOException { HResult: ErrorDiskFull or ErrorNoSpaceOnUnix };

    private static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private bool IsOnNetwork(string path)
    {
        if (path.StartsWith(@"\\", StringComparison.Ordinal)) return true;
        try
        {
            return DriveOf(path) == DriveType.Network;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
