using Kalasin.Evaluation;
using Kalasin.Functions.Drops;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Ticks;

/// <summary>What is wrong with the rounds that are kept, for whoever runs the program: events that can't be followed, contents that were found damaged,
/// heads that don't fit, drops that wait, a clock that can't be trusted.</summary>
internal sealed class RoundsHealth(RoundLog log, VaultContent content, WaitingDrops drops, HeadSealing sealing, IHeads heads, ClockWatch watch)
{
    /// <exception cref="StorageUnavailableException">The store can't say which rounds there are.</exception>
    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var round in await log.ListAsync(cancellationToken))
            if ((await log.FindOrSayAsync(round, cancellationToken)).Damage is { } damage) findings.Add(damage);
        findings.AddRange([.. content.Damage, .. sealing.Findings, .. await heads.CheckAsync(cancellationToken), .. drops.Findings]);
        return watch.Finding is { } clock ? [.. findings, clock] : findings;
    }
}
