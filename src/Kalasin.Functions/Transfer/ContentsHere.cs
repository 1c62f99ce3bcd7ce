using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Transfer;

/// <summary>
/// What a vault has already of what is on its way in, and goes on having until the log has come too: what no event names yet is promoted anew, since
/// it may have lain there long enough to count as left (<see cref="VaultSweep"/>).
/// </summary>
internal static class ContentsHere
{
    public static async Task<HashSet<ContentHash>> OfAsync(StreamId stream, IVault vault, IEventLog log, CancellationToken cancellationToken)
    {
        var here = await vault.ListAsync(cancellationToken).Select(c => c.Hash).ToHashSetAsync(cancellationToken: cancellationToken);
        if (RoundLog.RoundOf(stream) is not { } round) return here;
        var named = (await LogReading.OfAsync(round, log, cancellationToken)).Named;
        foreach (var unnamed in here.Except(named).ToList())
            if (!await vault.RenewAsync(unnamed, cancellationToken)) here.Remove(unnamed);
        return here;
    }
}
