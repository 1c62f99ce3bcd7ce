using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Transfer;

/// <summary>Heads that were sealed somewhere else are promises here too: added where they are not, taken from nowhere.</summary>
internal static class PromisedHeads
{
    /// <exception cref="StorageUnavailableException">The place can't be written to.</exception>
    public static async Task<int> BringAsync(
        IHeads heads, StreamId stream, IEnumerable<SealedHead> promised, SealedHeads here, CancellationToken cancellationToken)
    {
        var known = here.Heads.Select(h => (h.Sequence, h.Head)).ToHashSet();
        var brought = 0;
        foreach (var promise in promised.Where(h => known.Add((h.Sequence, h.Head))))
        {
            await heads.SealAsync(stream, promise, cancellationToken);
            brought++;
        }
        return brought;
    }
}
