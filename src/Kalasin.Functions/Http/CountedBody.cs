using Kalasin.Evaluation;

namespace Kalasin.Functions.Http;

/// <summary>A request's body that stops with <see cref="BodyTooLargeException"/> after so many bytes.</summary>
internal sealed class CountedBody(Stream body, long limit) : ReadOnlyStream
{
    private long _read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await body.ReadAsync(buffer, cancellationToken));

    public override int Read(Span<byte> buffer) => Count(body.Read(buffer));

    private int Count(int read) => (_read += read) > limit ? throw new BodyTooLargeException(limit) : read;
}
