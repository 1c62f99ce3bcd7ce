using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Reports.Scorecards.Measures;

/// <summary>One sum in per cent of another.</summary>
internal sealed class RatioOfSumsFormulas : MeasureFormulas
{
    public override Type Kind => typeof(RatioOfSumsMeasure);

    public override int Factor => 100;

    public override (string Above, string Below) Words(Measure measure) => ("ผลรวมที่เป็นตัวตั้ง", "ผลรวมที่เป็นตัวหาร");

    public override IEnumerable<string> Compared(Indicator indicator) => [.. base.Compared(indicator), .. ComparedIn(indicator.Measure.Where)];

    public override AddedFormulas Add(IndicatorWork work)
    {
        var measure = (RatioOfSumsMeasure)work.Indicator.Measure;
        var sums = new SummedColumns(work, [measure.Numerator, measure.Denominator], [measure.Numerator, measure.Denominator]);
        return new(group =>
        {
            var (above, below) = (sums.Sum(measure.Numerator, group), sums.Sum(measure.Denominator, group));
            return new(above.Formula, above.Result, below.Formula, below.Result);
        });
    }
}
