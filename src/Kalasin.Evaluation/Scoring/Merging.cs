using System.Collections.Immutable;
using Kalasin.Evaluation.Scoring.Measures;

namespace Kalasin.Evaluation.Scoring;

/// <summary>Makes one measurement of what the hosts of an indicator reported.</summary>
internal static class Merging
{
    public static Measurement Of(IndicatorCase of, Answers answers)
    {
        var merged = answers.Counted.IsEmpty ? Missing(of) : Merge(of, answers);
        return merged with
        {
            Excluded = merged.Excluded.AddRange(answers.Excluded.SelectMany(e => Rows(
                e.Return, ExclusionReason.ReturnExcluded,
                new($"รายงานไม่นำมาคิดตามที่วินิจฉัย: {e.Reason}", $"the return is excluded by a decision: {e.Reason}")))),
            Findings = merged.Findings.AddRange(answers.Findings),
        };
    }

    private static Measurement Merge(IndicatorCase of, Answers answers) => (of.Hosts.Length == 1 ? MergeKind.Union : of.Indicator.Merge.Kind) switch
    {
        MergeKind.Union => Measuring.Of(of, answers.Counted),
        MergeKind.Agree => Agree(of, answers),
        MergeKind.Lead => Lead(of, answers),
        MergeKind.Best => Best(of, answers),
        var other => throw new NotSupportedException($"No way to merge by {other}."),
    };

    private static Measurement Missing(IndicatorCase of) => NoValue(
        of, MeasurementState.Missing, new("ยังไม่ได้รับรายงานจากหน่วยงานเจ้าภาพ", "No host has reported yet"));

    private static Measurement NoValue(IndicatorCase of, MeasurementState state, BilingualText sentence) =>
        new(state, null, of.Indicator.Measure.Unit, "-", sentence);

    private static Measurement Agree(IndicatorCase of, Answers answers)
    {
        var (lead, others) = Split(of, answers.Counted);
        var values = answers.Counted.Select(r => (r.Unit, Measurement: Measuring.Of(of, [r]))).ToList();
        var everyRow = answers.Counted.SelectMany(r => Rows(r, ExclusionReason.NotLead,
            new("ยังไม่นับจนกว่าหน่วยงานเจ้าภาพร่วมจะยืนยันตรงกัน", "not counted until the joint hosts agree"))).ToImmutableArray();
        var differences = others.SelectMany(other => HostComparison.Between(of, lead, other)).ToImmutableArray();
        if (!differences.IsEmpty || values.Select(v => (v.Measurement.State, v.Measurement.Value)).Distinct().Count() > 1)
        {
            var said = BilingualText.Join(", ", values.Select(v => Said(of, answers.Counted.First(r => r.Unit == v.Unit), v.Measurement)));
            return NoValue(
                of, MeasurementState.Disagreed,
                new($"หน่วยงานเจ้าภาพร่วมรายงานไม่ตรงกัน: {said.Thai}", $"The joint hosts report different values: {said.English}")) with
            {
                Excluded = everyRow,
                Findings = [ScoringFindings.HostsDisagree.At(Place.Nowhere, said), .. differences, .. values.SelectMany(v => v.Measurement.Findings)],
            };
        }
        if (!answers.Missing.IsEmpty)
        {
            var names = IndicatorCase.NamesOf(answers.Missing);
            return NoValue(
                of, MeasurementState.Missing,
                new($"ยังไม่มีค่าจนกว่าจะได้รับรายงานจาก{names.Thai}", $"There is no value until {names.English} has reported")) with
            {
                Excluded = everyRow,
                Findings = [ScoringFindings.AnswerNeeded.At(Place.Nowhere, names), .. values.SelectMany(v => v.Measurement.Findings)],
            };
        }
        var agreed = values.First(v => v.Unit == lead.Unit).Measurement;
        var name = of.NameOf(lead.Unit);
        return agreed with
        {
            Excluded = agreed.Excluded.AddRange(others.SelectMany(r => Rows(
                r, ExclusionReason.NotLead, new($"ข้อมูลตรงกัน นับแถวของ{name.Thai}", $"the answers agree; the rows of {name.English} count")))),
        };
    }

    private static Measurement Lead(IndicatorCase of, Answers answers)
    {
        var (lead, others) = Split(of, answers.Counted);
        var name = of.NameOf(of.Lead);
        var aside = others.SelectMany(r => Rows(
            r, ExclusionReason.NotLead,
            new($"ใช้รายงานของ{name.Thai}เป็นหลัก แถวนี้ใช้เปรียบเทียบ", $"the return of {name.English} counts; this row is compared with it")));
        if (lead.Unit != of.Lead)
            return NoValue(
                of, MeasurementState.Missing,
                new($"ยังไม่ได้รับรายงานของ{name.Thai} ซึ่งใช้เป็นหลัก", $"{name.English}, whose return counts, has not reported yet")) with
            {
                Excluded = [.. Rows(lead, ExclusionReason.NotLead, new($"ใช้รายงานของ{name.Thai}เป็นหลัก", $"the return of {name.English} counts")), .. aside],
                Findings = [ScoringFindings.AnswerNeeded.At(Place.Nowhere, name)],
            };
        var measured = Measuring.Of(of, [lead]);
        return measured with { Excluded = measured.Excluded.AddRange(aside), Findings = measured.Findings.AddRange(HostComparison.With(of, lead, others)) };
    }

    private static Measurement Best(IndicatorCase of, Answers answers)
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
    private static (Return Lead, ImmutableArray<Return> Others) Split(IndicatorCase of, ImmutableArray<Return> returns)
    {
        var lead = returns.FirstOrDefault(r => r.Unit == of.Lead) ?? returns[0];
        return (lead, [.. returns.Where(r => !ReferenceEquals(r, lead))]);
    }

    /// <summary>What a host says, and on how many rows: ๐ เรื่อง (๑ แถว).</summary>
    private static BilingualText Said(IndicatorCase of, Return from, Measurement measurement)
    {
        var (name, rows) = (of.NameOf(from.Unit), ThaiNumerals.Number(from.Rows.Length));
        var value = measurement.Value is { } v ? ScoreDisplay.Value(of.Indicator, v) : new("ไม่คำนวณ", "nothing to measure");
        var behind = from.Rows.IsEmpty ? new("ไม่มีแถว", "no rows") : new BilingualText($"{rows.Thai} แถว", $"rows: {rows.English}");
        return new($"{name.Thai} {value.Thai} ({behind.Thai})", $"{name.English} {value.English} ({behind.English})");
    }

    private static IEnumerable<ExcludedRow> Rows(Return from, ExclusionReason why, BilingualText reason) =>
        from.Rows.Select(row => new ExcludedRow(new(from.Unit, row), why, reason));
}
