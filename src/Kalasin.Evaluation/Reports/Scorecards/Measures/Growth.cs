using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Reports.Scorecards.Measures;

/// <summary>How far one sum is above another, in per cent of the other.</summary>
internal sealed class GrowthFormulas : MeasureFormulas
{
    public override Type Kind => typeof(GrowthMeasure);

    public override int Factor => 100;

    public override (string Above, string Below) Words(Measure measure) => ("ผลรวมที่เปลี่ยนแปลง", "ผลรวมที่เปรียบเทียบ");

    public override IEnumerable<string> Compared(Indicator indicator) => [.. base.Compared(indicator), .. ComparedIn(indicator.Measure.Where)];

    public override AddedFormulas Add(IndicatorWork work)
    {
        var measure = (GrowthMeasure)work.Indicator.Measure;
        var sums = new SummedColumns(work, [measure.Now, measure.Before], [measure.Now, measure.Before]);
        return new(group =>
        {
            var (now, before) = (sums.Sum(measure.Now, group), sums.Sum(measure.Before, group));
            return new(() => $"{now.Formula()}-{before.Formula()}", now.Result - before.Result, before.Formula, before.Result);
        });
    }
}
