using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Scoring.Totals;

namespace Kalasin.Functions.Http;

/// <summary>All scores of one entrant with their reasons.</summary>
/// <param name="Round">Absent for a stateless evaluation.</param>
/// <param name="Total">Out of <paramref name="FullTotal"/>; absent while nothing is scored.</param>
/// <param name="TotalOf100">The total on a scale of 100.</param>
/// <param name="Parts">How the total comes about: groups' subtotals, bonuses, penalties, and the total last.</param>
/// <param name="TotalExplanation">Every step from the scores to the total.</param>
/// <param name="Requirements">What the entrant has to reach in order to be ranked.</param>
/// <param name="Barred">It fails one of them.</param>
/// <param name="CompletedOn">Day on which its last return came, or its last score where judges alone score it; absent while one is owed, or for a stateless evaluation.</param>
/// <param name="Standing">Its place among the entrants of the round; absent where the round has one entrant.</param>
internal sealed record ScorecardAnswer(
    string? Round, EntrantAnswer Entrant, FrameworkLink Framework, DateOnly EvaluationDate, bool Provisional, decimal? Total, decimal FullTotal, decimal? TotalOf100,
    IReadOnlyList<TotalPartAnswer> Parts, TextAnswer TotalExplanation, IReadOnlyList<RequirementAnswer> Requirements, bool Barred, DateOnly? CompletedOn, StandingAnswer? Standing,
    IReadOnlyList<ScoreAnswer> Scores)
{
    /// <param name="all">Cards of all entrants of the round.</param>
    public static ScorecardAnswer Of(AwardRules rules, Scorecard card, RoundId? round, IReadOnlyCollection<Scorecard> all, Decisions? decisions = null) => new(
        round?.Value, new(card.Entrant, TextAnswer.Of(card.EntrantName), [.. PlanClasses.Of(rules, card.Entrant).Select(c => new ClassAnswer(TextAnswer.Of(c.Class), TextAnswer.Of(c.Is)))]),
        new(card.Framework.Value, card.Revision), card.EvaluationDate, card.Provisional, card.Total, card.FullTotal, card.TotalOf100,
        [.. TotalLine.Of(rules.Framework, card).Select(TotalPartAnswer.Of)],
        new(card.TotalExplanation.ToString(Language.Thai), card.TotalExplanation.ToString(Language.English)),
        [.. card.Requirements.Select(r => new RequirementAnswer(TextAnswer.Of(r.Text), r.IsMet, TextAnswer.Of(r.Reason), ApiJson.Word(r.Source.Kind)))],
        card.IsBarred, card.CompletedOn, StandingAnswer.Of(rules.Framework, card, all),
        [.. card.Scores.Select(s => ScoreAnswer.Of(rules.Framework[s.Indicator], s, NearDuplicateAnswer.Of(rules, s, decisions ?? Decisions.None)))]);
}

/// <param name="Classes">What thresholds depend on, as the plan says it.</param>
internal sealed record EntrantAnswer(string Id, TextAnswer Name, IReadOnlyList<ClassAnswer> Classes);

internal sealed record ClassAnswer(TextAnswer Class, TextAnswer Is);

/// <param name="Kind"><c>group</c>, <c>bonus</c>, <c>penalty</c> or <c>total</c>.</param>
/// <param name="Points">Exact; what a penalty takes is positive; absent while nothing of it is scored.</param>
/// <param name="Full">What it is out of, or at most.</param>
/// <param name="Weight">Its own weight; absent where its indicators' count as they are.</param>
internal sealed record TotalPartAnswer(string Kind, TextAnswer Name, IReadOnlyList<string> Indicators, decimal? Points, decimal? Full, decimal? Weight)
{
    public static TotalPartAnswer Of(TotalLine line) =>
        new(ApiJson.Word(line.Kind), TextAnswer.Of(line.Name), [.. line.Indicators.Select(i => i.Value)], line.Points, line.Full, line.Weight);
}

/// <param name="Met">Absent while what is asked about has no number.</param>
/// <param name="Reason">The number beside its bound.</param>
internal sealed record RequirementAnswer(TextAnswer Text, bool? Met, TextAnswer Reason, string Source);

/// <param name="Rank">Absent for an entrant that isn't ranked.</param>
/// <param name="Ranked">How many entrants are.</param>
/// <param name="Shared">Others have the same rank.</param>
/// <param name="Standing"><c>ranked</c>, <c>apart</c>, <c>barred</c> or <c>unscored</c>.</param>
/// <param name="TScore">Absent where the framework doesn't ask for it.</param>
internal sealed record StandingAnswer(int? Rank, int Ranked, bool Shared, string Standing, decimal? TScore)
{
    public static StandingAnswer? Of(Framework framework, Scorecard card, IReadOnlyCollection<Scorecard> all)
    {
        if (all.Count < 2) return null;
        var ranking = Ranking.Of(framework, all);
        var row = ranking.Rows.First(r => r.Scorecard.Entrant == card.Entrant);
        return new(row.Rank, ranking.Rows.Count(r => r.Rank is not null), row.IsShared, ApiJson.Word(row.Standing), row.TScore);
    }
}

/// <param name="State"><c>measured</c>, <c>notApplicable</c>, <c>missing</c>, <c>disagreed</c> or <c>excused</c>.</param>
/// <param name="Value">Exact; absent when there is none.</param>
/// <param name="Score">Exact; absent when unscored, never 0 for it.</param>
/// <param name="FullScore">The highest that its scale gives.</param>
/// <param name="SelfScore">What the unit gives itself; absent where it gives none.</param>
/// <param name="Role"><c>bonus</c> or <c>penalty</c>; absent where it counts by its weight.</param>
/// <param name="Assessment">A person's score; absent when nobody gave one.</param>
/// <param name="Decisions">What people decided about it.</param>
/// <param name="NearDuplicates">Pairs of rows of two units that count both and may be one thing; nobody has judged them yet.</param>
internal sealed record ScoreAnswer(
    string Indicator, TextAnswer Name, string State, decimal? Value, TextAnswer ValueUnit,
    decimal? Score, decimal FullScore, decimal? SelfScore, decimal Weight, string? Role, TextAnswer Explanation, CountedAnswer Counted,
    IReadOnlyList<ExcludedAnswer> Excluded, TextAnswer? NextLevel, IReadOnlyList<RuleAnswer> Rules, AssessmentAnswer? Assessment,
    IReadOnlyList<DecidedAnswer> Decisions, IReadOnlyList<NearDuplicateAnswer> NearDuplicates, IReadOnlyList<FindingAnswer> Findings)
{
    public static ScoreAnswer Of(Indicator indicator, Score score, IReadOnlyList<NearDuplicateAnswer> nearDuplicates)
    {
        var measured = score.Measurement;
        return new(
            score.Indicator.Value, TextAnswer.Of(indicator.ShortText), ApiJson.Word(measured.State),
            measured.Value, TextAnswer.Of(measured.Unit), score.Points, indicator.FullScore, score.SelfScore, score.Weight,
            indicator.Role is { } role ? ApiJson.Word(role) : null,
            new(score.Explanation.ToString(Language.Thai), score.Explanation.ToString(Language.English)),
            new(measured.Counted.Length, measured.Numerator, measured.Denominator, [.. measured.Missing], [.. measured.Excused]),
            [.. ExcludedRows.Of([.. measured.NotMet, .. measured.Excluded]).Select(ExcludedAnswer.Of)],
            score.NextLevel is { } next ? TextAnswer.Of(next) : null,
            [.. score.Rules.Select(r => new RuleAnswer(ApiJson.Word(r.Rule), ApiJson.Word(r.Source.Kind), r.Source.Citation, r.Source.Note))],
            AssessmentAnswer.Of(indicator, score), [.. score.Decided.Select(DecidedAnswer.Of)], nearDuplicates,
            [.. measured.Findings.Select(FindingAnswer.Of)]);
    }
}

/// <param name="Rows">Rows in the numerator or count.</param>
/// <param name="Missing">Members of the population or expected senders that no row speaks of.</param>
/// <param name="Excused">Members of the population that nobody need report; they are in the denominator all the same.</param>
internal sealed record CountedAnswer(int Rows, decimal? Numerator, decimal? Denominator, IReadOnlyList<string> Missing, IReadOnlyList<string> Excused);

/// <param name="Difference">From the computed score; absent where there is none.</param>
/// <param name="Counts">It counts in the total, because no score could be computed.</param>
/// <param name="Flagged">It differs by more than a level of five, which somebody has to settle.</param>
internal sealed record AssessmentAnswer(decimal Score, decimal? Difference, bool Counts, bool Flagged)
{
    public static AssessmentAnswer? Of(Indicator indicator, Score score) => score.Assessment is { Score: var given }
        ? new(given, score.AssessmentDifference, score.IsByPerson, score.AssessmentDifference is not null && Assessment.Differs(given, score.Points!.Value, indicator.FullScore))
        : null;
}

/// <param name="Kind"><c>excuse</c>, <c>return</c>, <c>row</c>, <c>duplicates</c>, <c>disagreement</c>, <c>assessment</c> or <c>more</c>.</param>
/// <param name="Reason">Without names of persons.</param>
/// <param name="By">In what role; absent when that isn't known.</param>
internal sealed record DecidedAnswer(string Kind, TextAnswer What, string Reason, TextAnswer? By)
{
    public static DecidedAnswer Of(Decided decided) =>
        new(ApiJson.Word(decided.Kind), TextAnswer.Of(decided.What), decided.Why, decided.By is { } by ? TextAnswer.Of(by) : null);
}

/// <summary>Two rows as <c>settleDuplicate</c> names them, and why they may be one thing.</summary>
internal sealed record NearDuplicateAnswer(NamedRowAnswer First, NamedRowAnswer Second, TextAnswer Why)
{
    public static IReadOnlyList<NearDuplicateAnswer> Of(AwardRules rules, Score score, Decisions decisions)
    {
        var verdicts = new DuplicateVerdicts([.. decisions.Duplicates.Where(d => d.Indicator == score.Indicator)]);
        return
        [
            .. NearDuplicates.Of(rules, score.Indicator, score.Measurement, (one, other) => verdicts.On(one, other) is not null).Found
                .Select(n => new NearDuplicateAnswer(NamedRowAnswer.Of(n.First), NamedRowAnswer.Of(n.Second), TextAnswer.Of(n.Why))),
        ];
    }
}

/// <param name="Row">Its number in the return.</param>
/// <param name="Hash">Names it across versions.</param>
internal sealed record NamedRowAnswer(string Unit, int Row, string Hash)
{
    public static NamedRowAnswer Of(RowReference row) => new(row.Unit.Value, row.Row.Number, RowFingerprint.Of(row.Unit, row.Row).Hash);
}

/// <param name="Row">The first row.</param>
/// <param name="Rows">Where several rows have the same reason: their numbers.</param>
/// <param name="Count">How many rows there are, where it is several.</param>
internal sealed record ExcludedAnswer(string Unit, int Row, string? Rows, int? Count, string Why, TextAnswer Reason)
{
    public static ExcludedAnswer Of(ExcludedRows rows) => new(
        rows.Unit.Value, rows.First, rows.Count > 1 ? rows.Rows : null, rows.Count > 1 ? rows.Count : null, ApiJson.Word(rows.Why), TextAnswer.Of(rows.Reason));
}

internal sealed record RuleAnswer(string Rule, string Source, string? Citation, string? Note);
