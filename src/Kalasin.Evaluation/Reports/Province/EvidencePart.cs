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
            from indicator in report.Rules.Framework.Indicators
            from r in report.ReturnsOn(indicator.Number)
            from evidence in r.Evidence
            select new TableRow(
            [
                new(ThaiNumerals.ToThai(Evidence.CodeOf(indicator.Number, r.Unit, evidence.Number))) { RowHeader = true },
                new(ThaiNumerals.ToThaiInProse(evidence.Title) + (evidence.Date is { } date ? $" ลงวันที่ {ThaiDate.Short(date)}" : "")),
                new(CellText.Indicator(indicator.Number)),
                new(report.Cells.UnitShortName(r.Unit)),
                new(evidence.Location is { Length: > 0 } place ? ThaiNumerals.ToThaiInProse(place) : CellText.ToFill),
            ]);
        var list = rows.ToList();
        if (list.Count == 0)
        {
            yield return new Paragraph("ยังไม่มีหน่วยงานบันทึกบัญชีหลักฐาน");
            yield break;
        }
        yield return new Table(
            [new(2.2), new(5), new(1.2, Alignment.Center), new(2.6), new(3)],
            [TableRow.Of("รหัส", "รายการ", "ตัวชี้วัด", "หน่วยงาน", "ที่เก็บ (แฟ้ม/ตู้/ลิงก์)")],
            [.. list])
        {
            Dense = true,
            Caption = "ตาราง ๔-๑ บัญชีหลักฐาน",
        };
    }
}
