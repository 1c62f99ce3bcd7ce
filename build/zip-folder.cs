// Packs a folder so that the same files always give the same bytes: names in ordinal order, one time for all, executable bits kept.
//   dotnet run build/zip-folder.cs -- <folder> <zip>
using System.IO.Compression;

if (args.Length != 2 || OperatingSystem.IsWindows())
{
    Console.Error.WriteLine("zip-folder <folder> <zip> (not on Windows, whose files have no executable bit)");
    return 2;
}

const int RegularFile = 0x8000; // S_IFREG
const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
// The earliest time that a zip can hold.
var time = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

// Settings of a developer's machine are never part of what is deployed.
var files = Directory.EnumerateFiles(args[0], "*", SearchOption.AllDirectories)
    .Where(path => Path.GetFileName(path) != "local.settings.json")
    .Select(path => (Path: path, Name: Path.GetRelativePath(args[0], path)))
    .OrderBy(file => file.Name, StringComparer.Ordinal);

using var zip = new ZipArchive(File.Create(args[1]), ZipArchiveMode.Create);
foreach (var (path, name) in files)
{
    var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
    entry.LastWriteTime = time;
    var mode = Readable | (File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute) ? Executable : 0);
    entry.ExternalAttributes = (RegularFile | (int)mode) << 16;
    using var target = entry.Open();
    using var source = File.OpenRead(path);
    source.CopyTo(target);
}
return 0;
