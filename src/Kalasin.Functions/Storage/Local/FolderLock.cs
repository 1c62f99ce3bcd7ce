namespace Kalasin.Functions.Storage.Local;

/// <summary>
/// Held by the process that serves a data folder, until it ends. Two processes on one folder harm nothing, since the log takes
/// each event once; but nobody means it, and each shows of the drop only what it did itself: so the second one says so.
/// </summary>
internal sealed class FolderLock(DataFolder folder) : IDisposable
{
    private const int HeldOnWindows = unchecked((int)0x80070020), HeldOnLinux = 11, HeldOnMac = 35; // sharing violation, EWOULDBLOCK

    private readonly Lock _taking = new();
    private FileStream? _file;

    /// <summary>Takes it unless it is held; makes no folder for it.</summary>
    /// <returns>Whether another process holds it.</returns>
    public bool IsHeldByAnother()
    {
        lock (_taking)
        {
            if (_file is not null) return false;
            try
            {
                _file = new(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return false;
            }
            catch (IOException failure)
            {
                return failure.HResult is HeldOnWindows or HeldOnLinux or HeldOnMac;
            }
            catch (UnauthorizedAccessException)
            {
                return false; // the check of the folder itself says what it may not be used for
            }
        }
    }

    public void Dispose() => _file?.Dispose();
}
