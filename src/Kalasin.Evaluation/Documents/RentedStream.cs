using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Kalasin.Evaluation.Documents;

/// <summary>
/// Bytes written into a borrowed buffer, which goes back when this is disposed of: documents would otherwise leave megabytes of
/// buffers outgrown to the collector.
/// </summary>
/// <param name="room">Bytes there is room for before the buffer grows.</param>
internal sealed class RentedStream(int room) : Stream
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(room);
    private int length;

    /// <summary>What was written; not to be read once this is disposed of.</summary>
    public ReadOnlySpan<byte> Written => WrittenMemory.Span;

    /// <summary>The same.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => bytes.AsMemory(0, length);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => length;

    public override long Position { get => length; set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        buffer.CopyTo(Room(buffer.Length));
        length += buffer.Length;
    }

    /// <summary>Text as UTF-8.</summary>
    public void Write(ReadOnlySpan<char> text) => length += Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)));

    /// <summary>Text with values in it: nothing is made of them but their bytes. Numbers are those of no culture.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The pieces have written themselves, to the stream that they were handed.")]
    public void Write([InterpolatedStringHandlerArgument("")] ref Spelling text) { }

    /// <summary>Writes again what was written before.</summary>
    /// <param name="start">Where that begins.</param>
    /// <param name="count">How many bytes it has.</param>
    public void WriteAgain(int start, int count)
    {
        var again = Room(count);
        bytes.AsSpan(start, count).CopyTo(again);
        length += count;
    }

    /// <summary>Writes an interpolated text piece by piece.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Spelling
    {
        // More than any number has.
        private const int MostDigits = 64;

        private readonly RentedStream bytes;

        public Spelling(int literals, int values, RentedStream bytes) => (this.bytes = bytes).Room(literals + values * MostDigits);

        public void AppendLiteral(string text) => bytes.Write(text.AsSpan());

        public void AppendFormatted(string text) => bytes.Write(text.AsSpan());

        public void AppendFormatted<T>(T value, string? format = null) where T : IUtf8SpanFormattable
        {
            value.TryFormat(bytes.Room(MostDigits), out var written, format, CultureInfo.InvariantCulture);
            bytes.length += written;
        }
    }

    private Span<byte> Room(int count)
    {
        if (length + count > bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, length + count));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }
        return bytes.AsSpan(length);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return default;
    }

    public override void Flush() { }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        (bytes, length) = ([], 0);
        base.Dispose(disposing);
    }
}
