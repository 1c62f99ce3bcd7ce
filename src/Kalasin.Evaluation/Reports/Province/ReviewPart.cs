using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>
/// ข้อมูลตรวจทานภายใน: assumed rules and their effect, distances to the next level, late and missing returns, rows that don't count, open
/// findings, duplicates, persons' scores and jumps with what was decided of them.
/// </summary>
internal static class ReviewPart
{
    public const string Anchor = "review";

    public static Chapter Compose(ReportContent report) => new(ChapterKind.Part, "ข้อมูลตรวจทานภายใน", Blocks(report)) { Anchor = Anchor, InternalOnly = true };

    private static IEnumerable<Block> Blocks(ReportContent report)
    {
        yield return new Paragraph($"ส่วนนี้ใช้ภายในสำนักงานเท่านั้น ไม่รวมอยู่ในฉบับเสนอ{report.Giver}") { Style = ParagraphStyle.Notice };

        yield return new Heading(2, "เกณฑ์ที่สมมติและผลต่อคะแนน");
        yield return Assumptions(report);
        yield return new Heading(2, "อีกเท่าใดจึงได้ระดับถัดไป");
        yield return NextLevels(report);
        yield return new Heading(2, "การรับรายงาน");
        foreach (var block in Arrivals(report)) yield return block;
        yield return new Heading(2, "รายการที่ไม่นับและเหตุผล");
        yield return OrNone(RulingTables.Excluded(report));
        yield return new Heading(2, "ข้อสังเกตค้าง");
        yield return OrNone(Findings(report));
        yield return new Heading(2, "แถวที่อาจซ้ำกัน");
        yield return OrNone(RulingTables.Duplicates(report));
        yield return new Heading(2, "คะแนนของผู้ประเมิน");
        yield return OrNone(RulingTables.Assessments(report));
        yield return new Heading(2, "ตัวเลขที่ต่างจากปีก่อนหรือจากหน่วยงานอื่นมาก");
        yield return OrNone(RulingTables.Jumps(report));
    }

    /// <summary>A row per assumed rule; the indicator and its score stand beside all of them.</summary>
    private static Table Assumptions(ReportContent report) => new(
        [new(1, Alignment.Center), new(2.2), new(2.2), new(7.6), new(1, Alignment.Center)],
        [TableRow.Of("ตัวชี้วัดที่", "ตัวชี้วัด", "เกณฑ์ที่สมมติ", "หมายเหตุ", "คะแนน")],
        [.. report.Card.Scores.Where(s => s.IsAssumed).SelectMany(s => Assumptions(report, s))])
    {
        Caption = $"เกณฑ์ที่สมมติ (ไม่ใช่เกณฑ์ของ{report.Giver})",
    };

    private static IEnumerable<TableRow> Assumptions(ReportContent report, Score score)
    {
        var assumed = score.Rules.Where(r => r.Source.IsAssumed)
            .Select(r => (Name: UsedRules.NameOf(r.Rule).Thai, Note: r.Source.Note is { } note ? Printed.Prose(note) : Printed.None))
            .Distinct().ToImmutableArray();
        for (var i = 0; i < assumed.Length; i++)
        {
            TableCell name = new(assumed[i].Name), note = new(assumed[i].Note);
            yield return new(i > 0 ? [name, note] :
            [
                new(Printed.Indicator(score.Indicator)) { RowSpan = assumed.Length, RowHeader = true },
                new(report.Rules.Framework[score.Indicator].ShortText.Thai) { RowSpan = assumed.Length },
                name,
                note,
                new(score.Points is { } points ? ScoreDisplay.Points(points).Thai : Printed.None) { RowSpan = assumed.Length },
            ]);
        }
    }

    private static Table NextLevels(ReportContent report) => new(
        [new(1, Alignment.Center), new(4), new(2, Alignment.Center), new(1.5, Alignment.Center), new(5)],
        [TableRow.Of("ตัวชี้วัดที่", "ตัวชี้วัด", "ผล", "คะแนน", "ระดับถัดไป")],
        [.. report.Card.Scores.Select(s => TableRow.Of(
            Printed.Indicator(s.Indicator),
            report.Rules.Framework[s.Indicator].ShortText.Thai,
            report.ValueOf(report.Rules.Framework[s.Indicator], s),
            s.Points is { } points ? ScoreDisplay.Points(points).Thai : Printed.None,
            s.NextLevel?.Thai ?? Printed.None))])
    {
        Caption = "ระยะถึงระดับถัดไป",
    };

    private static IEnumerable<Block> Arrivals(ReportContent report)
    {
        if (report.Status is not { } status)
        {
            yield return new Paragraph(Printed.None);
            yield break;
        }
        yield return new Paragraph(
            $"กำหนดไว้ {Printed.Number(status.Expected)} รายการ ได้รับ {Printed.Number(status.Received)} รายการ "
            + $"ล่าช้า {Printed.Number(status.Late)} รายการ ยังไม่ได้รับ {Printed.Number(status.Missing.Count())} รายการ");
        foreach (var block in CompletenessGrid.Of(report, status)) yield return block;
        if (ArrivalsChart.Of(report.Rules, status) is { } chart) yield return chart;
        var rows = status.Cells.Where(c => c.Current is null || c.Lateness is { IsLate: true } || c.Current.Version > 1)
            .GroupBy(c => (c.Unit, c.Current?.ReceivedAt, Outcome: Outcome(c)))
            .Select(g => TableRow.Of(
                report.Printed.UnitShortName(g.Key.Unit),
                string.Join(", ", g.Select(c => Printed.Indicator(c.Indicator))),
                g.Key.ReceivedAt is { } at ? BangkokTime.DateAndTime(at).Thai : Printed.None,
                g.Key.Outcome)).ToImmutableArray();
        yield return OrNone(rows.IsEmpty ? null : new Table(
            [new(3), new(2, Alignment.Center), new(5), new(3)],
            [TableRow.Of("หน่วยงาน", "ตัวชี้วัดที่", "ได้รับเมื่อ", "สถานะ")],
            rows)
        {
            Caption = "รายงานที่ล่าช้า ส่งแก้ หรือยังไม่ได้รับ",
        });
    }

    private static string Outcome(StatusCell cell) => cell switch
    {
        { Current: null } => "ยังไม่ได้รับ",
        { Lateness: { IsLate: true } late, Current: var c } =>
            (late.DaysLate > 0 ? $"ล่าช้า {Printed.Number(late.DaysLate)} วัน" : "หลังเวลาราชการ")
            + (c.Version > 1 ? $" ฉบับที่ {Printed.Number(c.Version)}" : ""),
        { Current: var c } => $"ส่งแก้ เป็นฉบับที่ {Printed.Number(c.Version)}",
    };

    private static Table? Findings(ReportContent report)
    {
        var ofReturns = report.Findings.Where(f => f.Finding.Severity != Severity.Information).OrderBy(f => Order(report, f.Indicator)).Select(f => TableRow.Of(
            f.Indicator is { } n ? Printed.Indicator(n) : Printed.None, report.Printed.UnitShortName(f.Unit), f.Finding.Code, Located(f.Finding)));
        var ofScores = report.Card.Scores.SelectMany(s => s.Measurement.Findings.Where(f => f.Severity != Severity.Information && !RulingTables.IsDuplicate(f)).Select(f => TableRow.Of(
            Printed.Indicator(s.Indicator), report.Printed.UnitShortName(report.LeadOf(s.Indicator)), f.Code, Located(f))));
        ImmutableArray<TableRow> rows = [.. ofReturns, .. ofScores];
        return rows.IsEmpty ? null : new(
            [new(1.3, Alignment.Center), new(3), new(1.8), new(7)],
            [TableRow.Of("ตัวชี้วัดที่", "หน่วยงาน", "รหัส", "ข้อสังเกต")],
            rows)
        {
            Dense = true,
            Caption = "ข้อสังเกตค้าง",
        };
    }

    /// <summary>Findings on whole files first, then indicator by indicator.</summary>
    private static int Order(ReportContent report, IndicatorNumber? indicator) =>
        indicator is { } number ? report.Rules.Framework.Indicators.IndexOf(report.Rules.Framework[number]) : -1;

    private static string Located(Finding finding) =>
        finding.Place.Cell is null ? Printed.Message(finding)
            : $"ช่อง {Printed.Place(finding.Place with { File = null, Sheet = null })}: {Printed.Message(finding)}";

    private static Block OrNone(Table? table) => table ?? (Block)new Paragraph(Printed.None);
}
