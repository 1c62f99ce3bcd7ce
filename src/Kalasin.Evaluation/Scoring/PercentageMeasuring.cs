using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Scoring;

/// <summary>Rows that meet a condition, in per cent of the rows that are due.</summary>
internal static class PercentageMeasuring
{
    public static Measurement Of(IndicatorCase of, PercentageMeasure measure, RowSelection rows)
    {
        var met = ImmutableArray.CreateBuilder<RowReference>();
        var notMet = ImmutableArray.CreateBuilder<ExcludedRow>();
        var excluded = rows.Excluded.ToBuilder();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var row in rows.Rows)
        {
            if (!of.Predicates.Holds(measure.Due, row.Subject)) excluded.Add(NotYetDue(of, measure.Due!, row, findings));
            else if (of.Predicates.Holds(measure.Meets, row.Subject)) met.Add(row.Reference);
            else notMet.Add(NotMet(of, measure, row, findings));
        }
        var due = met.Count + notMet.Count;
        var draft = due == 0 ? NothingDue(measure) : Measured(of, measure, met.Count, due);
        return draft with
        {
            Counted = met.ToImmutable(),
            NotMet = notMet.ToImmutable(),
            Excluded = excluded.ToImmutable(),
            Also = Beside(of, measure, rows),
            Findings = findings.ToImmutable(),
        };
    }

    /// <summary>A row of the denominator that isn't in the numerator, and why.</summary>
    public static ExcludedRow NotMet(IndicatorCase of, PercentageMeasure measure, SelectedRow row, ImmutableArray<Finding>.Builder findings)
    {
        if (of.Reasons.JustBelow(measure.Meets, row.Subject) is { } near)
            findings.Add(ScoringFindings.JustBelow.At(new() { Row = row.Row.Number }, near.Name, PredicateReasons.Exact(near.Value), PredicateReasons.Exact(near.Limit), of.Names.WithUnit(row.Reference)));
        return new(row.Reference, ExclusionReason.NotMet, of.Reasons.Of(measure.Meets, row.Subject));
    }

    /// <summary>The value with its formula and sentence; <paramref name="whole"/> is at least 1.</summary>
    public static Measurement Measured(IndicatorCase of, PercentageMeasure measure, int part, int whole)
    {
        var value = part * 100m / whole;
        var (n, d, v) = (ThaiNumerals.Number(part), ThaiNumerals.Number(whole), ScoreDisplay.Number(of.Indicator, value));
        var (row, met) = (measure.Row, measure.Met);
        return new(
            MeasurementState.Measured,
            value,
            measure.Unit,
            new($"{n.Thai} ÷ {d.Thai} × ๑๐๐ = {v.Thai}", $"{n.English} ÷ {d.English} × 100 = {v.English}"),
            new($"{met.Thai} {n.Thai} {row.Thai} จาก {d.Thai} {row.Thai} คิดเป็นร้อยละ {v.Thai}", $"{n.English} of {d.English} {row.English} {met.English}: {v.English} per cent"))
        {
            Numerator = part,
            Denominator = whole,
        };
    }

    private static ExcludedRow NotYetDue(IndicatorCase of, Predicate due, SelectedRow row, ImmutableArray<Finding>.Builder findings)
    {
        if (of.Reasons.NotYetOver(due, row.Subject) is not { } period) return new(row.Reference, ExclusionReason.NotYetDue, of.Reasons.Of(due, row.Subject));
        var finding = ScoringFindings.NotYetDue.At(new() { Row = row.Row.Number }, of.Names.Of(row.Row), ThaiNumerals.Number(period.Days), ThaiDate.BilingualShort(period.Last));
        findings.Add(finding);
        return new(row.Reference, ExclusionReason.NotYetDue, finding.Message);
    }

    private static Measurement NothingDue(PercentageMeasure measure) => new(
        MeasurementState.NotApplicable,
        null,
        measure.Unit,
        new("๐ ÷ ๐ ไม่คำนวณ", "0 ÷ 0 is not computed"),
        new("ไม่มีเรื่องถึงกำหนดในช่วงที่ประเมิน จึงไม่คำนวณร้อยละ", "Nothing was due in the period, so no percentage is computed"))
    {
        Numerator = 0,
        Denominator = 0,
    };

    private static ImmutableArray<SecondaryValue> Beside(IndicatorCase of, PercentageMeasure measure, RowSelection rows)
    {
        if (measure.Also is not { } also) return [];
        var (part, whole) = (0, 0);
        foreach (var row in rows.Rows)
        {
            if (!of.Predicates.Holds(also.Due, row.Subject)) continue;
            whole++;
            if (of.Predicates.Holds(also.Meets, row.Subject)) part++;
        }
        var (n, d) = (ThaiNumerals.Number(part), ThaiNumerals.Number(whole));
        if (whole == 0) return [new(also.Name, null, new("๐ ÷ ๐ ไม่คำนวณ", "0 ÷ 0 is not computed"))];
        var value = part * 100m / whole;
        var v = ThaiNumerals.Number(ScoreDisplay.Round(value, null), 2);
        return [new(also.Name, value, new($"{n.Thai} ÷ {d.Thai} × ๑๐๐ = {v.Thai}", $"{n.English} ÷ {d.English} × 100 = {v.English}"))];
    }
}
