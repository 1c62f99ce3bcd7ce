using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Papers;

/// <summary>What the signature page says that isn't in the rules.</summary>
/// <param name="AsOf">Day the report is of.</param>
/// <param name="Report">Hash of the official edition's PDF that the page belongs to.</param>
/// <param name="Code">Its QR code.</param>
/// <param name="IsSample">Made of sample data.</param>
internal sealed record SignaturePageContent(DateOnly AsOf, ContentHash Report, MarkedCode Code, bool IsSample);

/// <summary>หน้ารับรอง: one page on which compiler, head and governor sign the report by hand.</summary>
internal static class SignaturePage
{
    /// <summary>The page as a document.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="content">What else it says.</param>
    public static ReportDocument Compose(AwardRules rules, SignaturePageContent content) => OfficePaper.Of(
        rules, $"หน้ารับรอง {NumberedLetter.SubjectOf(rules).Thai}", content.AsOf, Blocks(rules, content), content.IsSample);

    private static IEnumerable<Block> Blocks(AwardRules rules, SignaturePageContent content)
    {
        yield return new Heading(1, "หน้ารับรอง") { Alignment = Alignment.Center };
        yield return new Paragraph(NumberedLetter.SubjectOf(rules).Thai) { Style = ParagraphStyle.Subtitle };
        yield return new Paragraph(rules.Province.FullName) { Style = ParagraphStyle.Subtitle };
        yield return new Paragraph(
            $"ขอรับรองว่าข้อมูลในรายงาน ณ วันที่ {ThaiDate.Long(content.AsOf)} ถูกต้องตรงกับหลักฐานซึ่งเก็บรักษาไว้พร้อมรับการตรวจประเมิน");
        foreach (var signer in Signatures.Certifying(rules.Plan).Append(Signatures.Sending(rules.Plan)))
            yield return new SignatureBox([signer]) { IsDated = true };
        yield return content.Code.Beside(
            "หน้านี้เป็นส่วนหนึ่งของรายงานซึ่งมีลายนิ้วมือ (SHA-256)", content.Report.ToString()[..32], content.Report.ToString()[32..],
            "เมื่อลงนามแล้ว โปรดสแกนทั้งหน้าให้เห็นคิวอาร์โค้ด");
    }
}
