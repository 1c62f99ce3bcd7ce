using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Measures;

/// <summary>The arithmetic mean of numbers.</summary>
internal sealed class AverageMeasuring : Measuring<AverageMeasure>
{
    protected override Measurement Of(IndicatorCase of, AverageMeasure measure, RowSelection rows)
    {
        var numbers = RowNumbers.Of(of, rows, [measure.Column], measure.Blanks);
        var (sum, count, name) = (numbers.Sum(measure.Column), numbers.Rows.Length, of.HeadingOf(measure.Column));
        if (count == 0)
            return numbers.NoValue(
                measure,
                new("๐ ÷ ๐ ไม่คำนวณ", "0 ÷ 0 is not computed"),
                new($"ไม่มี{name.Thai}ให้เฉลี่ย จึงไม่คำนวณ", $"There is no {name.English} to average, so no mean is computed"));
        // A mean lies between its terms; the last of decimal's 28 digits may be rounded past them.
        var terms = numbers.Rows.Select(r => RowNumbers.Number(r.Row, measure.Column));
        var value = Math.Clamp(sum / count, terms.Min(), terms.Max());
        var (s, n, v) = (ThaiNumerals.Exact(sum), ThaiNumerals.Number(count), ScoreDisplay.Number(of.Indicator, value));
        var shown = measure.WithUnit(v);
        return numbers.Measured(
            value,
            measure,
            new($"{s.Thai} ÷ {n.Thai} = {v.Thai}", $"{s.English} ÷ {n.English} = {v.English}"),
            new($"{name.Thai}เฉลี่ย {shown.Thai} จาก {n.Thai} รายการ", $"Mean {name.English}: {shown.English}, of {n.English} rows")) with
        {
            Numerator = sum,
            Denominator = count,
        };
    }

    /// <summary>How far the mean is from the next score, while the period lasts.</summary>
    protected override BilingualText? NextLevel(IndicatorCase of, AverageMeasure measure, Measurement measurement, Scale scale)
    {
        if (!Scoring.NextLevel.IsOpen(of) || scale.Next(measurement.Value!.Value) is not var (goal, score, beyond) || beyond) return null;
        var distance = decimal.Round(Math.Abs(goal - measurement.Value.Value), 2, MidpointRounding.ToPositiveInfinity);
        var (amount, at) = (ThaiNumerals.Number(distance, 2), measure.WithUnit(ThaiNumerals.Number(goal, 2)));
        return scale.IsFalling ? Scoring.NextLevel.Fewer(amount, measure.Unit, at, score) : Scoring.NextLevel.More(amount, measure.Unit, at, score);
    }

    /// <summary>How many rows were averaged, and their mean.</summary>
    protected override ImmutableArray<GroupFigure> Figures(Indicator indicator, AverageMeasure measure)
    {
        var name = indicator.Register.HeadingOf(measure.Column);
        return
        [
            GroupFigure.Rows(new("นำมาคิด", "counted"), rows => rows.Counted.Length),
            GroupFigure.Rows(new("ไม่นำมาคิด", "not counted"), rows => rows.Excluded.Length),
            new(new($"{name.Thai}เฉลี่ย", $"mean {name.English}"), rows => rows.Counted.IsEmpty
                ? null
                : ThaiNumerals.Number(RowNumbers.Sum(rows.Counted, measure.Column) / rows.Counted.Length, 2)),
        ];
    }
}
