namespace Kalasin.Evaluation.Intake;

/// <summary>A file somebody sent: its name and a way to its bytes. Nothing is opened before it is read.</summary>
public sealed class SourceFile
{
    private readonly Func<CancellationToken, ValueTask<Stream>> open;

    /// <summary>A file whose bytes come from a function.</summary>
    /// <param name="name">Name as the sender gave it; shown in findings, never used as a path.</param>
    /// <param name="open">Opens the bytes; called once a reading, the reader disposes of the stream. A stream that can't seek is held in memory, up to <see cref="IntakeLimits.FileBytes"/>; what it throws reaches the caller.</param>
    public SourceFile(string name, Func<CancellationToken, ValueTask<Stream>> open)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(open);
        (Name, this.open) = (name, open);
    }

    /// <summary>Name as the sender gave it.</summary>
    public string Name { get; }

    /// <summary>A file from bytes in memory.</summary>
    /// <param name="name">Name as the sender gave it.</param>
    /// <param name="bytes">The content.</param>
    public static SourceFile FromBytes(string name, ReadOnlyMemory<byte> bytes) =>
        new(name, _ => ValueTask.FromResult<Stream>(new MemoryStream(bytes.ToArray(), writable: false)));

    /// <summary>A file on disk; its name is the last part of the path.</summary>
    /// <param name="path">Where it is.</param>
    public static SourceFile FromPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(Path.GetFileName(path), _ => ValueTask.FromResult<Stream>(File.OpenRead(path)));
    }

    /// <summary>The files of a folder, without those in folders inside it, in ordinal order of their names. Hidden files and the lock files of office programs (<c>~$…</c>) are left out.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IEnumerable<SourceFile> FromFolder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Directory.EnumerateFiles(path)
            .Where(file => Path.GetFileName(file) is var name && !name.StartsWith('.') && !name.StartsWith("~$", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(FromPath);
    }

    internal ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => open(cancellationToken);
}
