using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>The head or the body of one table, measured from its first row to its last.</summary>
internal sealed class RowMeasure(Table table, ImmutableArray<TableRow> rows, bool isHead, double[] edges, Setting setting)
{
    public const double Line = 0.5;

    private const double PadX = 3.5, PadY = 1.5, HeadGrey = 0.92;

    private readonly List<OpenCell> open = [];
    private readonly double size = setting.Points(TableWidths.CellScale(table));

    /// <summary>A cell that covers part of the row being measured.</summary>
    /// <param name="Column">First column.</param>
    /// <param name="EndColumn">Column after its last.</param>
    /// <param name="EndRow">Row after its last.</param>
    /// <param name="Lines">Its text.</param>
    /// <param name="Missing">Height it still needs.</param>
    private sealed record OpenCell(int Column, int EndColumn, int EndRow, List<ImmutableArray<Box>> Lines, double Missing);

    private double LineHeight => size * Lines.CellHeight;

    public IEnumerable<Strip> Strips(Node group, double most)
    {
        var grid = TableGrid.Of(table.Columns.Length, rows);
        for (var r = 0; r < rows.Length; r++)
            foreach (var strip in Strips(r, grid.Rows[r], group.Add(new("TR")), most)) yield return strip;
    }

    /// <summary>All rows as one strip: a head is never cut, and its texts stand in the middle of their cells.</summary>
    public Strip Head(Node group)
    {
        var grid = TableGrid.Of(table.Columns.Length, rows);
        var cells = new List<(int Row, OpenCell Cell)>();
        var tops = new double[rows.Length + 1];
        var lines = ImmutableArray.CreateBuilder<Box>();
        for (var r = 0; r < rows.Length; r++)
        {
            var tr = group.Add(new("TR"));
            var started = grid.Rows[r].Where(c => !c.Continued).Select(c => Measure(c, r, tr)).ToList();
            cells.AddRange(started.Select(c => (r, c)));
            open.AddRange(started);
            var height = Height(open.Where(c => c.EndRow == r + 1));
            tops[r + 1] = tops[r] + height;
            lines.AddRange(Frame(height, open.Where(c => c.EndRow == r + 1)).Select(b => b.Shifted(0, tops[r])));
            Close(r, height);
        }
        var boxes = ImmutableArray.CreateBuilder<Box>();
        boxes.Add(new FillBox(0, 0, edges[^1], tops[^1], HeadGrey));
        boxes.Add(new RuleBox(0, 0, edges[^1], 0, Line));
        boxes.AddRange(lines);
        foreach (var (row, cell) in cells)
        {
            var room = tops[cell.EndRow] - tops[row] - cell.Lines.Count * LineHeight;
            for (var i = 0; i < cell.Lines.Count; i++) boxes.AddRange(Text(cell, i, tops[row] + room / 2 + i * LineHeight));
        }
        return new(tops[^1], boxes.DrainToImmutable()) { KeepWithNext = true };
    }

    private double Height(IEnumerable<OpenCell> ending) => Math.Max(LineHeight + 2 * PadY, ending.Select(c => c.Missing).DefaultIfEmpty().Max());

    private void Close(int row, double height)
    {
        for (var i = 0; i < open.Count; i++) open[i] = open[i] with { Missing = open[i].Missing - height };
        open.RemoveAll(c => c.EndRow <= row + 1);
    }

    private IEnumerable<Box> Text(OpenCell cell, int line, double y) => cell.Lines[line].Select(b => b.Shifted(edges[cell.Column] + PadX, y));

    /// <summary>Upright edges of all cells of a row, lower edges of some.</summary>
    private IEnumerable<Box> Frame(double height, IEnumerable<OpenCell> ending) =>
        open.SelectMany(c => new[] { c.Column, c.EndColumn }).Distinct().Order().Select(c => (Box)new RuleBox(edges[c], 0, edges[c], height, Line)).Concat(Bottom(ending, height));

    private List<Strip> Strips(int row, ImmutableArray<GridCell> cells, Node tr, double most)
    {
        var started = cells.Where(c => !c.Continued).Select(c => Measure(c, row, tr)).ToList();
        open.AddRange(started);
        // A span whose text is longer than half a page stands in its first row alone, which may then be cut between lines.
        var height = Height(open.Where(c => c.EndRow == row + 1 || (c.Missing > most / 2 && started.Contains(c))));
        var strips = height > most ? Cut(row, started) : [Whole(row, height, started)];
        Close(row, height);
        // Text of a span that reaches into the next row holds both on one page.
        if (open.Exists(c => c.Missing > PadY)) strips[^1] = strips[^1] with { KeepWithNext = true };
        return strips;
    }

    private OpenCell Measure(GridCell place, int row, Node tr)
    {
        var cell = place.Cell;
        var end = place.Column + cell.ColumnSpan;
        var node = tr.Add(new(isHead || cell.RowHeader ? "TH" : "TD") { Scope = isHead ? "Column" : cell.RowHeader ? "Row" : null, ColumnSpan = cell.ColumnSpan, RowSpan = cell.RowSpan });
        var lines = new Lines(edges[end] - edges[place.Column] - 2 * PadX, 0, cell.Alignment ?? (isHead ? Alignment.Center : table.Columns[place.Column].Alignment), size, Lines.CellHeight);
        var filled = lines.Fill(TextFlow.Of(cell.Content, size, isHead || rows[row].Emphasis, node, setting), setting.Violations);
        return new(place.Column, end, row + cell.RowSpan, filled, filled.Count * LineHeight + 2 * PadY);
    }

    private Strip Whole(int row, double height, List<OpenCell> started)
    {
        var boxes = ImmutableArray.CreateBuilder<Box>();
        foreach (var cell in started)
            for (var i = 0; i < cell.Lines.Count; i++) boxes.AddRange(Text(cell, i, PadY + i * LineHeight));
        boxes.AddRange(Frame(height, open.Where(c => c.EndRow == row + 1)));
        return new(height, boxes.DrainToImmutable()) { AtPageEnd = [.. Bottom(open.Where(c => c.EndRow > row + 1), height)] };
    }

    private List<Strip> Cut(int row, List<OpenCell> started)
    {
        var count = started.Max(c => c.Lines.Count);
        var strips = new List<Strip>(count);
        for (var i = 0; i < count; i++)
        {
            var (above, below) = (i == 0 ? PadY : 0, i == count - 1 ? PadY : 0);
            var height = above + LineHeight + below;
            var boxes = ImmutableArray.CreateBuilder<Box>();
            foreach (var cell in started.Where(c => i < c.Lines.Count)) boxes.AddRange(Text(cell, i, above));
            boxes.AddRange(Frame(height, i == count - 1 ? open.Where(c => c.EndRow == row + 1) : []));
            strips.Add(new(height, boxes.DrainToImmutable()) { AtPageEnd = [.. Bottom(open, height)], KeepWithNext = i == 0 && count > 1 });
        }
        return strips;
    }

    /// <summary>Lower edges of cells, neighbours in one stroke.</summary>
    private IEnumerable<Box> Bottom(IEnumerable<OpenCell> cells, double y)
    {
        var (from, to) = (-1, -1);
        foreach (var cell in cells.OrderBy(c => c.Column))
        {
            if (cell.Column != to && to >= 0) yield return new RuleBox(edges[from], y, edges[to], y, Line);
            if (cell.Column != to) from = cell.Column;
            to = cell.EndColumn;
        }
        if (to >= 0) yield return new RuleBox(edges[from], y, edges[to], y, Line);
    }
}
