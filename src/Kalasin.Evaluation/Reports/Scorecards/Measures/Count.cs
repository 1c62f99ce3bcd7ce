using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Scorecards.Measures;

/// <summary>A number of rows, each thing once.</summary>
internal sealed class CountFormulas : MeasureFormulas
{
    public override Type Kind => typeof(CountMeasure);

    public override (string Above, string Below) Words(Measure measure) => ($"จำนวน{measure.Unit.Thai}ที่ไม่ซ้ำ", "หาร");

    public override IEnumerable<string> Compared(Indicator indicator)
    {
        var measure = (CountMeasure)indicator.Measure;
        return [.. measure.DistinctBy, .. measure.Also?.DistinctBy ?? [], .. ComparedIn(measure.Where)];
    }

    public override AddedFormulas Add(IndicatorWork work)
    {
        var measure = (CountMeasure)work.Indicator.Measure;
        var distinct = work.Together.SelectMany(r => DistinctRows.Of(work.Of, RowSelection.Of(work.Of, r).Rows, measure.DistinctBy).Rows)
            .Select(r => r.Row).ToHashSet(ReferenceEqualityComparer.Instance);
        var things = ThingColumns.Add(work, measure.DistinctBy, oneAnswer: false, r => distinct.Contains(r.Row));
        var all = new RowGroup(null);
        return new(group => Of(work, things, group))
        {
            Also = measure.Also is { } also && !work.IsPerHost && things.Beside(work, also.Name.Thai, also.DistinctBy) is { } beside
                ? (also.Name.Thai, Of(work, beside, all), 1)
                : null,
        };
    }

    private static Fraction Of(IndicatorWork work, ThingColumns things, RowGroup group)
    {
        var (formula, count) = AddedFormulas.Count(work, things.Flag, things.Counts, group);
        return new(formula, count, () => null, 1);
    }
}
