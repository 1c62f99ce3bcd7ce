using System.Collections.Immutable;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Rounds;

/// <summary>Tries changes of a round's inputs, within what reading little takes; nothing is kept.</summary>
internal sealed class WhatIfService(ResultsService results)
{
    /// <summary>A register of some thousand rows; whoever changes one cell of a larger one sends it as a file.</summary>
    private static readonly IntakeLimits Little = IntakeLimits.Default with { Memory = 24 << 20, Steps = 300_000_000, DeliverySteps = 600_000_000 };

    /// <summary>Few at a time: each scores the whole round twice.</summary>
    private static readonly SemaphoreSlim Places = new(2);

    public async Task<(AwardRules Rules, WhatIf Tried)> TryAsync(OpenedRound round, ImmutableArray<InputChange> changes, CancellationToken cancellationToken)
    {
        await Places.WaitAsync(cancellationToken);
        try
        {
            var snapshot = await results.SnapshotAsync(round, cancellationToken);
            return (snapshot.Rules, await WhatIf.TryAsync(
                snapshot.Rules, snapshot.Returns, snapshot.Rules.Plan.JudgedOn, changes, snapshot.Decisions, Little, cancellationToken));
        }
        finally
        {
            Places.Release();
        }
    }
}
