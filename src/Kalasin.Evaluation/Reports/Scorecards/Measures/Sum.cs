using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Reports.Scorecards.Measures;

/// <summary>Numbers added up.</summary>
internal sealed class SumFormulas : MeasureFormulas
{
    public override Type Kind => typeof(SumMeasure);

    public override (string Above, string Below) Words(Measure measure) => ("ผลรวม", "หาร");

    public override IEnumerable<string> Compared(Indicator indicator) => [.. base.Compared(indicator), .. ComparedIn(indicator.Measure.Where)];

    public override AddedFormulas Add(IndicatorWork work)
    {
        var measure = (SumMeasure)work.Indicator.Measure;
        var sums = new SummedColumns(work, [measure.Column], [measure.Column]);
        return new(group => sums.Over(sums.Sum(measure.Column, group), (() => "1", 1)));
    }
}
