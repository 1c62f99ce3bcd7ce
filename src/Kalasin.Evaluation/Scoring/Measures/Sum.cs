using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Measures;

/// <summary>Numbers added up.</summary>
internal sealed class SumMeasuring : Measuring<SumMeasure>
{
    protected override Measurement Of(IndicatorCase of, SumMeasure measure, RowSelection rows)
    {
        var numbers = RowNumbers.Of(of, rows, [measure.Column]);
        var (value, name, n) = (numbers.Sum(measure.Column), of.HeadingOf(measure.Column), ThaiNumerals.Number(numbers.Rows.Length));
        var (v, shown) = (ThaiNumerals.Exact(value), measure.WithUnit(ThaiNumerals.Exact(value)));
        return numbers.Measured(
            value,
            measure,
            new($"ผลรวมของ {n.Thai} รายการ = {v.Thai}", $"sum of {Counted.Of(n):row|rows} = {v.English}"),
            new($"{name.Thai}รวม {shown.Thai} จาก {n.Thai} รายการ", $"{name.English}: {shown.English} together, of {Counted.Of(n):row|rows}")) with
        {
            Numerator = value,
        };
    }

    /// <summary>How much more, while the period lasts; what was summed doesn't become less.</summary>
    protected override BilingualText? NextLevel(IndicatorCase of, SumMeasure measure, Measurement measurement, Scale scale)
    {
        var now = measurement.Value!.Value;
        if (scale.IsFalling || !Scoring.NextLevel.IsOpen(of) || scale.Next(now) is not var (goal, score, beyond) || beyond) return null;
        return Scoring.NextLevel.More(ThaiNumerals.Exact(goal - now), measure.Unit, measure.WithUnit(ThaiNumerals.Exact(goal)), scale, score);
    }

    /// <summary>How many rows were added up, and their sum.</summary>
    protected override ImmutableArray<GroupFigure> Figures(Indicator indicator, SumMeasure measure)
    {
        var name = indicator.Register.HeadingOf(measure.Column);
        return
        [
            GroupFigure.Rows(new("นำมาคิด", "counted"), rows => rows.Counted.Length),
            GroupFigure.Rows(new("ไม่นำมาคิด", "not counted"), rows => rows.Excluded.Length),
            new(new($"{name.Thai}รวม", $"{name.English}, sum"), rows => ThaiNumerals.Exact(RowNumbers.Sum(rows.Counted, measure.Column))),
        ];
    }
}
