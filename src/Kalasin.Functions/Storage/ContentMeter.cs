using System.Buffers;
using System.Security.Cryptography;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>Copies content once while hashing and counting it: the one place where a vault's limit is kept.</summary>
internal static class ContentMeter
{
    private const int BufferSize = 81_920;

    /// <returns>Hash and number of bytes; null as soon as more than <paramref name="limit"/> bytes came.</returns>
    public static async Task<(ContentHash Hash, long Size)?> CopyAsync(
        Stream source, Func<ReadOnlyMemory<byte>, ValueTask> write, long limit, CancellationToken cancellationToken)
    {
        using var computation = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long size = 0;
            for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                size += read;
                if (size > limit) return null;
                computation.AppendData(buffer, 0, read);
                await write(buffer.AsMemory(0, read));
            }
            return (ContentHash.Of(computation), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
