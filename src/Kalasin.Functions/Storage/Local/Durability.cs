using System.Runtime.InteropServices;

namespace Kalasin.Functions.Storage.Local;

/// <summary>
/// Makes a renamed file survive a power cut: on Unix the folder has to be flushed too, for which .NET has no call. NTFS
/// journals its folders itself.
/// </summary>
internal static partial class Durability
{
    private const int ReadOnlyFolder = 0x10000; // O_RDONLY | O_DIRECTORY, Linux

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
