using System.IO.Compression;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Documents.Opc;

namespace Kalasin.Evaluation.Documents.Charts;

/// <summary>The figures of a chart as a workbook of one sheet: names from A2 on, values from B2, C2 … on, what they are over them.</summary>
internal static class ChartWorkbook
{
    /// <summary>Name of the sheet.</summary>
    public const string SheetName = "ข้อมูล";

    /// <summary>The file, packed as it is: its parts are already.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="asOf">Day the figures are of.</param>
    public static PackedBytes Of(AxisChart chart, DateOnly asOf)
    {
        var (labels, series) = (chart.Labels, chart.Series);
        var head = Row.Of([Cell.Text(chart.Categories), .. series.Select(s => Cell.Text(s.Name))]);
        var rows = labels.Select((label, i) => Row.Of([Cell.Text(label), .. series.Select(s => s.Values[i] is { } value ? Cell.Number(value) : Cell.Empty())]));
        using var bytes = new RentedStream(1 << 14);
        var written = new Workbook(chart.Title, asOf, [new(SheetName, [head, .. rows])]).WriteAsync(bytes);
        // Memory keeps nobody waiting.
        written.GetAwaiter().GetResult();
        return PackedBytes.Once(bytes, CompressionLevel.NoCompression);
    }
}
