using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>ภาคผนวก ก ทะเบียนเต็ม: every row as reported, columns that never leave the house left out of the official edition.</summary>
internal static class RegisterAppendix
{
    public static IEnumerable<Block> Compose(ReportContent report)
    {
        yield return new Heading(1, "ภาคผนวก ก ทะเบียนข้อมูล") { PageBreakBefore = true };
        for (var i = 0; i < report.Rules.Framework.Indicators.Length; i++)
        {
            var indicator = report.Rules.Framework.Indicators[i];
            yield return new Heading(2, $"ตัวชี้วัดที่ {CellText.Indicator(indicator.Number)} : {indicator.ShortText.Thai}");
            foreach (var block in Facts(report, indicator)) yield return block;
            yield return Register(report, indicator, i + 1) ?? (Block)new Paragraph("ไม่มีรายการ");
        }
    }

    private static IEnumerable<Block> Facts(ReportContent report, Indicator indicator)
    {
        foreach (var r in report.ReturnsOn(indicator.Number))
            foreach (var fact in indicator.Register.Facts)
                if (r.Facts.TryGetValue(fact.Id, out var value))
                    yield return new Paragraph($"{fact.Label.Thai}: {report.Cells.Of(value, fact)} ({report.Cells.UnitShortName(r.Unit)})") { Style = ParagraphStyle.Plain };
    }

    private static Table? Register(ReportContent report, Indicator indicator, int position)
    {
        var columns = indicator.Register.Columns.Where(c => report.ShowsColumn(indicator, c)).ToImmutableArray();
        var joint = report.Rules.HostingOf(indicator.Number).Hosts.Length > 1;
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        foreach (var r in report.ReturnsOn(indicator.Number))
        {
            foreach (var row in r.Rows)
            {
                var cells = ImmutableArray.CreateBuilder<TableCell>(columns.Length + 2);
                cells.Add(new(CellText.Number(rows.Count + 1)));
                foreach (var column in columns) cells.Add(new(report.Cells.Of(row[column.Id], column)));
                if (joint) cells.Add(new(report.Cells.UnitShortName(r.Unit)));
                rows.Add(new(cells.ToImmutable()));
            }
        }
        if (rows.Count == 0) return null;
        return new(
            [new(1, Alignment.Center), .. columns.Select(c => new TableColumn(Share(c.Type))), .. joint ? [new TableColumn(2.4)] : ImmutableArray<TableColumn>.Empty],
            [new([new TableCell("ที่"), .. columns.Select(c => new TableCell(c.Heading.Thai)), .. joint ? [new TableCell("หน่วยงานที่รายงาน")] : ImmutableArray<TableCell>.Empty])],
            rows.ToImmutable())
        {
            Dense = true,
            Caption = $"ตาราง ก-{CellText.Number(position)} ทะเบียนตัวชี้วัดที่ {CellText.Indicator(indicator.Number)}",
        };
    }

    private static double Share(ColumnType type) => type switch
    {
        ColumnType.Date => 1.5,
        ColumnType.Number or ColumnType.Flag => 1.2,
        ColumnType.Choice => 2,
        ColumnType.Authority or ColumnType.Sender => 2.6,
        _ => 3,
    };
}
