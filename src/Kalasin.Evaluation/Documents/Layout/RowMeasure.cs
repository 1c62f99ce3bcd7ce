using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>The head or the body of one table, measured from its first row to its last.</summary>
internal sealed class RowMeasure(Table table, ImmutableArray<TableRow> rows, bool isHead, double[] edges, Setting setting)
{
    public const double Line = 0.5;

    private const double PadX = 3.5, PadY = 1.5, HeadGrey = 0.92;

    private readonly List<OpenCell> open = [], byColumn = [];
    private readonly bool[] uprights = new bool[edges.Length];
    private readonly double size = setting.Points(TableWidths.CellScale(table));

    /// <summary>A cell that covers part of the row being measured.</summary>
    /// <param name="column">First column.</param>
    /// <param name="endColumn">Column after its last.</param>
    /// <param name="row">Row it starts in.</param>
    /// <param name="endRow">Row after its last.</param>
    /// <param name="lines">Its text, placed for a cell that starts at the top of its row.</param>
    /// <param name="height">Height it needs.</param>
    private sealed class OpenCell(int column, int endColumn, int row, int endRow, List<ImmutableArray<Box>> lines, double height)
    {
        public int Column => column;

        public int EndColumn => endColumn;

        public int Row => row;

        public int EndRow => endRow;

        public List<ImmutableArray<Box>> Lines => lines;

        /// <summary>Height it still needs in rows to come.</summary>
        public double Missing { get; set; } = height;
    }

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
        var cells = new List<OpenCell>();
        var tops = new double[rows.Length + 1];
        var lines = ImmutableArray.CreateBuilder<Box>();
        for (var r = 0; r < rows.Length; r++)
        {
            Start(r, grid.Rows[r], group.Add(new("TR")));
            cells.AddRange(open.Where(c => c.Row == r));
            var height = Height(r, most: double.PositiveInfinity);
            tops[r + 1] = tops[r] + height;
            var frame = ImmutableArray.CreateBuilder<Box>();
            Frame(frame, height, endRow: r + 1);
            foreach (var box in frame) lines.Add(box.Shifted(0, tops[r]));
            Close(r, height);
        }
        var boxes = ImmutableArray.CreateBuilder<Box>();
        boxes.Add(new FillBox(0, 0, edges[^1], tops[^1], HeadGrey));
        boxes.Add(new RuleBox(0, 0, edges[^1], 0, Line));
        boxes.AddRange(lines);
        foreach (var cell in cells)
        {
            var room = tops[cell.EndRow] - tops[cell.Row] - cell.Lines.Count * LineHeight;
            foreach (var line in cell.Lines)
                foreach (var box in line) boxes.Add(box.Shifted(0, tops[cell.Row] + room / 2 - PadY));
        }
        return new(tops[^1], boxes.DrainToImmutable()) { KeepWithNext = true };
    }

    /// <summary>Measures the cells that start in a row; the row's cells are then in <see cref="open"/>, in the order of their columns where they start together.</summary>
    private void Start(int row, ImmutableArray<GridCell> cells, Node tr)
    {
        foreach (var cell in cells)
            if (!cell.Continued) open.Add(Measure(cell, row, tr));
    }

    /// <summary>Height of a row: that of the cells which end in it, and of a span longer than half of what a page holds, which stands in its first row alone.</summary>
    private double Height(int row, double most)
    {
        var height = LineHeight + 2 * PadY;
        foreach (var cell in open)
            if (cell.EndRow == row + 1 || (cell.Row == row && cell.Missing > most / 2)) height = Math.Max(height, cell.Missing);
        return height;
    }

    private void Close(int row, double height)
    {
        foreach (var cell in open) cell.Missing -= height;
        open.RemoveAll(c => c.EndRow <= row + 1);
    }

    /// <summary>Upright edges of all cells of a row, lower edges of those that end with a row.</summary>
    private void Frame(ImmutableArray<Box>.Builder boxes, double height, int endRow)
    {
        Array.Clear(uprights);
        foreach (var cell in open) uprights[cell.Column] = uprights[cell.EndColumn] = true;
        for (var edge = 0; edge < edges.Length; edge++)
            if (uprights[edge]) boxes.Add(new RuleBox(edges[edge], 0, edges[edge], height, Line));
        Bottom(boxes, height, c => c.EndRow == endRow);
    }

    private List<Strip> Strips(int row, ImmutableArray<GridCell> cells, Node tr, double most)
    {
        Start(row, cells, tr);
        var height = Height(row, most);
        // A span whose text is longer than half a page stands in its first row alone, which may then be cut between lines.
        var strips = height > most ? Cut(row) : [Whole(row, height)];
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
        var lines = new Lines(edges[end] - edges[place.Column] - 2 * PadX, 0, cell.Alignment ?? (isHead ? Alignment.Center : table.Columns[place.Column].Alignment), size, Lines.CellHeight) { Left = edges[place.Column] + PadX, Top = PadY };
        var filled = lines.Fill(TextFlow.Of(cell.Content, size, isHead || rows[row].Emphasis, node, setting), setting.Violations);
        return new(place.Column, end, row, row + cell.RowSpan, filled, filled.Count * LineHeight + 2 * PadY);
    }

    private Strip Whole(int row, double height)
    {
        var boxes = ImmutableArray.CreateBuilder<Box>(2 * edges.Length + 8);
        foreach (var cell in open)
            if (cell.Row == row)
                foreach (var line in cell.Lines) boxes.AddRange(line);
        Frame(boxes, height, endRow: row + 1);
        return new(height, boxes.DrainToImmutable()) { AtPageEnd = Edge(height, c => c.EndRow > row + 1) };
    }

    private List<Strip> Cut(int row)
    {
        var started = open.Where(c => c.Row == row).ToList();
        var count = started.Max(c => c.Lines.Count);
        var strips = new List<Strip>(count);
        for (var i = 0; i < count; i++)
        {
            var (above, below) = (i == 0 ? PadY : 0, i == count - 1 ? PadY : 0);
            var height = above + LineHeight + below;
            var boxes = ImmutableArray.CreateBuilder<Box>();
            foreach (var cell in started.Where(c => i < c.Lines.Count))
                foreach (var box in cell.Lines[i]) boxes.Add(box.Shifted(0, above - PadY - i * LineHeight));
            Frame(boxes, height, endRow: i == count - 1 ? row + 1 : -1);
            strips.Add(new(height, boxes.DrainToImmutable()) { AtPageEnd = Edge(height, _ => true), KeepWithNext = i == 0 && count > 1 });
        }
        return strips;
    }

    private ImmutableArray<Box> Edge(double y, Func<OpenCell, bool> has)
    {
        if (!open.Exists(c => has(c))) return [];
        var boxes = ImmutableArray.CreateBuilder<Box>();
        Bottom(boxes, y, has);
        return boxes.DrainToImmutable();
    }

    /// <summary>Lower edges of cells, neighbours in one stroke.</summary>
    private void Bottom(ImmutableArray<Box>.Builder boxes, double y, Func<OpenCell, bool> has)
    {
        byColumn.Clear();
        foreach (var cell in open)
            if (has(cell)) byColumn.Add(cell);
        byColumn.Sort(static (a, b) => a.Column.CompareTo(b.Column));
        var (from, to) = (-1, -1);
        foreach (var cell in byColumn)
        {
            if (cell.Column != to && to >= 0) boxes.Add(new RuleBox(edges[from], y, edges[to], y, Line));
            if (cell.Column != to) from = cell.Column;
            to = cell.EndColumn;
        }
        if (to >= 0) boxes.Add(new RuleBox(edges[from], y, edges[to], y, Line));
    }
}
