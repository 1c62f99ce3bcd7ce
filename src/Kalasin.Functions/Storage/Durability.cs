using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Kalasin.Functions.Storage;

/// <summary>
/// Makes names survive a power cut: on Unix the folder that a file or folder was made in, or renamed to, has to be flushed too, for which .NET has
/// no call. NTFS journals its folders itself.
/// </summary>
internal static partial class Durability
{
    private const int ReadOnlyFolder = 0x10000; // O_RDONLY | O_DIRECTORY, Linux

    /// <summary>Folders that were flushed; of more than this, names from outside among them, it begins anew.</summary>
    private const int MostKept = 10_000;

    private static readonly ConcurrentDictionary<string, bool> Kept = new(StringComparer.Ordinal);

    /// <summary>Makes a folder, and those above it that are missing, so that a power cut leaves them.</summary>
    public static void MakeFolder(string path)
    {
        var isThere = Directory.Exists(path);
        if ((isThere && Kept.ContainsKey(path)) || Path.GetDirectoryName(path) is not { } above) return;
        if (!isThere)
        {
            MakeFolder(above);
            Directory.CreateDirectory(path);
        }
        try
        {
            FlushFolder(above); // also where it was made by a process that ended before it could
        }
        catch (IOException) when (isThere)
        {
            // Somebody else's folder, which may not be looked into.
        }
        if (Kept.Count >= MostKept) Kept.Clear();
        Kept.TryAdd(path, true);
    }

    public static void FlushFolder(string path)
    {
        if (!OperatingSystem.IsLinux()) return;
        var descriptor = Open(path, ReadOnlyFolder);
        if (descriptor < 0) throw new IOException($"open {path}: errno {Marshal.GetLastPInvokeError()}", Marshal.GetLastPInvokeError());
        var result = Flush(descriptor);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (result != 0) throw new IOException($"fsync {path}: errno {error}", error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
