using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Scoring.Totals;

namespace Kalasin.Evaluation.Rankings;

/// <summary>A scorecard made of values instead of returns, by the same rules from the value on.</summary>
internal static class ValuedScorecard
{
    public static Scorecard Of(
        Framework framework, string entrant, BilingualText name, DateOnly evaluationDate, ImmutableArray<EntrantClass> classes, IReadOnlyCollection<SentScore> values)
    {
        var scores = ImmutableArray.CreateBuilder<Score>(values.Count);
        var provisional = false;
        foreach (var indicator in framework.Indicators)
        {
            if (values.FirstOrDefault(v => v.Indicator == indicator.Number) is not { } value) continue;
            var points = PointsOf(framework, indicator with { Scale = indicator.Scale?.For(classes) }, value);
            provisional |= !points.Final;
            scores.Add(ScoreOf(framework, indicator, classes, value, points));
        }
        var totals = TotalParts.Of(framework, scores);
        var card = new Scorecard(entrant, name, framework.Id, framework.Revision, evaluationDate, scores.ToImmutable(), totals.Total, provisional)
        {
            FullTotal = totals.Full,
            Groups = totals.Groups,
            Bonus = totals.Bonus,
            Penalty = totals.Penalty,
            TotalExplanation = TotalWords.Of(framework, totals, scores),
        };
        return card with { Requirements = RequirementOutcomes.Of(framework, card) };
    }

    private static Points PointsOf(Framework framework, Indicator indicator, SentScore value)
    {
        var computed = Points.Of(framework, indicator, value.State, value.Value);
        return value is { ByPerson: true, Points: { } given } && Points.TakesAPersons(framework, computed, value.State) && given >= 0 && given <= indicator.FullScore
            ? Points.OfAPerson(indicator, given, value.State)
            : computed;
    }

    private static Score ScoreOf(Framework framework, Indicator indicator, ImmutableArray<EntrantClass> classes, SentScore value, Points points)
    {
        var scaled = indicator with { Scale = indicator.Scale?.For(classes) };
        var shown = value.Value is { } number ? ScoreDisplay.Value(scaled, number) : StateOf(value.State);
        var measurement = new Measurement(value.State, value.Value, indicator.Measure.Unit, shown, shown);
        var unclassed = scaled.Scale is null && indicator.Scale is { } unsaid
            ? BilingualText.Join(", ", framework.Classes.Where(c => unsaid.Classes.Contains(c.Id)).Select(c => c.Name))
            : null;
        ImmutableArray<BilingualText> steps =
        [
            shown, Explaining.Scaled(framework, scaled, unclassed, measurement, points),
            .. points is { ByPerson: true, Score: { } given } ? [Assessing.InPlaceOfAScore(given)] : ImmutableArray<BilingualText>.Empty,
        ];
        return new(
            indicator.Number, measurement, points.Score, points.Weight, new(steps), null, UsedRules.Of(scaled, [.. indicator.Scale?.SourcesFor(classes) ?? []], measurement, points))
        {
            IsByPerson = points.ByPerson,
        };
    }

    /// <summary>Why there is no value.</summary>
    public static BilingualText StateOf(MeasurementState state) => state switch
    {
        MeasurementState.NotApplicable => new("ไม่มีเรื่องให้วัด", "nothing to measure"),
        MeasurementState.Excused => new("ไม่ต้องรายงาน", "need not report"),
        MeasurementState.Disagreed => new("เจ้าภาพร่วมรายงานไม่ตรงกัน", "joint hosts disagree"),
        _ => new("ยังไม่มีผล", "no value yet"),
    };
}
