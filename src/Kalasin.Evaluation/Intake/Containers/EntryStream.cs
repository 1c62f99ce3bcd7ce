using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>The inflated bytes of an entry, counted as they come: sizes in headers are claims.</summary>
/// <param name="inner">The inflating stream.</param>
/// <param name="name">Entry name, for findings.</param>
/// <param name="storedBytes">Bytes it can have been inflated from at most.</param>
/// <param name="budget">The file's budget.</param>
/// <param name="isText">XML, in which a run without markup has a bound.</param>
internal sealed class EntryStream(Stream inner, string name, long storedBytes, Budget budget, bool isText) : ReadOnlyStream
{
    /// <summary>Below this a high ratio is ordinary: blank rows of a form compress well.</summary>
    private const long RatioFrom = 1 << 20;

    /// <summary>Bytes without a '&lt;' that a text within the limit can take at most, escaped; a longer run is an endless text or tag.</summary>
    private readonly long longestRun = 32L * budget.Limits.CellCharacters + 4096;

    private long read;
    private long run;

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        read += count;
        budget.Inflate(count, name);
        if (read > budget.Limits.EntryBytes || (read > RatioFrom && read / Math.Max(1, storedBytes) > budget.Limits.Ratio))
            throw new ContentRefusedException(InflatesTooFar, name);
        var last = buffer[..count].LastIndexOf((byte)'<');
        run = last < 0 ? run + count : count - last;
        if (isText && run > longestRun) throw new ContentRefusedException(TextTooLong, Count(budget.Limits.CellCharacters), name);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
