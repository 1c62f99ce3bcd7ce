using System.Runtime.InteropServices;

namespace Kalasin.Evaluation;

/// <summary>A file somebody sent: its name and a way to its bytes. Nothing is opened before it is read.</summary>
public sealed class SourceFile
{
    /// <summary>Links are not followed: they may lead anywhere, and round in circles.</summary>
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint,
    };

    private readonly Func<CancellationToken, ValueTask<Stream>> open;

    /// <summary>A file whose bytes come from a function.</summary>
    /// <param name="name">Name as the sender gave it; shown in findings, never used as a path.</param>
    /// <param name="open">Opens the bytes; called once a reading, of a PDF where there is an <see cref="IntakeOptions.Translator"/> twice; the reader disposes of the stream. A stream that can't seek is
    /// held in memory, up to <see cref="IntakeLimits.FileBytes"/>; what it throws reaches the caller.</param>
    public SourceFile(string name, Func<CancellationToken, ValueTask<Stream>> open)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(open);
        (Name, this.open) = (name, open);
    }

    /// <summary>Name as the sender gave it.</summary>
    public string Name { get; }

    /// <summary>
    /// The unit by whose door it came, when the files of a delivery came by several; a form of another unit is a finding and files
    /// nothing. A code that the plan doesn't have says nothing. Default: <see cref="IntakeOptions.ExpectedUnit"/>.
    /// </summary>
    public UnitCode? Unit { get; init; }

    /// <summary>Address of who wrote the message that it came in; <see langword="null"/> where it came in none. A claim.</summary>
    internal string? Sender { get; private init; }

    /// <summary>A file from bytes in memory, which are not copied.</summary>
    /// <param name="name">Name as the sender gave it.</param>
    /// <param name="bytes">The content.</param>
    public static SourceFile FromBytes(string name, ReadOnlyMemory<byte> bytes) =>
        new(name, _ => ValueTask.FromResult<Stream>(
            MemoryMarshal.TryGetArray(bytes, out var part) ? new MemoryStream(part.Array!, part.Offset, part.Count, writable: false) : new MemoryStream(bytes.ToArray(), writable: false)));

    /// <summary>A file on disk; its name is the last part of the path.</summary>
    /// <param name="path">Where it is.</param>
    public static SourceFile FromPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(Path.GetFileName(path), _ => ValueTask.FromResult<Stream>(File.OpenRead(path)));
    }

    /// <summary>
    /// The files of a folder and of the folders inside it, in ordinal order of their paths; a file is named by its path from there.
    /// A folder right inside that has a unit's code for a name is that unit's door (<see cref="Unit"/>), as in the sample round.
    /// Hidden files and folders, links and the lock files of office programs (<c>~$…</c>) are left out.
    /// </summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    public static IEnumerable<SourceFile> FromFolder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Directory.GetFiles(path, "*", Everything)
            .Select(file => (Path: file, Parts: Path.GetRelativePath(path, file).Split(Path.DirectorySeparatorChar)))
            .Where(file => !Array.Exists(file.Parts, part => part.StartsWith('.')) && !file.Parts[^1].StartsWith("~$", StringComparison.Ordinal))
            .Select(file => new SourceFile(string.Join('/', file.Parts), _ => ValueTask.FromResult<Stream>(File.OpenRead(file.Path)))
            {
                Unit = DoorOf(file.Parts),
            })
            .OrderBy(file => file.Name, StringComparer.Ordinal);
    }

    /// <summary>A file that came in another: named by it, a slash and its path there, by the same door, or by that of the folder it stands in.</summary>
    internal static SourceFile Inside(SourceFile outer, string path, byte[] content) =>
        new($"{outer.Name}/{path}", _ => ValueTask.FromResult<Stream>(new MemoryStream(content, writable: false))) { Unit = outer.Unit ?? DoorOf(path.Split('/')), Sender = outer.Sender };

    /// <summary>The same as it came in a message.</summary>
    internal SourceFile From(string? sender) => new(Name, open) { Unit = Unit, Sender = sender };

    private static UnitCode? DoorOf(string[] path) => path.Length > 1 && UnitCode.TryParse(path[0], out var unit) ? unit : null;

    internal ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => open(cancellationToken);
}
