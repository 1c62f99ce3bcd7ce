namespace Kalasin.Functions.Storage;

/// <summary>
/// A file that stands under its name only when all of it is written; one that stood there is replaced then. Once it is written, a power cut takes
/// neither it nor its name away.
/// </summary>
internal static class WholeFile
{
    public static Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        WriteAsync(path, async file => await file.WriteAsync(bytes, cancellationToken));

    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var unfinished = Path.Combine(folder, $".{Guid.NewGuid():n}.part");
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                await write(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite: true);
            Durability.FlushFolder(folder);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
