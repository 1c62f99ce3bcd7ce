using System.Collections.Immutable;
using Kalasin.Evaluation.Scoring.Measures;

namespace Kalasin.Evaluation.Scoring;

/// <summary>Makes one measurement of what the hosts of an indicator reported.</summary>
internal static class Merging
{
    public static Measurement Of(IndicatorCase of, HostReturns answers)
    {
        var merged = answers switch
        {
            { Counted.IsEmpty: false } => Merge(of, answers),
            { Missing.IsEmpty: true, Excluded.IsEmpty: true } => Excused(of),
            _ => Missing(of),
        };
        return merged with
        {
            Excluded = merged.Excluded.AddRange(answers.Excluded.SelectMany(e => Rows(
                e.Return, ExclusionReason.ReturnExcluded,
                new($"รายงานไม่นำมาคิดตามที่วินิจฉัย: {e.Ruling.Told.Thai}", $"the return is excluded by a decision: {e.Ruling.Told.English}")))),
            Findings = merged.Findings.AddRange(answers.Findings),
        };
    }

    private static Measurement Merge(IndicatorCase of, HostReturns answers) => (of.Hosts.Length == 1 ? MergeKind.Union : of.Indicator.Merge.Kind) switch
    {
        MergeKind.Union => Measuring.Of(of, answers.Counted),
        MergeKind.Agree => Agreement.Of(of, answers),
        // Whose lead need not report has no lead: what the others say counts where they agree.
        MergeKind.Lead => answers.Excused.Any(u => u.Code == of.Lead) ? Agreement.Of(of, answers) : Lead(of, answers),
        MergeKind.Best => Best(of, answers),
        var other => throw new NotSupportedException($"No way to merge by {other}."),
    };

    private static Measurement Missing(IndicatorCase of) => NoValue(
        of, MeasurementState.Missing,
        of.Indicator.IsJudged ? new("กรรมการยังไม่ได้ให้คะแนน", "The judges have not scored it yet") : new("ยังไม่ได้รับรายงานจากหน่วยงานเจ้าภาพ", "No host has reported yet"));

    private static Measurement Excused(IndicatorCase of) => NoValue(
        of, MeasurementState.Excused, new("หน่วยงานเจ้าภาพได้รับยกเว้นการรายงาน จึงไม่มีผลให้วัด", "The hosts need not report, so there is nothing to measure"));

    public static Measurement NoValue(IndicatorCase of, MeasurementState state, BilingualText sentence) =>
        new(state, null, of.Indicator.Measure.Unit, "-", sentence);

    private static Measurement Lead(IndicatorCase of, HostReturns answers)
    {
        var (lead, others) = Split(of, answers.Counted);
        var name = of.NameOf(of.Lead);
        var aside = others.SelectMany(r => Compared(
            of, r,
            new($"ใช้รายงานของ{name.Thai}เป็นหลัก แถวนี้ใช้เปรียบเทียบ", $"the return of {name.English} counts; this row is compared with it")));
        if (lead.Unit != of.Lead)
            return NoValue(
                of, MeasurementState.Missing,
                new($"ยังไม่ได้รับรายงานของ{name.Thai} ซึ่งใช้เป็นหลัก", $"{name.English}, whose return counts, has not reported yet")) with
            {
                Excluded = [.. Compared(of, lead, new($"ใช้รายงานของ{name.Thai}เป็นหลัก", $"the return of {name.English} counts")), .. aside],
                Findings = [ScoringFindings.AnswerNeeded.At(Place.Nowhere, name)],
            };
        var measured = Measuring.Of(of, [lead]);
        return measured with { Excluded = measured.Excluded.AddRange(aside), Findings = measured.Findings.AddRange(HostComparison.With(of, lead, others)) };
    }

    private static Measurement Best(IndicatorCase of, HostReturns answers)
    {
        var values = answers.Counted.Select(r => (Return: r, Measurement: Measuring.Of(of, [r]))).ToList();
        var best = values.MaxBy(v => Worth(of, v.Measurement));
        var name = of.NameOf(best.Return.Unit);
        var why = new BilingualText($"ใช้ผลของ{name.Thai}ซึ่งดีที่สุด", $"the result of {name.English} is the best and counts");
        return best.Measurement with
        {
            Excluded = best.Measurement.Excluded.AddRange(
                values.Where(v => !ReferenceEquals(v.Return, best.Return)).SelectMany(v => Aside(v.Measurement, why))),
            Findings = best.Measurement.Findings.AddRange(values.Where(v => !ReferenceEquals(v.Return, best.Return)).SelectMany(v => v.Measurement.Findings)),
            Reached = [.. values.SelectMany(v => v.Measurement.Reached)],
            Sentence = new($"{best.Measurement.Sentence.Thai} ({name.Thai})", $"{best.Measurement.Sentence.English} ({name.English})"),
        };
    }

    /// <summary>Points first, so that lower is better where the scale says so; nothing to measure is worth least.</summary>
    private static (decimal, decimal) Worth(IndicatorCase of, Measurement measurement)
    {
        if (measurement.Value is not { } value) return (-1, 0);
        return of.Indicator.Scale is { } scale ? (scale.Points(value), scale.IsFalling ? -value : value) : (0, value);
    }

    /// <summary>Rows of a measurement that another one goes before; those that don't count anyway keep their own reason.</summary>
    private static IEnumerable<ExcludedRow> Aside(Measurement measurement, BilingualText why) =>
        measurement.Counted.Concat(measurement.NotMet.Select(r => r.Row))
            .Select(row => new ExcludedRow(row, ExclusionReason.OtherSubject, why)).Concat(measurement.Excluded);

    /// <summary>The lead's return (or the first, where the lead is missing) and the others.</summary>
    public static (Return Lead, ImmutableArray<Return> Others) Split(IndicatorCase of, ImmutableArray<Return> returns)
    {
        var lead = returns.FirstOrDefault(r => r.Unit == of.Lead) ?? returns[0];
        return (lead, [.. returns.Where(r => !ReferenceEquals(r, lead))]);
    }

    /// <summary>Rows that don't count because another return does; those that a decision excluded keep its reason.</summary>
    public static IEnumerable<ExcludedRow> Compared(IndicatorCase of, Return from, BilingualText why) => from.Rows.Select(row => new RowReference(from.Unit, row))
        .Select(row => RowSelection.Ruled(of, row) ?? new ExcludedRow(row, ExclusionReason.NotLead, why));

    private static IEnumerable<ExcludedRow> Rows(Return from, ExclusionReason why, BilingualText reason) =>
        from.Rows.Select(row => new ExcludedRow(new(from.Unit, row), why, reason));
}
