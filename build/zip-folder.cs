// Packs a folder so that the same files always give the same bytes: names in ordinal order, one time and one mode for all.
//   dotnet run build/zip-folder.cs -- <folder> <zip>
using System.IO.Compression;

if (args.Length != 2)
{
    Console.Error.WriteLine("zip-folder <folder> <zip>");
    return 2;
}

const int ReadableFile = 0x81A4; // S_IFREG | 0644: "dotnet" runs the program, so that nothing has to be executable
// The earliest time that a zip can hold.
var time = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

// Settings of a developer's machine are never part of what is deployed.
var files = Directory.EnumerateFiles(args[0], "*", SearchOption.AllDirectories)
    .Where(path => Path.GetFileName(path) != "local.settings.json")
    .Select(path => (Path: path, Name: Path.GetRelativePath(args[0], path).Replace('\\', '/')))
    .OrderBy(file => file.Name, StringComparer.Ordinal);

using var zip = new ZipArchive(File.Create(args[1]), ZipArchiveMode.Create);
foreach (var (path, name) in files)
{
    var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
    entry.LastWriteTime = time;
    entry.ExternalAttributes = ReadableFile << 16;
    using var target = entry.Open();
    using var source = File.OpenRead(path);
    source.CopyTo(target);
}
return 0;
