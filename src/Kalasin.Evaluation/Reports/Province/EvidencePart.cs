using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>บัญชีหลักฐานรอรับการตรวจประเมิน.</summary>
internal static class EvidencePart
{
    public const string Anchor = "evidence";

    /// <summary>Where evidence is listed, behind what is listed there.</summary>
    public static ImmutableArray<Inline> AsListed => ["ตามบัญชีหลักฐานใน", new Reference(Anchor)];

    /// <summary>A code as it is printed.</summary>
    public static string CodeOf(EvidencePiece piece) => ThaiNumerals.ToThai(piece.Code);

    /// <summary>What a piece of evidence is, with its day.</summary>
    public static string TitleOf(EvidencePiece piece) =>
        (piece.Evidence.Title.Length > 0 ? Printed.Prose(piece.Evidence.Title) : Printed.ToFill) + (piece.Evidence.Date is { } date ? $" ลงวันที่ {ThaiDate.Short(date)}" : "");

    public static Chapter Compose(ReportContent report) => new(ChapterKind.Part, "บัญชีหลักฐานรอรับการตรวจประเมิน", Blocks(report)) { Anchor = Anchor };

    private static IEnumerable<Block> Blocks(ReportContent report)
    {
        var list = report.Evidence.Take(ReportContent.MostRows).Select(piece => report.Cells.NamedRow(
            CodeOf(piece), TitleOf(piece), Printed.Indicator(piece.Indicator.Number), piece.Unit.ShortName.Thai,
            piece.Evidence.Location is { Length: > 0 } place ? Printed.Prose(place) : Printed.ToFill)).ToList();
        if (list.Count == 0)
        {
            yield return new Paragraph("ยังไม่มีหน่วยงานบันทึกบัญชีหลักฐาน");
            yield break;
        }
        yield return new Table(
            FittedColumns.Of([Alignment.Start, Alignment.Start, Alignment.Center, Alignment.Start, Alignment.Start], list),
            [TableRow.Of("รหัส", "รายการ", "ตัวชี้วัด", "หน่วยงาน", "ที่เก็บ (แฟ้ม/ตู้/ลิงก์)")],
            [.. list, .. ReportContent.Rest(report.Evidence.Length, 5)])
        {
            Dense = true,
            Caption = "บัญชีหลักฐาน",
        };
        yield return new Table(
            [new(1, Alignment.Center), new(6), new(6)],
            [TableRow.Of("ที่", "หน่วยงาน", "ผู้ชี้แจง (ตำแหน่ง)")],
            [.. report.Rules.Plan.Units.Where(u => report.Evidence.Any(piece => piece.Unit.Code == u.Code)).Select(
                (u, i) => TableRow.Of(Printed.Number(i + 1), u.Name.Thai, ""))])
        {
            Dense = true,
            Caption = "ผู้ชี้แจงหลักฐานของแต่ละหน่วยงาน (กรอกเมื่อรับการตรวจประเมิน)",
        };
    }
}
