using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Measures;

/// <summary>The mean of numbers: plain, weighted, or without those at the ends.</summary>
internal sealed class AverageMeasuring : Measuring<AverageMeasure>
{
    protected override Measurement Of(IndicatorCase of, AverageMeasure measure, RowSelection rows)
    {
        var numbers = RowNumbers.Of(of, rows, NeededBy(measure));
        if (measure.Trim is { } trim)
        {
            if (numbers.Rows.Length > 0 && numbers.Rows.Length <= trim.Lowest + trim.Highest) return TooFew(of, measure, trim, numbers);
            numbers = numbers.Without(measure.Column, trim);
        }
        var terms = numbers.Rows.Select(r => r.Row).ToList();
        var (sum, weight, name) = (Sum(measure, terms), Weight(measure, terms), of.HeadingOf(measure.Column));
        var (s, w) = (ThaiNumerals.Exact(sum), ThaiNumerals.Exact(weight));
        if (weight == 0)
            return numbers.NoValue(
                measure,
                new($"{s.Thai} ÷ ๐ ไม่คำนวณ", $"{s.English} ÷ 0 is not computed"),
                new($"ไม่มี{name.Thai}ให้เฉลี่ย จึงไม่คำนวณ", $"There is no {name.English} to average, so no mean is computed"));
        var value = Mean(measure, terms);
        var (n, v) = (ThaiNumerals.Number(terms.Count), ScoreDisplay.Number(of.Indicator, value));
        var (shown, how) = (measure.WithUnit(v), How(of, measure));
        return numbers.Measured(
            value,
            measure,
            new($"{s.Thai} ÷ {w.Thai} = {v.Thai}", $"{s.English} ÷ {w.English} = {v.English}"),
            new($"{name.Thai}เฉลี่ย{how.Thai} {shown.Thai} จาก {n.Thai} รายการ", $"Mean {name.English}{how.English}: {shown.English}, of {Counted.Of(n):row|rows}")) with
        {
            Numerator = sum,
            Denominator = weight,
        };
    }

    /// <summary>How far the mean is from the next score, while the period lasts.</summary>
    protected override BilingualText? NextLevel(IndicatorCase of, AverageMeasure measure, Measurement measurement, Scale scale)
    {
        if (!Scoring.NextLevel.IsOpen(of) || scale.Next(measurement.Value!.Value) is not var (goal, score, beyond) || beyond) return null;
        var distance = decimal.Round(Math.Abs(goal - measurement.Value.Value), 2, MidpointRounding.ToPositiveInfinity);
        var (amount, at) = (ThaiNumerals.Number(distance, 2), measure.WithUnit(ThaiNumerals.Number(goal, 2)));
        return scale.IsFalling ? Scoring.NextLevel.Fewer(amount, measure.Unit, at, scale, score) : Scoring.NextLevel.More(amount, measure.Unit, at, scale, score);
    }

    /// <summary>How many rows were averaged, and their mean.</summary>
    protected override ImmutableArray<GroupFigure> Figures(Indicator indicator, AverageMeasure measure)
    {
        var name = indicator.Register.HeadingOf(measure.Column);
        return
        [
            GroupFigure.Rows(new("นำมาคิด", "counted"), rows => rows.Counted.Length),
            GroupFigure.Rows(new("ไม่นำมาคิด", "not counted"), rows => rows.Excluded.Length),
            new(new($"{name.Thai}เฉลี่ย", $"mean {name.English}"), rows => Weight(measure, rows.Counted) == 0
                ? null
                : ThaiNumerals.Number(Mean(measure, rows.Counted), 2)),
        ];
    }

    private static ImmutableArray<string> NeededBy(AverageMeasure measure) =>
        [.. measure.Blanks == BlankRule.LeftOut ? [measure.Column] : Array.Empty<string>(), .. measure.Weights is { } weights ? [weights] : Array.Empty<string>()];

    private static decimal WeightOf(AverageMeasure measure, RegisterRow row) => measure.Weights is { } weights ? RowNumbers.Number(row, weights) : 1;

    private static decimal Sum(AverageMeasure measure, IEnumerable<RegisterRow> rows) =>
        RowNumbers.Sum(rows.Select(r => RowNumbers.Number(r, measure.Column) * WeightOf(measure, r)));

    private static decimal Weight(AverageMeasure measure, IEnumerable<RegisterRow> rows) => RowNumbers.Sum(rows.Select(r => WeightOf(measure, r)));

    /// <summary>A mean lies between the terms that have weight; the last of decimal's 28 digits may be rounded past them.</summary>
    private static decimal Mean(AverageMeasure measure, IReadOnlyCollection<RegisterRow> rows)
    {
        var terms = rows.Where(r => WeightOf(measure, r) > 0).Select(r => RowNumbers.Number(r, measure.Column)).ToList();
        return Math.Clamp(Sum(measure, rows) / Weight(measure, rows), terms.Min(), terms.Max());
    }

    private static BilingualText How(IndicatorCase of, AverageMeasure measure)
    {
        if (measure.Weights is { } weights)
            return of.HeadingOf(weights) is var by ? new($"ถ่วงน้ำหนักด้วย{by.Thai}", $" weighted by {by.English}") : by;
        if (measure.Trim is not { } trim) return BilingualText.Empty;
        var ends = Ends(trim);
        return new($" (ตัด{ends.Thai})", $" (without {ends.English})");
    }

    private static BilingualText Ends(Trim trim)
    {
        var (low, high) = (ThaiNumerals.Number(trim.Lowest), ThaiNumerals.Number(trim.Highest));
        var (lowest, highest) = (new BilingualText($"ค่าต่ำสุด {low.Thai} ค่า", $"the lowest {low.English}"), new BilingualText($"ค่าสูงสุด {high.Thai} ค่า", $"the highest {high.English}"));
        return trim.Lowest == 0 ? highest : trim.Highest == 0 ? lowest : new($"{highest.Thai} และ{lowest.Thai}", $"{highest.English} and {lowest.English}");
    }

    private static Measurement TooFew(IndicatorCase of, AverageMeasure measure, Trim trim, RowNumbers numbers)
    {
        var (n, ends, name) = (ThaiNumerals.Number(numbers.Rows.Length), Ends(trim), of.HeadingOf(measure.Column));
        return numbers.NoValue(
            measure,
            new($"{n.Thai} ค่า ไม่คำนวณ", $"of {Counted.Of(n):number|numbers} none is computed"),
            new($"มี{name.Thai}เพียง {n.Thai} ค่า เมื่อตัด{ends.Thai}แล้วไม่เหลือให้เฉลี่ย จึงไม่คำนวณ",
                $"{name.English}: only {n.English}; without {ends.English} none is left, so no mean is computed"));
    }
}
