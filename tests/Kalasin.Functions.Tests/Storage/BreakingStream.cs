namespace Kalasin.Functions.Tests.Storage;

/// <summary>A sender who goes away after some bytes.</summary>
internal sealed class BreakingStream(int bytes) : MemoryStream(new byte[bytes])
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Position == Length ? throw new ConnectionBrokenException() : base.ReadAsync(buffer, cancellationToken);
}

internal sealed class ConnectionBrokenException() : IOException("The sender went away.");
