using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns.Predicates;

namespace Kalasin.Evaluation.Scoring.Measures;

/// <summary>Rows that meet a condition, in per cent of the rows that are due or of a population.</summary>
internal sealed class PercentageMeasuring : Measuring<PercentageMeasure>
{
    protected override Measurement Of(IndicatorCase of, PercentageMeasure measure, RowSelection rows)
    {
        if (MembersOf(of, measure) is { } members) return PercentageOfPopulation.Of(of, measure, members, rows);
        var distinct = DistinctRows.WithOneAnswer(of, rows);
        var met = ImmutableArray.CreateBuilder<RowReference>();
        var notMet = ImmutableArray.CreateBuilder<ExcludedRow>();
        var excluded = rows.Excluded.ToBuilder();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var prospects = new Prospects();
        distinct.Note(of, excluded, findings);
        foreach (var row in distinct.Rows)
        {
            var isDue = of.Predicates.Holds(measure.Due, row.Subject);
            var isMet = of.Predicates.Holds(measure.Meets, row.Subject);
            if (!isDue) excluded.Add(NotYetDue(of, measure.Due!, row, findings));
            else if (isMet) met.Add(row.Reference);
            else notMet.Add(NotMet(of, measure, row, findings));
            if (!CanTurn(of, measure, row)) continue;
            if (!isDue) prospects = prospects with { Open = prospects.Open + 1 };
            else if (isMet != Wanted(of)) prospects = prospects with { Counted = prospects.Counted + 1 };
        }
        var due = met.Count + notMet.Count;
        var draft = due == 0 ? NothingDue(measure) : Measured(of, measure, met.Count, due);
        return draft with
        {
            Prospects = prospects,
            Counted = met.ToImmutable(),
            NotMet = notMet.ToImmutable(),
            Excluded = excluded.ToImmutable(),
            LookAlikes = distinct.LookAlikes,
            Also = Beside(of, measure, distinct.Rows),
            Findings = findings.ToImmutable(),
        };
    }

    /// <summary>The fewest rows that turn: those of the denominator first, then those that enlarge it.</summary>
    protected override BilingualText? NextLevel(IndicatorCase of, PercentageMeasure measure, Measurement measurement, Scale scale)
    {
        if (scale.Next(measurement.Value!.Value) is not var (goal, score, beyond)) return null;
        var (part, whole, prospects, step) = (measurement.Numerator!.Value, measurement.Denominator!.Value, measurement.Prospects, scale.IsFalling ? -1 : 1);
        for (var rows = 1; rows <= prospects.Counted + prospects.Open; rows++)
        {
            var opened = Math.Max(0, rows - prospects.Counted);
            var (newPart, newWhole) = (part + step * (rows - opened) + (scale.IsFalling ? 0 : opened), whole + opened);
            var distance = (newPart * 100 - goal * newWhole) * step;
            if (beyond ? distance <= 0 : distance < 0) continue;
            var at = ThaiNumerals.Number(beyond ? newPart * 100 / newWhole : goal, 2);
            var (count, amount) = (ThaiNumerals.Number(rows), new BilingualText($"ร้อยละ {at.Thai}", $"{at.English} per cent"));
            return scale.IsFalling ? Scoring.NextLevel.Fewer(count, measure.Row, amount, scale, score) : Scoring.NextLevel.More(count, measure.Row, amount, scale, score);
        }
        return null;
    }

    protected override ImmutableArray<GroupFigure> Figures(Indicator indicator, PercentageMeasure measure) => [];

    /// <summary>Who belongs to the denominator whether a row speaks of them or not; <see langword="null"/> where the rows are the denominator.</summary>
    public static Membership? MembersOf(IndicatorCase of, PercentageMeasure measure) => measure switch
    {
        { Population: { } population } => new AuthorityMembership(of, population),
        { Listed: { } listed } => new ListMembership(of, listed),
        _ => null,
    };

    /// <summary>Whether a row can still come to the better side: not one whose day is over, nor one whose dates are written down.</summary>
    public static bool CanTurn(IndicatorCase of, PercentageMeasure measure, SelectedRow row)
    {
        foreach (var part in measure.Due?.Simple ?? [])
            if (part is OverdueAfter && of.Predicates.Holds(part, row.Subject)) return false;
        return of.Predicates.Can(measure.Meets, Wanted(of), row.Subject);
    }

    /// <summary>Whether meeting the condition is the better side.</summary>
    public static bool Wanted(IndicatorCase of) => of.Indicator.Scale?.IsFalling != true;

    /// <summary>A row of the denominator that isn't in the numerator, and why.</summary>
    public static ExcludedRow NotMet(IndicatorCase of, PercentageMeasure measure, SelectedRow row, ImmutableArray<Finding>.Builder findings)
    {
        if (AtLeastCondition.JustBelow(measure.Meets, of.Predicates, row.Subject) is var (value, number, limit))
            findings.Add(ScoringFindings.JustBelow.At(
                new() { Row = row.Row.Number }, of.Reasons.Name(value), ThaiNumerals.Exact(number),
                ThaiNumerals.Exact(limit), of.Names.WithUnit(row.Reference)));
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
            new($"{met.Thai} {n.Thai} {row.Thai} จาก {d.Thai} {row.Thai} คิดเป็นร้อยละ {v.Thai}",
                $"{row.English} {met.English}: {n.English} of {d.English}, {v.English} per cent"))
        {
            Numerator = part,
            Denominator = whole,
        };
    }

    /// <summary>A row in neither number, and why.</summary>
    public static ExcludedRow NotYetDue(IndicatorCase of, Predicate due, SelectedRow row, ImmutableArray<Finding>.Builder findings)
    {
        if (OverdueAfterCondition.NotYetOver(due, of.Predicates, row.Subject) is not { } period)
            return new(row.Reference, ExclusionReason.NotYetDue, of.Reasons.Of(due, row.Subject));
        var finding = ScoringFindings.NotYetDue.At(
            new() { Row = row.Row.Number }, of.Names.Of(row.Row), period.Span.Name, ThaiDate.BilingualShort(period.Last));
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

    private static ImmutableArray<SecondaryValue> Beside(IndicatorCase of, PercentageMeasure measure, ImmutableArray<SelectedRow> rows)
    {
        if (measure.Also is not { } also) return [];
        var (part, whole) = (0, 0);
        foreach (var row in rows)
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
