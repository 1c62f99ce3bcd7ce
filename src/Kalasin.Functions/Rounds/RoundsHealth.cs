using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>What is wrong with the rounds that are kept, for whoever runs the program: events that can't be followed, contents that were found damaged, drops that wait.</summary>
internal sealed class RoundsHealth(RoundLog log, VaultContent content, WaitingDrops drops)
{
    /// <exception cref="StorageUnavailableException">The store can't say which rounds there are.</exception>
    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var round in await log.ListAsync(cancellationToken))
            if ((await log.FindOrSayAsync(round, cancellationToken)).Damage is { } damage) findings.Add(damage);
        return [.. findings, .. content.Damage, .. drops.Findings];
    }
}
