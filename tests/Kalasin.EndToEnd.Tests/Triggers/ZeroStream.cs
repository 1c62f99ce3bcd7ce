using Kalasin.Evaluation;

namespace Kalasin.EndToEnd.Tests.Triggers;

/// <summary>So many zero bytes, held nowhere; how many is known beforehand, so that they can be sent with their length.</summary>
internal sealed class ZeroStream(long length) : ReadOnlyStream
{
    public override bool CanSeek => true;

    public override long Length { get; } = length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        var read = (int)Math.Min(buffer.Length, Length - Position);
        buffer[..read].Clear();
        Position += read;
        return read;
    }
}
