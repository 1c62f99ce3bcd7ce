using Kalasin.Evaluation.Documents.Excel;

namespace Kalasin.Evaluation.Documents.Charts;

/// <summary>The figures of a chart as a workbook of one sheet: names from A2 on, values from B2 on, what they are over them.</summary>
internal static class ChartWorkbook
{
    /// <summary>Name of the sheet.</summary>
    public const string SheetName = "ข้อมูล";

    /// <summary>The file.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="asOf">Day the figures are of.</param>
    public static ReadOnlyMemory<byte> Of(BarChart chart, DateOnly asOf)
    {
        var rows = chart.Bars.Select(b => Row.Of(Cell.Text(b.Label), b.Value is { } value ? Cell.Number(value) : Cell.Empty()));
        using var bytes = new MemoryStream();
        var written = new Workbook(chart.Title, asOf, [new(SheetName, [Row.Of(chart.Categories, chart.Values), .. rows])]).WriteAsync(bytes);
        // Memory keeps nobody waiting.
        written.GetAwaiter().GetResult();
        return bytes.ToArray();
    }
}
