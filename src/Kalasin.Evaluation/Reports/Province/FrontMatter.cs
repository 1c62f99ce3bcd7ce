using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>ปก คำนำ สารบัญ and หน้ารับรอง.</summary>
internal static class FrontMatter
{
    public static IEnumerable<Block> Cover(ReportContent report)
    {
        if (report.IsInternal)
            yield return new Paragraph("ฉบับตรวจทานภายใน มีเกณฑ์ที่สมมติขึ้น ห้ามเผยแพร่หรือส่งออกนอกสำนักงาน") { Style = ParagraphStyle.Notice };
        if (report.Circumstances.IsSample)
            yield return new Paragraph("ข้อมูลตัวอย่าง จัดทำเพื่อทดลองใช้ระบบ มิใช่ผลการดำเนินงานจริง") { Style = ParagraphStyle.Notice };
        yield return new Paragraph("รายงานผลการดำเนินงาน") { Style = ParagraphStyle.Title };
        yield return new Paragraph($"ตามกรอบ{ProvinceReport.AwardOf(report.Rules)}") { Style = ParagraphStyle.Title };
        yield return new Paragraph(ProvinceReport.FiscalYearOf(report.Rules)) { Style = ParagraphStyle.Title };
        yield return new Paragraph(report.Card.EntrantName.Thai) { Style = ParagraphStyle.Subtitle };
        yield return new Paragraph(report.Rules.Plan.Office.Thai) { Style = ParagraphStyle.Subtitle };
        yield return new Paragraph($"ข้อมูล ณ วันที่ {ThaiDate.Long(report.AsOf)}") { Style = ParagraphStyle.Subtitle };
    }

    public static Chapter Preface(ReportContent report) => new(ChapterKind.Uncounted, "คำนำ", PrefaceBlocks(report));

    private static IEnumerable<Block> PrefaceBlocks(ReportContent report)
    {
        var (rules, framework) = (report.Rules, report.Rules.Framework);
        yield return new Paragraph(
            $"{framework.Authority.Thai}ได้กำหนดกรอบ{ProvinceReport.AwardOf(rules)} {ProvinceReport.FiscalYearOf(rules)} "
            + $"รวม {Printed.Number(framework.Indicators.Length)} ตัวชี้วัด "
            + "และให้จังหวัดรายงานผลการดำเนินงานทางเอกสารและทางไปรษณีย์อิเล็กทรอนิกส์ "
            + $"ในรูปแบบไฟล์ Word และ .pdf ภายใน{ThaiDate.WithWeekday(framework.FinalDeadline.Date)}");
        yield return new Paragraph(
            $"{rules.Plan.Office.Thai}ได้ให้หน่วยงานเจ้าภาพทั้ง {Printed.Number(rules.Plan.Units.Length)} หน่วยงาน "
            + "รายงานผลการดำเนินงานตามตัวชี้วัดที่รับผิดชอบ "
            + $"ภายในวันที่ {ThaiDate.Long(rules.Plan.InternalDeadline.Date)} และได้รวบรวมเป็นรายงานฉบับนี้ เพื่อประกอบการพิจารณาต่อไป");
        yield return new Paragraph(rules.Plan.Office.Thai) { Style = ParagraphStyle.Plain, Alignment = Alignment.End };
    }

    public static Chapter Contents(ReportContent report) => new(ChapterKind.Uncounted, null, ContentsBlocks(report));

    private static IEnumerable<Block> ContentsBlocks(ReportContent report)
    {
        yield return new PageBreak();
        yield return new TableOfContents("สารบัญ");
        yield return new TableOfContents("สารบัญตาราง") { Of = ContentsKind.Tables };
        if (!report.Pictures.IsEmpty) yield return new TableOfContents("สารบัญภาพ") { Of = ContentsKind.Figures };
    }

    public static Chapter Certification(ReportContent report) => new(ChapterKind.Uncounted, "หน้ารับรอง", CertificationBlocks(report));

    private static IEnumerable<Block> CertificationBlocks(ReportContent report)
    {
        yield return new Paragraph("ขอรับรองว่าข้อมูลในรายงานฉบับนี้ถูกต้องตรงกับหลักฐานซึ่งเก็บรักษาไว้พร้อมรับการตรวจประเมิน");
        var signers = report.Rules.Plan.Signatories.Where(s => s.Certifies).ToImmutableArray();
        if (signers.Length > 0)
            yield return new SignatureBox([.. signers.Take(3).Select(s => new Signer(s.RoleText.Thai, null, s.Position.Thai))]);
        var framework = report.Rules.Framework;
        yield return new Paragraph(
            $"จัดทำตามกรอบการประเมินฉบับที่ {Printed.Number(framework.Revision)} ที่บันทึกในรอบ"
            + (report.Circumstances.LogHead is { } head ? $" ลายนิ้วมือบันทึกของรอบ ณ เวลาจัดทำ {head.ToString()[..16]}" : "")) { Style = ParagraphStyle.Note };
    }
}
