using System.Collections.Immutable;
using Kalasin.Evaluation.Trials;

namespace Kalasin.Evaluation;

/// <summary>What scores would be if some inputs were others, beside what they are. Nothing is kept of it.</summary>
/// <param name="Before">Scorecards as they are.</param>
/// <param name="After">Scorecards as they would be; the same where <paramref name="Findings"/> has an error of the changes themselves.</param>
/// <param name="Findings">What is wrong with the changes, and what a form that says so would be told.</param>
public sealed record WhatIf(ImmutableArray<Scorecard> Before, ImmutableArray<Scorecard> After, ImmutableArray<Finding> Findings)
{
    /// <summary>Changes that are tried at once, at most.</summary>
    public const int MostChanges = 200;

    /// <summary>Every indicator whose value or score differs, and every total that does, in the order of the scorecards.</summary>
    public ImmutableArray<ScoreDifference> Differences => [.. Before.Zip(After).SelectMany(card => ScoreDifference.Between(card.First, card.Second))];

    /// <summary>Tries changes of inputs.</summary>
    /// <param name="rules">Rules to score by.</param>
    /// <param name="returns">The current version of each unit's return on each indicator.</param>
    /// <param name="evaluationDate">Day "overdue" and "not yet due" are judged on.</param>
    /// <param name="changes">What is thought to be otherwise; of two about the same cell the later holds.</param>
    /// <param name="decisions">What people decided; a row that changes is another row than the one they named. Default: none.</param>
    /// <param name="limits">What reading a changed return may ask. Default: <see cref="IntakeLimits.Default"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<WhatIf> TryAsync(
        AwardRules rules, IEnumerable<Return> returns, DateOnly evaluationDate, IEnumerable<InputChange> changes, Decisions? decisions = null,
        IntakeLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(returns);
        ArgumentNullException.ThrowIfNull(changes);
        ImmutableArray<Return> current = [.. returns];
        ImmutableArray<InputChange> all = [.. changes.Take(MostChanges + 1)];
        var (decided, findings) = (decisions ?? Decisions.None, ImmutableArray.CreateBuilder<Finding>());
        var before = Scorer.Score(rules, current, evaluationDate, decided);
        findings.AddRange(ChangeChecks.Of(rules, current, all));
        if (findings.Count > 0) return new(before, before, findings.ToImmutable());
        var changed = await ChangedReturns.OfAsync(rules, current, all, limits ?? IntakeLimits.Default, findings, cancellationToken);
        var after = Scorer.Score(rules, changed, evaluationDate, Assessed(rules, all, decided));
        return new(before, after, findings.ToImmutable());
    }

    /// <summary>The decisions with the scores that persons would give after theirs.</summary>
    private static Decisions Assessed(AwardRules rules, ImmutableArray<InputChange> changes, Decisions decisions) => decisions with
    {
        Assessments =
        [
            .. decisions.Assessments,
            .. changes.Where(c => c.Score is not null).Select(c => new Assessment(
                c.Indicator, rules.Framework.Entrant == EntrantKind.Province ? null : c.Unit, c.Score!.Value, "สมมติ")),
        ],
    };
}

/// <summary>By how much a score, or a total, would be another.</summary>
/// <param name="Entrant">Whose.</param>
/// <param name="Indicator">On what; <see langword="null"/> for the total.</param>
/// <param name="ValueBefore">The value as it is; of a total none.</param>
/// <param name="ValueAfter">As it would be.</param>
/// <param name="PointsBefore">The score or total as it is, exact; <see langword="null"/> where there is none.</param>
/// <param name="PointsAfter">As it would be.</param>
public sealed record ScoreDifference(
    string Entrant, IndicatorNumber? Indicator, decimal? ValueBefore, decimal? ValueAfter, decimal? PointsBefore, decimal? PointsAfter)
{
    /// <summary>By how many points it would be higher, or lower where that is below 0; <see langword="null"/> where one of the two is missing.</summary>
    public decimal? Change => PointsAfter - PointsBefore;

    internal static IEnumerable<ScoreDifference> Between(Scorecard before, Scorecard after)
    {
        foreach (var (was, would) in before.Scores.Zip(after.Scores))
            if ((was.Measurement.Value, was.Points, was.Assessment?.Score) != (would.Measurement.Value, would.Points, would.Assessment?.Score))
                yield return new(before.Entrant, was.Indicator, was.Measurement.Value, would.Measurement.Value, was.Points, would.Points);
        if (before.Total != after.Total) yield return new(before.Entrant, null, null, null, before.Total, after.Total);
    }
}
