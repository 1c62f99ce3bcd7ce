using System.Buffers;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>
/// What the reading of a delivery may still use: work and memory, and of each file what its limits allow. Whatever hands out
/// something from outside (<see cref="SourceBytes"/>, <see cref="EntryStream"/>, <see cref="PartXml"/>, <see cref="RawCell"/>)
/// draws on it while it does, so that a loop over it pays and needn't think of it. Only work that grows faster than what is
/// handed out is paid for by who does it. One per delivery; not thread-safe.
/// </summary>
internal sealed class Budget(IntakeLimits limits, CancellationToken cancellationToken)
{
    /// <summary>Less than a millisecond.</summary>
    private const long StepsBetweenLooksAtTheCaller = 1 << 16;

    private long stepsBefore;
    private long steps;
    private long nextStop;
    private long kept;
    private long held;
    private long heldByRows;
    private long inflated;
    private long rows;
    private long cells;
    private int translations;
    private readonly List<KeptCell[]> lent = [];
    private Func<int, KeptCell[]>? lend;

    public IntakeLimits Limits { get; } = limits;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Steps of all files so far.</summary>
    public long Steps => stepsBefore + steps;

    /// <summary>Bytes that are held now, as they are counted.</summary>
    public long Held => kept + held + heldByRows;

    /// <summary>Ends a file: of what was held, only what its returns hold stays counted.</summary>
    /// <param name="keepRows">Whether returns were made of its rows.</param>
    public void EndFile(bool keepRows)
    {
        if (keepRows) kept += heldByRows;
        stepsBefore += steps;
        (steps, nextStop, held, heldByRows, inflated, rows, cells) = (0, 0, 0, 0, 0, 0, 0);
    }

    /// <summary>Lends an array of a length that is a power of two for the cells of a table, until the file's tables are done with.</summary>
    public Func<int, KeptCell[]> Lend => lend ??= length =>
    {
        lent.Add(ArrayPool<KeptCell>.Shared.Rent(length));
        return lent[^1];
    };

    /// <summary>How often what was lent was taken back: what was read before is not to be looked at any more.</summary>
    public int TakenBack { get; private set; }

    /// <summary>Takes back what was lent, once a file's tables are done with.</summary>
    public void TakeBack()
    {
        TakenBack++;
        foreach (var array in lent) ArrayPool<KeptCell>.Shared.Return(array);
        lent.Clear();
    }

    /// <summary>Pays for work; see <see cref="IntakeLimits.Steps"/> for what a step is.</summary>
    public void Spend(long work)
    {
        steps += work;
        if (steps >= nextStop) Stop();
    }

    /// <summary>Counts memory that stays taken until the file is done with.</summary>
    public void Hold(long bytes)
    {
        held += bytes;
        if (Held > Limits.Memory) throw new ContentRefusedException(TooMuchAtOnce);
    }

    public void Inflate(int bytes, string entry)
    {
        Spend(bytes);
        inflated += bytes;
        if (inflated > Limits.ArchiveBytes) throw new ContentRefusedException(InflatesTooFar, entry);
    }

    /// <summary>Looks at the limits of work and at the caller, who may have given up; not so often that it costs anything.</summary>
    private void Stop()
    {
        if (steps > Limits.Steps) throw new ContentRefusedException(TooMuchWork);
        if (stepsBefore + steps > Limits.DeliverySteps) throw new ContentRefusedException(TooMuchAtOnce);
        CancellationToken.ThrowIfCancellationRequested();
        nextStop = Math.Min(steps + StepsBetweenLooksAtTheCaller, Math.Min(Limits.Steps, Limits.DeliverySteps - stepsBefore) + 1);
    }

    /// <summary>Counts a filled row.</summary>
    /// <param name="bytes">What may be made of it and kept.</param>
    public void AddRow(long bytes)
    {
        if (++rows > Limits.Rows) throw new ContentRefusedException(TooManyRows, Count(Limits.Rows));
        heldByRows += bytes;
        Hold(0);
    }

    /// <summary>Keeps bytes beyond the end of their file, where there is room for them.</summary>
    public bool MayKeep(long bytes)
    {
        if (Held + bytes > Limits.Memory) return false;
        kept += bytes;
        return true;
    }

    /// <summary>Whether one more file may be given to the program that translates.</summary>
    public bool MayTranslate() => translations++ < Limits.Translations;

    /// <summary>Gives no more files of the delivery to it: one that took all that one may is enough.</summary>
    public void EndTranslating() => translations = Limits.Translations;

    public void AddCell()
    {
        if (++cells > Limits.Cells) throw new ContentRefusedException(TooManyCells, Count(Limits.Cells));
    }
}
