using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>Content on its way in that is small enough to wait in memory.</summary>
internal sealed class StagedBytes(ReadOnlyMemory<byte> bytes, ContentHash hash) : StagedContent(hash, bytes.Length)
{
    /// <summary>Most bytes, inclusive. A filled workbook has 20 to 50 thousand, so that only scans and pictures are larger.</summary>
    public const int Most = 131_072;

    public ReadOnlyMemory<byte> Bytes => bytes;

    public override Task<Stream> OpenAsync(CancellationToken cancellationToken) => Task.FromResult(Reading(bytes));

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A stream over bytes that nobody changes.</summary>
    public static Stream Reading(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : throw new ArgumentException("The bytes are not in an array.", nameof(bytes));
}
