using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>ปก คำนำ สารบัญ and หน้ารับรอง.</summary>
internal static class FrontMatter
{
    private const int MostSigners = 4;

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
            + "และให้จังหวัดรายงานผลทางเอกสารและทางไปรษณีย์อิเล็กทรอนิกส์ "
            + $"ในรูปแบบไฟล์ Word และ .pdf ภายใน{ThaiDate.WithWeekday(framework.FinalDeadline.Date)}");
        var returns = report.Card.Scores.SelectMany(s => report.ReturnsOn(s.Indicator)).ToList();
        yield return new Paragraph(
            $"{rules.Plan.Office.Thai}ได้ให้หน่วยงานเจ้าภาพทั้ง {Printed.Number(rules.Plan.Units.Length)} หน่วยงาน "
            + "รายงานผลการดำเนินงานตามตัวชี้วัดที่รับผิดชอบ "
            + $"ภายในวันที่ {ThaiDate.Long(rules.Plan.InternalDeadline.Date)} และได้รับรายงานจาก {Printed.Number(returns.Select(r => r.Unit).Distinct().Count())} หน่วยงาน "
            + $"รวม {Printed.Number(returns.Count)} รายการ พร้อมบัญชีหลักฐาน {Printed.Number(returns.Sum(r => r.Evidence.Length))} รายการ "
            + "จึงได้ตรวจสอบความครบถ้วนของข้อมูล "
            + (report.Card.Scores.Any(s => s.Measurement.Excluded.Any(e => e.Why == ExclusionReason.Duplicate)) ? "นับเรื่องที่รายงานซ้ำกันเพียงครั้งเดียว " : "")
            + $"และรวบรวมเป็นรายงานฉบับนี้ ข้อมูล ณ วันที่ {ThaiDate.Long(report.AsOf)}");
        yield return new Paragraph(
        [
            "รายงานฉบับนี้ประกอบด้วย ", new Reference(GeneralPart.Anchor), " ข้อมูลทั่วไปของหน่วยงานและองค์กรปกครองส่วนท้องถิ่น ",
            new Reference(ResultsPart.Anchor), " สรุปผลการดำเนินงานทุกตัวชี้วัด ", new Reference(IndicatorsPart.Anchor),
            " ผลการดำเนินงานรายตัวชี้วัด พร้อมเหตุผล ปัจจัยสนับสนุน ปัญหา อุปสรรค และแนวทางแก้ไข ", new Reference(EvidencePart.Anchor),
            " บัญชีหลักฐานรอรับการตรวจประเมิน", .. report.IsInternal ? [" ", new Reference(ReviewPart.Anchor), " ข้อมูลตรวจทานภายใน"] : ImmutableArray<Inline>.Empty,
            " และภาคผนวก ได้แก่ ทะเบียนข้อมูลที่หน่วยงานรายงาน ภาพกิจกรรม และหนังสือที่อ้างถึง",
        ]);
        yield return new Paragraph(rules.Plan.Office.Thai) { Style = ParagraphStyle.Plain, Alignment = Alignment.End, KeepWithNext = true };
        yield return new Paragraph(ThaiDate.MonthAndYear(report.AsOf)) { Style = ParagraphStyle.Plain, Alignment = Alignment.End };
    }

    public static Chapter Contents(ReportContent report) => new(ChapterKind.Uncounted, null, ContentsBlocks(report));

    private static IEnumerable<Block> ContentsBlocks(ReportContent report)
    {
        yield return new PageBreak();
        yield return new TableOfContents("สารบัญ");
        yield return new TableOfContents("สารบัญตาราง") { Of = ContentsKind.Tables };
        if (HasPictures(report)) yield return new TableOfContents("สารบัญภาพ") { Of = ContentsKind.Figures };
    }

    private static bool HasPictures(ReportContent report) =>
        !report.Pictures.IsEmpty || IndicatorChart.Of(report) is not null
        || report.Card.Scores.Any(s => IndicatorTables.Picture(report, report.Rules.Framework[s.Indicator], s) is not null);

    public static Chapter Certification(ReportContent report) => new(ChapterKind.Uncounted, "หน้ารับรอง", CertificationBlocks(report));

    private static IEnumerable<Block> CertificationBlocks(ReportContent report)
    {
        yield return new Paragraph("ขอรับรองว่าข้อมูลในรายงานฉบับนี้ถูกต้องตรงกับหลักฐานซึ่งเก็บรักษาไว้พร้อมรับการตรวจประเมิน");
        var framework = report.Rules.Framework;
        yield return new Paragraph(
            $"จัดทำตามกรอบการประเมินฉบับที่ {Printed.Number(framework.Revision)} ที่บันทึกในรอบ"
            + (report.Circumstances.LogHead is { } head ? $" ลายนิ้วมือบันทึกของรอบ ณ เวลาจัดทำ {head.ToString()[..16]}" : "")) { Style = ParagraphStyle.Note };
        foreach (var signer in Certifiers(report.Rules.Plan)) yield return new SignatureBox([signer]) { IsDated = true };
    }

    /// <summary>Who signs, by position: those who certify, then whoever sends the report. Names are written by hand, so that entering one outdates no report.</summary>
    private static IEnumerable<Signer> Certifiers(RoundPlan plan) => plan.Signatories.Where(s => s.Certifies).Concat(plan.Signatories.Where(s => !s.Certifies))
        .Take(MostSigners).Select(s => new Signer(s.RoleText.Thai, null, s.Certifies ? s.Position.Thai : $"{s.Position.Thai} หรือผู้ปฏิบัติราชการแทน"));
}
