namespace Kalasin.Functions.Storage.Local;

/// <summary>
/// Held by the process that serves a data folder, until it ends. Two processes on one folder harm nothing, since the log takes
/// each event once; but nobody means it, and each shows of the drop only what it did itself: so the second one says so.
/// </summary>
internal sealed class FolderLock(DataFolder folder) : IDisposable
{
    private const int HeldOnWindows = unchecked((int)0x80070020), HeldOnLinux = 11, HeldOnMac = 35; // sharing violation, EWOULDBLOCK

    private const int LongestAddress = 200;

    private readonly Lock _taking = new();
    private FileStream? _file;

    /// <summary>Takes it unless another process holds it; makes no folder for it.</summary>
    /// <returns>False where another process holds it.</returns>
    public bool TryTake()
    {
        lock (_taking)
        {
            if (_file is not null) return true;
            try
            {
                _file = new(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                File.Delete(folder.Address); // of one that was killed
                return true;
            }
            catch (IOException failure)
            {
                return !IsLocked(failure);
            }
            catch (UnauthorizedAccessException)
            {
                return true; // the check of the folder itself says what it may not be used for
            }
        }
    }

    /// <summary>Tells other processes where the one that holds the folder is open; nothing where this one doesn't hold it.</summary>
    public void Announce(Uri address)
    {
        lock (_taking)
        {
            if (_file is not null) File.WriteAllText(folder.Address, address.ToString());
        }
    }

    /// <summary>Where the process that holds the folder is open on this machine; null where none holds it, or it didn't say (yet).</summary>
    public static Uri? AddressOfHolder(DataFolder folder)
    {
        if (!IsHeld(folder)) return null;
        try
        {
            var address = new FileInfo(folder.Address);
            return address is { Exists: true, Length: < LongestAddress } && Uri.TryCreate(File.ReadAllText(address.FullName), UriKind.Absolute, out var uri)
                && uri is { IsLoopback: true, UserInfo: "", PathAndQuery: "/", Fragment: "" } && uri.Scheme == Uri.UriSchemeHttp ? uri : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a process serves the folder; leaves everything as it is.</summary>
    public static bool IsHeld(DataFolder folder)
    {
        try
        {
            if (!File.Exists(folder.Lock)) return false;
            using var file = new FileStream(folder.Lock, FileMode.Open, FileAccess.Read, FileShare.None);
            return false;
        }
        catch (IOException failure)
        {
            return IsLocked(failure);
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        lock (_taking)
        {
            if (_file is null) return;
            try
            {
                File.Delete(folder.Address);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Whoever takes the folder next removes it.
            }
            _file.Dispose();
        }
    }

    private static bool IsLocked(IOException failure) => failure.HResult is HeldOnWindows or HeldOnLinux or HeldOnMac;
}
