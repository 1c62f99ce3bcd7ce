using Kalasin.Evaluation;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Functions.Http;

/// <summary>All scores of one entrant with their reasons.</summary>
/// <param name="Round">Absent for a stateless evaluation.</param>
/// <param name="Total">On 5; absent while nothing is scored.</param>
internal sealed record ScorecardAnswer(
    string? Round, EntrantAnswer Entrant, FrameworkLink Framework, DateOnly EvaluationDate, bool Provisional, decimal? Total, IReadOnlyList<ScoreAnswer> Scores)
{
    public static ScorecardAnswer Of(AwardRules rules, Scorecard card, RoundId? round) => new(
        round?.Value, new(card.Entrant, TextAnswer.Of(card.EntrantName)),
        new(card.Framework.Value, card.Revision), card.EvaluationDate, card.Provisional, card.Total,
        [.. card.Scores.Select(s => ScoreAnswer.Of(rules.Framework[s.Indicator], s))]);
}

internal sealed record EntrantAnswer(string Id, TextAnswer Name);

/// <param name="State"><c>measured</c>, <c>notApplicable</c>, <c>missing</c>, <c>disagreed</c> or <c>excused</c>.</param>
/// <param name="Value">Exact; absent when there is none.</param>
/// <param name="Score">Exact; absent when unscored, never 0 for it.</param>
/// <param name="Assessment">A person's score; absent when nobody gave one.</param>
/// <param name="Decisions">What people decided about it.</param>
internal sealed record ScoreAnswer(
    string Indicator, TextAnswer Name, string State, decimal? Value, TextAnswer ValueUnit,
    decimal? Score, decimal Weight, TextAnswer Explanation, CountedAnswer Counted,
    IReadOnlyList<ExcludedAnswer> Excluded, TextAnswer? NextLevel, IReadOnlyList<RuleAnswer> Rules, AssessmentAnswer? Assessment,
    IReadOnlyList<DecidedAnswer> Decisions, IReadOnlyList<FindingAnswer> Findings)
{
    public static ScoreAnswer Of(Indicator indicator, Score score)
    {
        var measured = score.Measurement;
        return new(
            score.Indicator.Value, TextAnswer.Of(indicator.ShortText), ApiJson.Word(measured.State),
            measured.Value, TextAnswer.Of(measured.Unit), score.Points, score.Weight,
            new(score.Explanation.ToString(Language.Thai), score.Explanation.ToString(Language.English)),
            new(measured.Counted.Length, measured.Numerator, measured.Denominator, [.. measured.Missing], [.. measured.Excused]),
            [.. ExcludedRows.Of([.. measured.NotMet, .. measured.Excluded]).Select(ExcludedAnswer.Of)],
            score.NextLevel is { } next ? TextAnswer.Of(next) : null,
            [.. score.Rules.Select(r => new RuleAnswer(ApiJson.Word(r.Rule), ApiJson.Word(r.Source.Kind), r.Source.Citation, r.Source.Note))],
            AssessmentAnswer.Of(score), [.. score.Decided.Select(DecidedAnswer.Of)],
            [.. measured.Findings.Select(FindingAnswer.Of)]);
    }
}

/// <param name="Rows">Rows in the numerator or count.</param>
/// <param name="Missing">Members of the population or expected senders that no row speaks of.</param>
/// <param name="Excused">Members of the population that nobody need report; they are in the denominator all the same.</param>
internal sealed record CountedAnswer(int Rows, decimal? Numerator, decimal? Denominator, IReadOnlyList<string> Missing, IReadOnlyList<string> Excused);

/// <param name="Difference">From the computed score; absent where there is none.</param>
/// <param name="Counts">It counts in the total, because no score could be computed.</param>
internal sealed record AssessmentAnswer(decimal Score, decimal? Difference, bool Counts)
{
    public static AssessmentAnswer? Of(Score score) =>
        score.Assessment is { Score: var given } ? new(given, score.AssessmentDifference, score.IsByPerson) : null;
}

/// <param name="Kind"><c>excuse</c>, <c>return</c>, <c>row</c>, <c>duplicates</c>, <c>disagreement</c>, <c>assessment</c> or <c>more</c>.</param>
/// <param name="Reason">Without names of persons.</param>
/// <param name="By">In what role; absent when that isn't known.</param>
internal sealed record DecidedAnswer(string Kind, TextAnswer What, string Reason, TextAnswer? By)
{
    public static DecidedAnswer Of(Decided decided) =>
        new(ApiJson.Word(decided.Kind), TextAnswer.Of(decided.What), decided.Why, decided.By is { } by ? TextAnswer.Of(by) : null);
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
