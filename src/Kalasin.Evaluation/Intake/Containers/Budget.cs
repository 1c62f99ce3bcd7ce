using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>What one file has used of its limits. One per file and reading; not thread-safe.</summary>
internal sealed class Budget(IntakeLimits limits, CancellationToken cancellationToken)
{
    private long inflated;
    private long rows;
    private long cells;

    public IntakeLimits Limits { get; } = limits;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Stops when the caller or the clock says so.</summary>
    public void CheckTime() => CancellationToken.ThrowIfCancellationRequested();

    public void Inflate(int bytes, string entry)
    {
        CheckTime();
        inflated += bytes;
        if (inflated > Limits.ArchiveBytes) throw new ContentRefusedException(InflatesTooFar, entry);
    }

    public void AddRow()
    {
        if (++rows > Limits.Rows) throw new ContentRefusedException(TooManyRows, Count(Limits.Rows));
    }

    public void AddCell()
    {
        if (++cells > Limits.Cells) throw new ContentRefusedException(TooManyCells, Count(Limits.Cells));
        if ((cells & 0xFFF) == 0) CheckTime();
    }
}
