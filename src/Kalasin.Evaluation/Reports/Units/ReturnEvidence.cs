using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Reports.Units;

/// <summary>บัญชีหลักฐาน: each piece with the code that stands on its label.</summary>
internal static class ReturnEvidence
{
    private const int BlankRows = 4;

    private static readonly ImmutableArray<TableColumn> BlankColumns =
    [
        new(1, Alignment.Center), new(2.2), new(6), new(2, Alignment.Center), new(2, Alignment.Center), new(2.4, Alignment.Center), new(1.4, Alignment.Center),
    ];

    public static IEnumerable<Block> Of(PrintedReturnContent content)
    {
        yield return PrintedReturn.Head(FormPart.Evidence);
        if (content.Reported is { Return.Evidence.IsEmpty: true })
        {
            yield return new Paragraph(Printed.None);
            yield break;
        }
        ImmutableArray<TableRow> rows = content.Reported is { Return.Evidence: var evidence }
            ? [.. evidence.Select(e => Row(content, e))]
            : [.. Enumerable.Range(1, BlankRows).Select(i => Row(content, new(i, "", null, null, null, null, null)))];
        ReadOnlySpan<string> heads = ["ที่", "รหัส", "รายการ", "ลงวันที่", "ยืนยันแถวที่", "ชนิด (ไฟล์/ลิงก์/เอกสาร)", "จำนวนหน้า"];
        yield return new Table(
            content.Reported is null ? BlankColumns : FittedColumns.Of([.. BlankColumns.Select(c => c.Alignment)], rows),
            [TableRow.Of(heads)],
            [.. rows.Take(ReportContent.MostRows), .. ReportContent.Rest(rows.Length, heads.Length)])
        {
            Dense = true,
            Summary = $"บัญชีหลักฐานของ{content.Unit.Name.Thai}",
        };
    }

    private static TableRow Row(PrintedReturnContent content, Evidence evidence) => TableRow.Of(
        Printed.Number(evidence.Number),
        ThaiNumerals.ToThai(new EvidencePiece(content.Indicator, content.Unit, evidence).Code),
        evidence.Title.Length == 0 && evidence.Location is null
            ? "" : string.Join(": ", new[] { Printed.Prose(evidence.Title), evidence.Location is { } place ? Printed.Prose(place) : "" }.Where(t => t.Length > 0)),
        evidence.Date is { } date ? ThaiDate.Short(date) : content.Reported is null ? "" : Printed.None,
        Typed(evidence.Rows),
        Typed(evidence.Kind),
        evidence.Pages is { } pages ? Printed.Number(pages) : content.Reported is null ? "" : Printed.None);

    private static string Typed(string? text) => text is { Length: > 0 } ? ThaiNumerals.ToThai(text) : "";
}
