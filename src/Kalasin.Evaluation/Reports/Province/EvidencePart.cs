using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>ส่วนที่ ๔ บัญชีหลักฐานรอรับการตรวจประเมิน.</summary>
internal static class EvidencePart
{
    public static IEnumerable<Block> Compose(ReportContent report)
    {
        yield return new Heading(1, "ส่วนที่ ๔ บัญชีหลักฐานรอรับการตรวจประเมิน") { PageBreakBefore = true };
        var rows =
            from score in report.Card.Scores
            from r in report.ReturnsOn(score.Indicator)
            from evidence in r.Evidence
            select new[]
            {
                ThaiNumerals.ToThai(Evidence.CodeOf(score.Indicator, r.Unit, evidence.Number)),
                CellText.Prose(evidence.Title) + (evidence.Date is { } date ? $" ลงวันที่ {ThaiDate.Short(date)}" : ""),
                CellText.Indicator(score.Indicator),
                report.Cells.UnitShortName(r.Unit),
                evidence.Location is { Length: > 0 } place ? CellText.Prose(place) : CellText.ToFill,
            };
        var list = rows.Take(ReportContent.MostRows).ToList();
        var count = report.Card.Scores.Sum(score => report.ReturnsOn(score.Indicator).Sum(r => r.Evidence.Length));
        if (list.Count == 0)
        {
            yield return new Paragraph("ยังไม่มีหน่วยงานบันทึกบัญชีหลักฐาน");
            yield break;
        }
        yield return new Table(
            FittedColumns.Of([Alignment.Start, Alignment.Start, Alignment.Center, Alignment.Start, Alignment.Start], list),
            [TableRow.Of("รหัส", "รายการ", "ตัวชี้วัด", "หน่วยงาน", "ที่เก็บ (แฟ้ม/ตู้/ลิงก์)")],
            [.. list.Select(cells => ChapterTables.Row(cells[0], cells.AsSpan(1))), .. ReportContent.Rest(count, 5)])
        {
            Dense = true,
            Caption = "ตาราง ๔-๑ บัญชีหลักฐาน",
        };
        yield return new Table(
            [new(1, Alignment.Center), new(6), new(6)],
            [TableRow.Of("ที่", "หน่วยงาน", "ผู้ชี้แจง (ตำแหน่ง)")],
            [.. report.Rules.Plan.Units.Where(u => list.Exists(cells => cells[3] == u.ShortName.Thai)).Select((u, i) => TableRow.Of(CellText.Number(i + 1), u.Name.Thai, CellText.ToFill))])
        {
            Dense = true,
            Caption = "ตาราง ๔-๒ ผู้ชี้แจงหลักฐานของแต่ละหน่วยงาน",
        };
    }
}
