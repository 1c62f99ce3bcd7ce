using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Reports.Scorecards.Measures;

/// <summary>The mean of numbers: plain, weighted, or without those at the ends.</summary>
internal sealed class AverageFormulas : MeasureFormulas
{
    public override Type Kind => typeof(AverageMeasure);

    public override (string Above, string Below) Words(Measure measure) =>
        ((AverageMeasure)measure).Weights is null ? ("ผลรวม", "จำนวนรายการ") : ("ผลรวมของค่า × น้ำหนัก", "ผลรวมน้ำหนัก");

    public override IEnumerable<string> Compared(Indicator indicator) => [.. base.Compared(indicator), .. ComparedIn(indicator.Measure.Where)];

    public override AddedFormulas Add(IndicatorWork work)
    {
        var measure = (AverageMeasure)work.Indicator.Measure;
        var numbers = measure.Blanks == BlankRule.LeftOut ? new[] { measure.Column } : [];
        if (measure.Weights is { } weights)
        {
            var weighted = new SummedColumns(work, [measure.Column, weights], [.. numbers, weights]);
            return new(group => weighted.Over(weighted.Products(measure.Column, weights, group), weighted.Sum(weights, group)));
        }
        var sums = new SummedColumns(work, [measure.Column], [.. numbers], measure.Trim);
        return new(group => sums.Over(sums.Sum(measure.Column, group), sums.Count(group)));
    }
}
