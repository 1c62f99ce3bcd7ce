using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>บัญชีหลักฐานรอรับการตรวจประเมิน.</summary>
internal static class EvidencePart
{
    public const string Anchor = "evidence";

    /// <summary>Where evidence is listed, behind what is listed there.</summary>
    public static ImmutableArray<Inline> AsListed => ["ตามบัญชีหลักฐานใน", new Reference(Anchor)];

    /// <summary>The date of a document, behind its title.</summary>
    public static string Dated(Evidence evidence) => evidence.Date is { } date ? $" ลงวันที่ {ThaiDate.Short(date)}" : "";

    public static Chapter Compose(ReportContent report) => new(ChapterKind.Part, "บัญชีหลักฐานรอรับการตรวจประเมิน", Blocks(report)) { Anchor = Anchor };

    private static IEnumerable<Block> Blocks(ReportContent report)
    {
        var rows =
            from score in report.Card.Scores
            from r in report.ReturnsOn(score.Indicator)
            from evidence in r.Evidence
            select new[]
            {
                ThaiNumerals.ToThai(Evidence.CodeOf(score.Indicator, r.Unit, evidence.Number)),
                Printed.Prose(evidence.Title) + Dated(evidence),
                Printed.Indicator(score.Indicator),
                report.Printed.UnitShortName(r.Unit),
                evidence.Location is { Length: > 0 } place ? Printed.Prose(place) : Printed.ToFill,
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
            [.. list.Select(cells => IndicatorTables.Row(cells[0], cells.AsSpan(1))), .. ReportContent.Rest(count, 5)])
        {
            Dense = true,
            Caption = "บัญชีหลักฐาน",
        };
        yield return new Table(
            [new(1, Alignment.Center), new(6), new(6)],
            [TableRow.Of("ที่", "หน่วยงาน", "ผู้ชี้แจง (ตำแหน่ง)")],
            [.. report.Rules.Plan.Units.Where(u => list.Exists(cells => cells[3] == u.ShortName.Thai)).Select(
                (u, i) => TableRow.Of(Printed.Number(i + 1), u.Name.Thai, ""))])
        {
            Dense = true,
            Caption = "ผู้ชี้แจงหลักฐานของแต่ละหน่วยงาน (กรอกเมื่อรับการตรวจประเมิน)",
        };
    }
}
