using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Measures;
using Kalasin.Evaluation.Reports.Province;

namespace Kalasin.Evaluation.Reports.Units;

/// <summary>ทะเบียนข้อมูล: the rows as the unit reported them, and what was worked out of them beside.</summary>
internal static class ReturnRegister
{
    /// <summary>Rows that a form without a return offers to be filled in by hand.</summary>
    private const int BlankRows = 6;

    public static IEnumerable<Block> Of(PrintedReturnContent content)
    {
        if (content.Reported is { Return.Rows.IsEmpty: true })
        {
            yield return new Paragraph(Printed.None);
            yield break;
        }
        var columns = Columns(content);
        TableRow[] rows = content.Reported is { Return: var reported }
            ? [.. reported.Rows.Select(row => TableRow.Of([Printed.Number(row.Number), .. columns.Select(c => c.Text(reported.Unit, row))]))]
            : [.. Enumerable.Range(1, BlankRows).Select(i => TableRow.Of([Printed.Number(i), .. columns.Select(_ => "")]))];
        var (head, printed) = (TableRow.Of(["ที่", .. columns.Select(c => c.Heading)]), rows.Take(ReportContent.MostRows).ToList());
        yield return TurnedRegister.Of(new Table(
            FittedColumns.Of([Alignment.Center, .. columns.Select(c => AlignmentOf(c.Type))], [head, .. printed]),
            [head],
            [.. printed, .. ReportContent.Rest(rows.Length, columns.Length + 1)])
        {
            Dense = true,
            Summary = $"ทะเบียนข้อมูลของ{content.Unit.Name.Thai} ตัวชี้วัดที่ {Printed.Indicator(content.Indicator.Number)}",
        });
    }

    private static ImmutableArray<RegisterColumn> Columns(PrintedReturnContent content)
    {
        var (indicator, printed) = (content.Indicator, content.Printed);
        var typed = indicator.Register.Columns.Select(c => new RegisterColumn(c.Heading.Thai, c.Type, (_, row) => printed.Of(row[c.Id], c)));
        return content.Reported is { InRound: var measurement }
            ? [.. typed, .. MeasureTables.Of(indicator.Measure).Derived(indicator.Measure, measurement)]
            : [.. typed];
    }

    private static Alignment AlignmentOf(ColumnType type) =>
        type is ColumnType.Date or ColumnType.Number or ColumnType.Flag ? Alignment.Center : Alignment.Start;
}
