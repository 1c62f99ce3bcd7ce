using System.Globalization;

namespace Kalasin.Evaluation.Documents.Excel;

/// <summary>
/// Heights of rows that state none. Excel fits a row when somebody types into it, but neither Excel nor LibreOffice does so for
/// every row of a file being opened; the file therefore states an estimate, not marked as custom, so that programs may fit anew.
/// </summary>
internal sealed class RowFit(Sheet sheet)
{
    private const double UsualWidth = 8.43;

    // A Thai cluster is a little wider than the digit that column widths count in; words that break early waste the rest.
    private const double ClusterWidth = 1.15;
    private const double MaximumHeight = 409;

    // Where the font is missing another, taller one stands in; its marks below the line would touch the border.
    private const double Room = 3;

    private readonly Dictionary<(int Row, int Column), CellRange> merged = sheet.Merged.ToDictionary(m => (m.Row, m.Column));

    /// <summary>Height of a row in points.</summary>
    public double HeightOf(int number, Row row)
    {
        var height = StylesPart.LineHeight(CellStyle.Plain);
        for (var c = 0; c < row.Cells.Length; c++)
        {
            var cell = row.Cells[c];
            if (cell.Kind == CellKind.Empty) continue;
            var range = merged.GetValueOrDefault((number, c + 1), new(number, c + 1));
            // Text over several rows has the height of them all; it can't be shared out here.
            if (range.LastRow == number) height = Math.Max(height, Lines(cell, range) * StylesPart.LineHeight(cell.Style));
        }
        return Math.Min(height + Room, MaximumHeight);
    }

    private int Lines(Cell cell, CellRange range)
    {
        if (cell.Kind != CellKind.Text || !StylesPart.IsWrapped(cell.Style)) return 1;
        var width = 0.0;
        for (var column = range.Column; column <= range.LastColumn; column++)
            width += column <= sheet.ColumnWidths.Length ? sheet.ColumnWidths[column - 1] : UsualWidth;
        var lines = 0;
        foreach (var line in cell.Content.AsSpan().EnumerateLines())
            lines += Math.Max(1, (int)Math.Ceiling(Clusters(line) * ClusterWidth / Math.Max(width, 1)));
        return lines;
    }

    private static int Clusters(ReadOnlySpan<char> line)
    {
        var count = 0;
        foreach (var character in line)
            if (char.GetUnicodeCategory(character) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) && !char.IsLowSurrogate(character))
                count++;
        return count;
    }
}
