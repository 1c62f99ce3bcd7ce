using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Evaluation.Reports.Province;

namespace Kalasin.Evaluation.Reports.Inspection;

/// <summary>บัญชีหลักฐาน: every piece of evidence with its code, where it is kept and who explains it.</summary>
internal static class EvidenceIndex
{
    /// <summary>The index as a document.</summary>
    public static ReportDocument Compose(InspectionContent content) => content.Paper(
        "บัญชีหลักฐานรอรับการตรวจประเมิน", new Section([.. Blocks(content)]) { Landscape = true, Margins = new(20, 15, 17, 20), Footer = content.Footer });

    private static IEnumerable<Block> Blocks(InspectionContent content)
    {
        foreach (var block in content.Head("บัญชีหลักฐานรอรับการตรวจประเมิน")) yield return block;
        var rows = content.Evidence.Select(piece => IndicatorTables.Row(
            EvidencePart.CodeOf(piece), EvidencePart.TitleOf(piece), Printed.Indicator(piece.Indicator.Number), piece.Unit.ShortName.Thai,
            piece.Evidence.Location is { Length: > 0 } place ? Printed.Prose(place) : Printed.ToFill, "")).ToList();
        if (rows.Count == 0)
        {
            yield return new Paragraph("ยังไม่มีหน่วยงานบันทึกบัญชีหลักฐาน");
            yield break;
        }
        yield return new Paragraph(
            $"หลักฐานรวม {Printed.Number(content.EvidenceCount)} รายการ รหัสหลักฐานคือ ตัวชี้วัด-หน่วยงาน-ที่ ตรงกับป้ายหลักฐาน แบบตรวจประเมิน และโฟลเดอร์ในไฟล์เอกสาร "
            + "ช่องผู้ชี้แจงกรอกตำแหน่งเมื่อรับการตรวจประเมิน");
        TableColumn[] columns = [.. FittedColumns.Of([Alignment.Start, Alignment.Start, Alignment.Center, Alignment.Start, Alignment.Start], rows)];
        yield return new Table(
            [.. columns, new(columns.Sum(c => c.Share) / 6)],
            [TableRow.Of("รหัส", "รายการ", "ตัวชี้วัด", "หน่วยงาน", "ที่เก็บ (แฟ้ม/ตู้/ลิงก์)", "ผู้ชี้แจง (ตำแหน่ง)")],
            [.. rows, .. ReportContent.Rest(content.EvidenceCount, 6)])
        {
            Dense = true, Summary = "บัญชีหลักฐาน",
        };
        foreach (var block in Without(content)) yield return block;
        yield return new SignatureBox([OfficePaper.Compiler(content.Rules.Plan) with { Role = "ผู้จัดทำบัญชี" }]) { IsDated = true };
    }

    /// <summary>Returns that name no evidence: an inspector will ask for it.</summary>
    private static IEnumerable<Block> Without(InspectionContent content)
    {
        var (plan, bare) = (content.Rules.Plan, content.Returns.Where(r => r is { Evidence.IsEmpty: true, Status: not ReturnStatus.Nil }).ToLookup(r => r.Indicator));
        var lines = content.Rules.Framework.Indicators.Where(i => bare.Contains(i.Number)).Select(i =>
            $"ตัวชี้วัดที่ {Printed.Indicator(i.Number)} {string.Join(", ", plan.Units.Where(u => bare[i.Number].Any(r => r.Unit == u.Code)).Select(u => u.ShortName.Thai))}").ToList();
        if (lines.Count == 0) yield break;
        yield return new Paragraph("หน่วยงานที่รายงานผลแล้วแต่ยังไม่บันทึกหลักฐาน") { Style = ParagraphStyle.Plain, KeepWithNext = true };
        yield return ListBlock.Of(lines);
    }
}
