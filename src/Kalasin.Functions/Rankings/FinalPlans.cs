using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Rankings;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Rankings;

/// <summary>Plans of finals, made of the rankings that open them. Nothing is kept here: a plan is published as any other.</summary>
internal sealed class FinalPlans(RankingService rankings, Rulebook rulebook)
{
    /// <summary>The next revision of a final's plan.</summary>
    /// <returns>Null if there is no such award; findings where it isn't entered, or by nobody.</returns>
    public async Task<RulesResult<RoundPlan>?> MakeAsync(RoundId round, CancellationToken cancellationToken)
    {
        if (ShippedRules.Parts(round) is not var (province, award) || await rulebook.FrameworkAsync(award, null, cancellationToken) is not { } final) return null;
        var screening = final.Entry is { } entry && RoundId.TryParse($"{province}-{entry.Framework}", out var first) ? await rulebook.PlanAsync(first, null, cancellationToken) : null;
        if (screening is null || await rankings.FindAsync(screening.Framework.Value, cancellationToken) is not { } ranking)
            return FinalPlan.Not(RankingFindings.NotEntered.At(Place.Nowhere, final.Id.Value, final.Entry?.Framework.Value ?? "–"));
        var known = await rulebook.PlanAsync(round, null, cancellationToken);
        return FinalPlan.Of(final, ranking.Field, screening, known is null || BuiltInPlans.IsStandard(known) ? 1 : known.Revision + 1);
    }

    /// <summary>The finals that a ranking opens, with who enters.</summary>
    public async Task<ImmutableArray<EnteredFinal>> OfAsync(OpenedRanking ranking, CancellationToken cancellationToken) =>
    [
        .. (await rulebook.FrameworksAsync(cancellationToken)).Where(f => f.Entry?.Framework == ranking.Framework.Id).Select(f => new EnteredFinal(
            f, ranking.Field.Ranking.Rows.IsEmpty ? [] : ranking.Field.Ranking.Entering(f), [.. ranking.Field.Entries.Select(e => e.Province).DistinctBy(p => p.Code).OrderBy(p => p.Code, StringComparer.Ordinal)])),
    ];
}

/// <summary>A final that a ranking opens.</summary>
/// <param name="Framework">Its framework.</param>
/// <param name="Entering">Who enters, in order.</param>
/// <param name="Provinces">Provinces that may run it: those of the ranking.</param>
public sealed record EnteredFinal(Framework Framework, ImmutableArray<RankedEntrant> Entering, ImmutableArray<Province> Provinces);
