using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Kalasin.Functions.Storage.Local;

/// <summary>
/// Which file stands under a name, asked of the system without reading it: .NET tells neither a file's number and disk nor
/// whether it is a file at all. Two statuses are equal as long as the name stands for the same file.
/// </summary>
/// <param name="Disk">The disk that it lies on.</param>
/// <param name="Number">Its number there.</param>
/// <param name="IsOrdinary">False for a pipe, a device or a socket, whose mere opening may wait without end, and for a folder.</param>
internal sealed partial record FileStatus(ulong Disk, ulong Number, bool IsOrdinary)
{
    /// <returns>Null where nothing stands under the name, or nothing that may be looked at.</returns>
    public static FileStatus? Of(string path) =>
        OperatingSystem.IsLinux() ? OfLinux(path)
        : OperatingSystem.IsWindows() ? OfWindows(path)
        : File.Exists(path) ? new(0, (ulong)File.GetCreationTimeUtc(path).Ticks, IsOrdinary: true) : null;

    /// <returns>Whether both lie, or would be made, on one disk; null where the system doesn't say.</returns>
    public static bool? OnSameDisk(string one, string other)
    {
        if (OperatingSystem.IsWindows())
            return string.Equals(Path.GetPathRoot(Path.GetFullPath(one)), Path.GetPathRoot(Path.GetFullPath(other)), StringComparison.OrdinalIgnoreCase);
        return OperatingSystem.IsLinux() && Nearest(one) is { } a && Nearest(other) is { } b ? a.Disk == b.Disk : null;
    }

    private static FileStatus? Nearest(string path)
    {
        for (var at = Path.GetFullPath(path); at is not null; at = Path.GetDirectoryName(at))
            if (Of(at) is { } status) return status;
        return null;
    }

    private static FileStatus? OfLinux(string path)
    {
        const int CurrentFolder = -100, Wanted = 0x101; // AT_FDCWD; STATX_TYPE | STATX_INO
        const int KindOfFile = 0xF000, OrdinaryFile = 0x8000; // S_IFMT, S_IFREG
        Span<byte> status = stackalloc byte[256]; // struct statx: the same on every processor
        if (Statx(CurrentFolder, path, 0, Wanted, ref MemoryMarshal.GetReference(status)) != 0) return null;
        var mode = MemoryMarshal.Read<ushort>(status[28..]);
        return new(MemoryMarshal.Read<ulong>(status[136..]), MemoryMarshal.Read<ulong>(status[32..]), (mode & KindOfFile) == OrdinaryFile);
    }

    private static FileStatus? OfWindows(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
            Span<uint> information = stackalloc uint[13]; // BY_HANDLE_FILE_INFORMATION
            if (GetFileInformationByHandle(file, ref MemoryMarshal.GetReference(information)) == 0) return null;
            return new(information[7], ((ulong)information[11] << 32) | information[12], IsOrdinary: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint wanted, ref byte status);

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial int GetFileInformationByHandle(SafeFileHandle file, ref uint information);
}
