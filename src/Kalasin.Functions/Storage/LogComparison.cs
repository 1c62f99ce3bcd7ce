using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>A log held against another of which it may be the beginning.</summary>
/// <param name="Here">Events that it has.</param>
/// <param name="There">Events that the other has.</param>
/// <param name="Head">Head of its chain.</param>
/// <param name="HeadThere">Head of the other's.</param>
/// <param name="DiffersAt">Sequence of the first event that is another one; null if there is none.</param>
internal sealed record LogComparison(long Here, long There, ContentHash Head, ContentHash HeadThere, long? DiffersAt)
{
    /// <summary>Whether the other continues it, or is the same.</summary>
    public bool IsBeginning => DiffersAt is null && Here <= There;

    public static async Task<LogComparison> OfAsync(
        IAsyncEnumerable<StoredEvent> here, IAsyncEnumerable<StoredEvent> there, CancellationToken cancellationToken)
    {
        var (had, has, head, other, differs) = (0L, 0L, ContentHash.Zero, ContentHash.Zero, (long?)null);
        await using var known = here.GetAsyncEnumerator(cancellationToken);
        var more = await known.MoveNextAsync();
        await foreach (var stored in there.WithCancellation(cancellationToken))
        {
            has++;
            other = other.Then(stored.Bytes.Span);
            if (!more) continue;
            if (!known.Current.Bytes.Span.SequenceEqual(stored.Bytes.Span)) differs ??= has;
            Take();
            more = await known.MoveNextAsync();
        }
        for (; more; more = await known.MoveNextAsync()) Take();
        return new(had, has, head, other, differs);

        void Take()
        {
            had++;
            head = head.Then(known.Current.Bytes.Span);
        }
    }
}
