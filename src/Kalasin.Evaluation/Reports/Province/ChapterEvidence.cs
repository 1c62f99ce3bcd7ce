using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>What an indicator's chapter says of evidence and pictures: a few by name, many by number, and where all of them are listed.</summary>
internal static class ChapterEvidence
{
    private const int MostNamed = 5;

    /// <summary>Evidence by code; what is expected where none was listed.</summary>
    public static IEnumerable<Block> Listed(ReportContent report, Indicator indicator)
    {
        var all = Of(report, indicator);
        if (all.IsEmpty)
        {
            yield return new Paragraph(indicator.Evidence.IsEmpty
                ? Printed.None
                : $"ยังไม่มีหน่วยงานบันทึกหลักฐาน หลักฐานที่ใช้ประกอบตัวชี้วัดนี้ ได้แก่ {string.Join(" ", indicator.Evidence.Select(e => e.Thai))}");
        }
        else if (all.Length <= MostNamed)
        {
            yield return ListBlock.Of(all.Select(piece => $"{EvidencePart.CodeOf(piece)} {EvidencePart.TitleOf(piece)}"));
        }
        else
        {
            yield return new Paragraph(
                [$"หลักฐาน {Printed.Number(all.Length)} รายการ จาก {Printed.Number(all.Select(piece => piece.Unit.Code).Distinct().Count())} หน่วยงาน ", .. EvidencePart.AsListed]);
        }
    }

    /// <summary>The pictures that are printed, and those that lie with the evidence.</summary>
    public static ImmutableArray<Inline> Pictures(ReportContent report, Indicator indicator)
    {
        var printed = report.Pictures.Where(p => p.Indicator == indicator.Number).ToList();
        var kept = Of(report, indicator).Where(piece => PictureAppendix.IsPicture(piece.Evidence)).ToList();
        ImmutableArray<Inline> shown = printed.Count == 0 ? [] :
        [
            new Reference(printed[0].Anchor),
            .. printed.Skip(1).SelectMany(p => (ImmutableArray<Inline>)[", ", new Reference(p.Anchor) { NumberOnly = true }]),
            " ใน", new Reference(PictureAppendix.Anchor), kept.Count > 0 ? " และ" : "",
        ];
        if (kept.Count == 0) return shown.IsEmpty ? [Printed.None] : shown;
        var codes = kept.Count <= MostNamed ? $"ตามหลักฐานรหัส {string.Join(", ", kept.Select(EvidencePart.CodeOf))}" : $" {Printed.Number(kept.Count)} รายการ";
        return [.. shown, $"ภาพถ่าย{codes} ", .. EvidencePart.AsListed];
    }

    private static ImmutableArray<EvidencePiece> Of(ReportContent report, Indicator indicator) =>
        [.. report.Evidence.Where(piece => piece.Indicator.Number == indicator.Number)];
}
