using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>
/// Rows that don't count, rows that may be the same thing, persons' scores and far figures: what people decided of them, and what
/// waits for a decision.
/// </summary>
internal static class RulingTables
{
    private const string Open = "รอวินิจฉัย";

    /// <summary>A finding that asks whether rows are the same thing.</summary>
    public static bool IsDuplicate(Finding finding) =>
        finding.Code == ScoringFindings.Duplicate.Code || finding.Code == ScoringFindings.CountedTwice.Code || finding.Code == ScoringFindings.Disputed.Code;

    /// <summary>Pairs that wait for a decision, then those that were judged.</summary>
    public static ReviewTopic Duplicates(ReportContent report) => Of(
        "แถวที่อาจซ้ำกัน", "คู่", ["ตัวชี้วัดที่", "สิ่งที่พบหรือวินิจฉัย", "เหตุผล", "ผู้วินิจฉัย"],
        [new(1.3, Alignment.Center), new(7), new(3.5), new(2, Alignment.Center)],
        report.Card.Scores.SelectMany(s => s.Measurement.Findings.Where(IsDuplicate)
            .Select(f => TableRow.Of(Printed.Indicator(s.Indicator), ThaiNumerals.ToThaiInProse(f.Message.Thai), Printed.None, Open))
            .Concat(s.Decided.Where(d => d.Kind == DecidedKind.Duplicates).Select(
                d => TableRow.Of(Printed.Indicator(s.Indicator), d.What.Thai, Printed.Prose(d.Why), d.By?.Thai ?? Printed.None)))));

    /// <summary>What was computed and what a person gave, side by side.</summary>
    public static ReviewTopic Assessments(ReportContent report) => Of(
        "คะแนนของผู้ประเมิน", "ตัวชี้วัด", ["ตัวชี้วัดที่", "ที่คำนวณได้", "ผู้ประเมิน", "ต่างกัน", "เหตุผล"],
        [new(1.3, Alignment.Center), new(2, Alignment.Center), new(2, Alignment.Center), new(2, Alignment.Center), new(6)],
        from score in report.Card.Scores
        where score.Assessment is not null
        let given = score.Assessment
        select TableRow.Of(
            Printed.Indicator(score.Indicator),
            score is { IsByPerson: false, Points: { } computed } ? ScoreDisplay.Points(computed).Thai : Printed.None,
            ScoreDisplay.Points(given.Score).Thai,
            score.AssessmentDifference is { } difference ? ThaiNumerals.Format(difference, 2) : Printed.None,
            Printed.Prose(given.Told.Thai)));

    /// <summary>Rows that don't count, those for the same reason in one line.</summary>
    public static ReviewTopic Excluded(ReportContent report) => Of(
        "รายการที่ไม่นับและเหตุผล", "รายการ", ["ตัวชี้วัดที่", "หน่วยงาน", "แถวที่", "เหตุผล"], [new(1.3, Alignment.Center), new(3), new(1.2, Alignment.Center), new(7)],
        from score in report.Card.Scores
        from excluded in ExcludedRows.Of(
            score.Measurement.Excluded.Where(e => e.Why is not (ExclusionReason.OtherSubject or ExclusionReason.NotLead)))
        select TableRow.Of(
            Printed.Indicator(score.Indicator), report.Printed.UnitShortName(excluded.Unit), Printed.Rows(excluded), excluded.Reason.Thai));

    /// <summary>Figures far from last year's or from peers', and the reasons.</summary>
    public static ReviewTopic Jumps(ReportContent report) => Of(
        "ตัวเลขที่ต่างจากปีก่อนหรือจากหน่วยงานอื่นมาก", "รายการ", ["ตัวชี้วัดที่", "หน่วยงาน", "สิ่งที่พบ", "เหตุผล"],
        [new(1.3, Alignment.Center), new(3), new(6), new(3.5)],
        report.Jumps.OrderBy(j => Order(report, j.Indicator)).Select(j => TableRow.Of(
            Printed.Indicator(j.Indicator), report.Printed.UnitShortName(j.Unit), j.Figures.Thai,
            j.Explained is { } reason ? Printed.Prose(reason.Told.Thai) : "รอเหตุผล")));

    private static int Order(ReportContent report, IndicatorNumber indicator) => report.Rules.Framework.Indicators.IndexOf(report.Rules.Framework[indicator]);

    private static ReviewTopic Of(
        string title, string unit, ReadOnlySpan<string> heads, ImmutableArray<TableColumn> columns, IEnumerable<TableRow> rows)
    {
        var list = rows.ToImmutableArray();
        return ReviewTopic.Of(title, list.IsEmpty ? null : new(columns, [TableRow.Of(heads)], list) { Dense = true, Caption = title }, unit);
    }
}
