using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Reports.Inspection;

/// <summary>ป้ายหลักฐาน: a label for each piece of evidence, to be stuck on it.</summary>
internal static class EvidenceLabels
{
    // What fits a label for certain; the index has the whole.
    private const int LongestTitle = 80, LongestIndicator = 54, LongestUnit = 28;

    /// <summary>The labels as a document.</summary>
    /// <param name="content">Whose evidence.</param>
    /// <param name="squares">Draws what a code's reader reads.</param>
    public static ReportDocument Compose(InspectionContent content, Func<string, QrSquares> squares) => content.Paper("ป้ายหลักฐาน", content.Evidence.IsEmpty
        ? new Section([.. content.Head("ป้ายหลักฐาน"), new Paragraph("ยังไม่มีหน่วยงานบันทึกบัญชีหลักฐาน")]) { Footer = content.Footer }
        : new Section([new LabelSheet([.. content.Evidence.Select(piece => LabelOf(content, piece, squares))])])
        {
            Margins = LabelSheet.Margins,
            PageNumbers = false,
            Header = [new Run("ป้ายหลักฐาน พิมพ์เท่าขนาดจริง (๑๐๐%) แล้วตัดตามเส้นประ" + Rest(content))],
            Footer = content.Footer,
        });

    /// <summary>What stands in the code of a label: of which round it is, and the evidence's own code.</summary>
    public static string MarkOf(RoundId round, EvidencePiece piece) => $"kalasin:{round}:evidence:{piece.Code}";

    private static Label LabelOf(InspectionContent content, EvidencePiece piece, Func<string, QrSquares> squares)
    {
        var mark = MarkOf(content.Rules.Plan.Id, piece);
        return new(
            EvidencePart.CodeOf(piece),
            [
                Cut(EvidencePart.TitleOf(piece), LongestTitle),
                Cut($"ตัวชี้วัดที่ {Printed.Indicator(piece.Indicator.Number)} {piece.Indicator.ShortText.Thai}", LongestIndicator),
                Cut(piece.Unit.Name.Thai.Length <= LongestUnit ? piece.Unit.Name.Thai : piece.Unit.ShortName.Thai, LongestUnit),
            ],
            squares(mark), $"คิวอาร์โค้ดของหลักฐาน {mark}");
    }

    private static string Rest(InspectionContent content) => content.EvidenceCount > content.Evidence.Length
        ? $" · อีก {Printed.Number(content.EvidenceCount - content.Evidence.Length)} รายการไม่พิมพ์ป้าย" : "";

    /// <summary>A text that is longer than its place ends with an ellipsis, never inside a cluster.</summary>
    private static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var kept = 0;
        foreach (var element in System.Globalization.StringInfo.ParseCombiningCharacters(text).Skip(1).Append(text.Length))
        {
            if (element > most - 1) break;
            kept = element;
        }
        return $"{text[..kept].TrimEnd()}…";
    }
}
