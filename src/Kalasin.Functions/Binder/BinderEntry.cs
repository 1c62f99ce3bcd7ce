using Kalasin.Evaluation;

namespace Kalasin.Functions.Binder;

/// <summary>A file of a binder before it is written.</summary>
/// <param name="Path">Where it stands in the binder.</param>
/// <param name="Title">What it is, in Thai.</param>
/// <param name="WriteAsync">Writes its bytes, the same each time.</param>
internal sealed record BinderEntry(string Path, string Title, Func<Stream, CancellationToken, Task> WriteAsync)
{
    /// <summary>Hash that the log names it by; null for what is made now.</summary>
    public ContentHash? Named { get; init; }

    /// <summary>Bytes that are at hand.</summary>
    public static BinderEntry Of(string path, string title, ReadOnlyMemory<byte> bytes) =>
        new(path, title, async (target, cancellationToken) => await target.WriteAsync(bytes, cancellationToken));
}

/// <summary>A file of a binder as its manifest tells it.</summary>
/// <param name="Path">Where it stands, or would.</param>
/// <param name="Title">What it is, in Thai.</param>
/// <param name="Size">Bytes; 0 where it is not there.</param>
/// <param name="Hash">Of its bytes, or of those that should be there; null where nothing is known of them.</param>
/// <param name="Lack">Why it is not there; null where it is.</param>
internal sealed record BinderLine(string Path, string Title, long Size, ContentHash? Hash, Finding? Lack);
