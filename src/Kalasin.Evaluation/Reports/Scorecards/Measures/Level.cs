using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Reports.Scorecards.Measures;

/// <summary>The best subject's highest step that is complete together with all below it.</summary>
internal sealed class LevelFormulas : MeasureFormulas
{
    public override Type Kind => typeof(LevelMeasure);

    public override (string Above, string Below) Words(Measure measure) => ("ระดับสูงสุดที่ครบทุกขั้น", "หาร");

    public override IEnumerable<string> Compared(Indicator indicator)
    {
        var measure = (LevelMeasure)indicator.Measure;
        return [.. measure.Subject, .. ComparedIn([measure.Where, .. measure.Steps.Select(s => RowsOf(s.Condition))])];
    }

    public override AddedFormulas Add(IndicatorWork work)
    {
        var table = new SubjectTable(work, (LevelMeasure)work.Indicator.Measure);
        return new(table.Of, table.Place);
    }

    public static Predicate? RowsOf(LevelCondition condition) => condition switch { SomeRow c => c.Where, Coverage c => c.Where, _ => null };
}
