using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Measures;

/// <summary>How far one sum is above another, in per cent of the other.</summary>
internal sealed class GrowthMeasuring : Measuring<GrowthMeasure>
{
    protected override Measurement Of(IndicatorCase of, GrowthMeasure measure, RowSelection rows)
    {
        var numbers = RowNumbers.Of(of, rows, [measure.Now, measure.Before]);
        var (now, before) = (numbers.Sum(measure.Now), numbers.Sum(measure.Before));
        var (ours, theirs, n, b) = (of.HeadingOf(measure.Now), of.HeadingOf(measure.Before), ThaiNumerals.Exact(now), ThaiNumerals.Exact(before));
        if (before <= 0)
            return numbers.NoValue(
                measure,
                new($"({n.Thai} − {b.Thai}) ÷ {b.Thai} ไม่คำนวณ", $"({n.English} − {b.English}) ÷ {b.English} is not computed"),
                new($"ผลรวมของ{theirs.Thai}เป็น {b.Thai} จึงไม่คำนวณอัตราการเปลี่ยนแปลง", $"{theirs.English} adds up to {b.English}, so no change is computed"));
        var value = Change(now, before);
        var (v, by) = (ScoreDisplay.Number(of.Indicator, value), ScoreDisplay.Number(of.Indicator, Math.Abs(value)));
        var (thai, english) = value > 0 ? ($"เพิ่มขึ้นร้อยละ {by.Thai}", $"up by {by.English} per cent")
            : value < 0 ? ($"ลดลงร้อยละ {by.Thai}", $"down by {by.English} per cent") : ("ไม่เปลี่ยนแปลง", "unchanged");
        return numbers.Measured(
            value,
            measure,
            new($"({n.Thai} − {b.Thai}) ÷ {b.Thai} × ๑๐๐ = {v.Thai}", $"({n.English} − {b.English}) ÷ {b.English} × 100 = {v.English}"),
            new($"{ours.Thai}รวม {n.Thai} เทียบกับ{theirs.Thai}รวม {b.Thai} {thai}", $"{ours.English}: {n.English} against {theirs.English}: {b.English}, {english}")) with
        {
            Numerator = now,
            Denominator = before,
        };
    }

    /// <summary>How much more, while the period lasts and what it is compared with stays; what was summed doesn't become less.</summary>
    protected override BilingualText? NextLevel(IndicatorCase of, GrowthMeasure measure, Measurement measurement, Scale scale)
    {
        if (scale.IsFalling || !Scoring.NextLevel.IsOpen(of) || scale.Next(measurement.Value!.Value) is not var (goal, score, beyond) || beyond) return null;
        var more = measurement.Denominator!.Value * (100 + goal) / 100 - measurement.Numerator!.Value;
        return Scoring.NextLevel.MoreOf(of.HeadingOf(measure.Now), more, goal, scale, score);
    }

    /// <summary>Both sums and the change.</summary>
    protected override ImmutableArray<GroupFigure> Figures(Indicator indicator, GrowthMeasure measure)
    {
        return
        [
            GroupFigure.Rows(new("นำมาคิด", "counted"), rows => rows.Counted.Length),
            new(indicator.Register.HeadingOf(measure.Now), rows => ThaiNumerals.Exact(Now(rows))),
            new(indicator.Register.HeadingOf(measure.Before), rows => ThaiNumerals.Exact(Before(rows))),
            new(new("เปลี่ยนแปลงร้อยละ", "change, per cent"), rows => Before(rows) is > 0 and var before ? ThaiNumerals.Number(Change(Now(rows), before), 2) : null),
        ];

        decimal Now(RowGroup rows) => RowNumbers.Sum(rows.Counted, measure.Now);
        decimal Before(RowGroup rows) => RowNumbers.Sum(rows.Counted, measure.Before);
    }

    private static decimal Change(decimal now, decimal before) => (now - before) * 100 / before;
}
