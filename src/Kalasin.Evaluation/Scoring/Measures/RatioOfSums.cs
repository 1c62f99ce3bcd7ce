using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Measures;

/// <summary>One sum in per cent of another.</summary>
internal sealed class RatioOfSumsMeasuring : Measuring<RatioOfSumsMeasure>
{
    protected override Measurement Of(IndicatorCase of, RatioOfSumsMeasure measure, RowSelection rows)
    {
        var numbers = RowNumbers.Of(of, rows, [measure.Numerator, measure.Denominator]);
        var (part, whole) = (numbers.Sum(measure.Numerator), numbers.Sum(measure.Denominator));
        var (above, below) = (of.HeadingOf(measure.Numerator), of.HeadingOf(measure.Denominator));
        var (n, d) = (ThaiNumerals.Exact(part), ThaiNumerals.Exact(whole));
        if (whole <= 0)
            return numbers.NoValue(
                measure,
                new($"{n.Thai} ÷ {d.Thai} ไม่คำนวณ", $"{n.English} ÷ {d.English} is not computed"),
                new($"ผลรวมของ{below.Thai}เป็น {d.Thai} จึงไม่คำนวณร้อยละ", $"{below.English} adds up to {d.English}, so no percentage is computed"));
        var value = part * 100 / whole;
        var v = ScoreDisplay.Number(of.Indicator, value);
        return numbers.Measured(
            value,
            measure,
            new($"{n.Thai} ÷ {d.Thai} × ๑๐๐ = {v.Thai}", $"{n.English} ÷ {d.English} × 100 = {v.English}"),
            new($"{above.Thai}รวม {n.Thai} จาก{below.Thai}รวม {d.Thai} คิดเป็นร้อยละ {v.Thai}",
                $"{above.English}: {n.English} of {below.English}: {d.English}, {v.English} per cent")) with
        {
            Numerator = part,
            Denominator = whole,
        };
    }

    /// <summary>How much more of the dividend, while the period lasts and the divisor stays; what was summed doesn't become less.</summary>
    protected override BilingualText? NextLevel(IndicatorCase of, RatioOfSumsMeasure measure, Measurement measurement, Scale scale)
    {
        if (scale.IsFalling || !Scoring.NextLevel.IsOpen(of) || scale.Next(measurement.Value!.Value) is not var (goal, score, beyond) || beyond) return null;
        var more = goal * measurement.Denominator!.Value / 100 - measurement.Numerator!.Value;
        return Scoring.NextLevel.MoreOf(of.HeadingOf(measure.Numerator), more, goal, scale, score);
    }

    /// <summary>Both sums and their ratio.</summary>
    protected override ImmutableArray<GroupFigure> Figures(Indicator indicator, RatioOfSumsMeasure measure)
    {
        return
        [
            GroupFigure.Rows(new("นำมาคิด", "counted"), rows => rows.Counted.Length),
            new(indicator.Register.HeadingOf(measure.Numerator), rows => ThaiNumerals.Exact(Part(rows))),
            new(indicator.Register.HeadingOf(measure.Denominator), rows => ThaiNumerals.Exact(Whole(rows))),
            new(new("ร้อยละ", "per cent"), rows => Whole(rows) is > 0 and var whole ? ThaiNumerals.Number(Part(rows) * 100 / whole, 2) : null),
        ];

        decimal Part(RowGroup rows) => RowNumbers.Sum(rows.Counted, measure.Numerator);
        decimal Whole(RowGroup rows) => RowNumbers.Sum(rows.Counted, measure.Denominator);
    }
}
