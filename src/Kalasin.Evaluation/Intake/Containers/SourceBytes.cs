namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>The bytes of a file, or of a stretch of it with a position of its own. Every read is paid for.</summary>
internal sealed class SourceBytes : ReadOnlyStream
{
    private const int StepsPerRead = 64;

    private readonly Stream file;
    private readonly long start;
    private readonly Budget budget;

    public SourceBytes(Stream file, Budget budget) : this(file, 0, file.Length, budget) { }

    private SourceBytes(Stream file, long start, long length, Budget budget) => (this.file, this.start, Length, this.budget) = (file, start, length, budget);

    public override bool CanSeek => true;

    public override long Length { get; }

    public override long Position { get; set; }

    /// <summary>A stretch of it; <see langword="null"/> when it doesn't lie inside.</summary>
    public SourceBytes? Stretch(long at, long length) => at >= 0 && length >= 0 && at <= Length - length ? new(file, start + at, length, budget) : null;

    /// <summary>Fills the target from a place; <see langword="false"/> when that doesn't lie inside.</summary>
    public bool TryReadAt(long at, Span<byte> target)
    {
        if (at < 0 || at > Length - target.Length) return false;
        Position = at;
        return this.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) == target.Length;
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = offset + (origin == SeekOrigin.Begin ? 0 : origin == SeekOrigin.Current ? Position : Length);

    public override int Read(Span<byte> buffer)
    {
        var wanted = (int)Math.Clamp(Length - Position, 0, buffer.Length);
        budget.Spend(StepsPerRead + wanted);
        file.Position = start + Position;
        var count = file.Read(buffer[..wanted]);
        Position += count;
        return count;
    }
}
