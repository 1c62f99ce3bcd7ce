using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>The head or the body of one table, measured from its first row to its last.</summary>
internal sealed class RowMeasure(Table table, TableGrid grid, bool isHead, double[] edges, Setting setting)
{
    private const double PadX = 3.5, PadY = 1.5, HeadGrey = 0.92;

    private readonly List<OpenCell> open = new(table.Columns.Length);
    private readonly List<Reach> reaches = new(table.Columns.Length);
    private readonly List<double> uprights = new(table.Columns.Length + 1);
    private readonly List<CellText> texts = new(table.Columns.Length);
    private readonly double size = setting.Points(TableWidths.CellScale);
    private RowFrame? frame;

    /// <summary>A cell that covers part of the row being measured.</summary>
    /// <param name="Column">First column.</param>
    /// <param name="EndColumn">Column after its last.</param>
    /// <param name="Row">Row it starts in.</param>
    /// <param name="EndRow">Row after its last.</param>
    /// <param name="Text">Its text, placed for a cell that starts at the top of its row.</param>
    /// <param name="Missing">Height it still needs in rows to come.</param>
    private readonly record struct OpenCell(int Column, int EndColumn, int Row, int EndRow, CellText Text, double Missing)
    {
        /// <summary>Number of its lines.</summary>
        public int Lines => Text.Text.Count;

        /// <summary>Adds the boxes of one of them, moved down, as if they stood alone.</summary>
        public void Add(int line, double down, ImmutableArray<Box>.Builder boxes)
        {
            foreach (var box in Text.Text[line]) boxes.Add(Text.Alone(box, down));
        }
    }

    private double LineHeight => size * Lines.CellHeight;

    /// <summary>Adds the rows as strips.</summary>
    /// <param name="strips">Receives them.</param>
    /// <param name="group">Receives the rows' nodes.</param>
    /// <param name="most">Height of a row that is cut between lines.</param>
    /// <param name="head">Drawn again over each page.</param>
    public void Add(ImmutableArray<Strip>.Builder strips, Node group, double most, Strip? head)
    {
        // Height of the rows above that text of spans holds on one page with this one.
        var held = 0.0;
        for (var r = 0; r < grid.Rows.Length; r++)
        {
            Start(r, group);
            var height = Height(r, most);
            if (held > 0 && held + Math.Max(height, open.Max(c => c.Missing)) > most)
            {
                // No page holds them all: the row above takes what is left of the text.
                var left = open.Where(c => c.Row < r).Max(c => c.Missing);
                strips[^1] = strips[^1] with { Height = strips[^1].Height + left, KeepWithNext = false, ReachesIntoNext = false };
                for (var i = 0; i < open.Count; i++)
                    if (open[i].Row < r) open[i] = open[i] with { Missing = open[i].Missing - left };
                (held, height) = (0, Height(r, most));
            }
            // Text of a span that reaches into the next row holds both on one page.
            var keep = false;
            foreach (var cell in open) keep |= cell.EndRow > r + 1 && cell.Missing - height > PadY;
            // A span whose text is longer than half a page stands in its first row alone, which may then be cut between lines.
            if (height > most) Cut(r, strips, head);
            else strips.Add(new(height, Texts(r)) { Frame = Frame(r + 1, r + 1), Head = head, KeepWithNext = keep, ReachesIntoNext = keep });
            held = keep && height <= most ? held + height : 0;
            Close(r, height);
        }
    }

    /// <summary>All rows as one strip: a head is never cut, and its texts stand in the middle of their cells.</summary>
    public Strip Head(Node group)
    {
        var cells = new List<OpenCell>();
        var tops = new double[grid.Rows.Length + 1];
        var rules = new List<Rule>();
        for (var r = 0; r < grid.Rows.Length; r++)
        {
            Start(r, group);
            cells.AddRange(open.Where(c => c.Row == r));
            var height = Height(r, most: double.PositiveInfinity);
            tops[r + 1] = tops[r] + height;
            var row = Frame(r + 1, r + 1);
            foreach (var x in row.Uprights) rules.Add(new(x, tops[r], x, tops[r + 1]));
            foreach (var reach in row.Bottom) rules.Add(new(reach.From, tops[r + 1], reach.To, tops[r + 1]));
            Close(r, height);
        }
        rules.Add(new(0, 0, edges[^1], 0));
        var boxes = ImmutableArray.CreateBuilder<Box>();
        boxes.Add(new FillBox(0, 0, edges[^1], tops[^1], HeadGrey));
        boxes.Add(new RulesBox([.. rules], FrameRun.Line));
        foreach (var cell in cells)
        {
            var room = tops[cell.EndRow] - tops[cell.Row] - cell.Lines * LineHeight;
            for (var i = 0; i < cell.Lines; i++) cell.Add(i, tops[cell.Row] + room / 2 - PadY, boxes);
        }
        return new(tops[^1], boxes.DrainToImmutable());
    }

    /// <summary>
    /// Measures the cells that start in a row; the row's cells are then in <see cref="open"/>, in the order of their columns where
    /// they start together.
    /// </summary>
    private void Start(int row, Node group)
    {
        var tr = setting.Drawn ? group.Add(new(Traits.Row)) : null;
        foreach (var cell in grid[row])
            if (!cell.Continued) open.Add(Measure(cell, row, tr));
    }

    /// <summary>
    /// Height of a row: that of the cells which end in it, and of a span longer than half of what a page holds, which stands in its
    /// first row alone.
    /// </summary>
    private double Height(int row, double most)
    {
        var height = LineHeight + 2 * PadY;
        foreach (var cell in open)
            if (cell.EndRow == row + 1 || (cell.Row == row && cell.Missing > most / 2)) height = Math.Max(height, cell.Missing);
        return height;
    }

    private void Close(int row, double height)
    {
        var kept = 0;
        for (var i = 0; i < open.Count; i++)
            if (open[i].EndRow > row + 1) open[kept++] = open[i] with { Missing = open[i].Missing - height };
        open.RemoveRange(kept, open.Count - kept);
    }

    private OpenCell Measure(GridCell place, int row, Node? tr)
    {
        var cell = place.Cell;
        var end = place.Column + cell.ColumnSpan;
        var traits = isHead ? Traits.NamesColumn : cell.RowHeader ? Traits.NamesRow : Traits.Cell;
        if (cell.ColumnSpan > 1 || cell.RowSpan > 1) traits = traits with { ColumnSpan = cell.ColumnSpan, RowSpan = cell.RowSpan };
        var node = tr?.Add(new(traits));
        var (left, alignment) = (edges[place.Column], cell.Alignment ?? (isHead ? Alignment.Center : table.Columns[place.Column].Alignment));
        var text = new Lines(edges[end] - left - 2 * PadX, 0, alignment, size, Lines.CellHeight) { Left = left + PadX, Top = PadY };
        var set = SetText.Of(TextFlow.Of(cell.Content, size, isHead || grid.Rows[row].Emphasis, node, setting), text, setting.Desk);
        return new(place.Column, end, row, row + cell.RowSpan, set, set.Text.Count * LineHeight + 2 * PadY);
    }

    /// <summary>What stands in the cells that start in a row.</summary>
    private ImmutableArray<Box> Texts(int row)
    {
        if (!setting.Drawn) return [];
        texts.Clear();
        foreach (var cell in open)
            if (cell.Row == row && !cell.Text.Text.Boxes.IsEmpty) texts.Add(cell.Text);
        return texts.Count == 0 ? [] : [new RowBox([.. texts])];
    }

    private void Cut(int row, ImmutableArray<Strip>.Builder strips, Strip? head)
    {
        var started = open.Where(c => c.Row == row).ToList();
        var count = started.Max(c => c.Lines);
        for (var i = 0; i < count; i++)
        {
            var (above, below) = (i == 0 ? PadY : 0, i == count - 1 ? PadY : 0);
            var boxes = ImmutableArray.CreateBuilder<Box>();
            foreach (var cell in started.Where(c => i < c.Lines)) cell.Add(i, above - PadY - i * LineHeight, boxes);
            strips.Add(new(above + LineHeight + below, boxes.DrainToImmutable())
            {
                Frame = Frame(i == count - 1 ? row + 1 : 0, row), Head = head, KeepWithNext = i == 0 && count > 1,
            });
        }
    }

    /// <summary>Upright edges of all cells of a row, lower edges of those that end with a row.</summary>
    /// <param name="ends">Row after the last one of cells that have a lower edge here.</param>
    /// <param name="goesOn">Cells that end after it get a lower edge where a page ends.</param>
    private RowFrame Frame(int ends, int goesOn)
    {
        uprights.Clear();
        foreach (var cell in open)
        {
            if (!uprights.Contains(edges[cell.Column])) uprights.Add(edges[cell.Column]);
            if (!uprights.Contains(edges[cell.EndColumn])) uprights.Add(edges[cell.EndColumn]);
        }
        uprights.Sort();
        var upright = frame is not null && frame.Uprights.AsSpan().SequenceEqual(CollectionsMarshal.AsSpan(uprights)) ? frame.Uprights : [.. uprights];
        var bottom = Reaches(ends, ends, frame?.Bottom ?? []);
        var atPageEnd = Reaches(goesOn + 1, int.MaxValue, frame?.AtPageEnd ?? []);
        if (frame is null || frame.Uprights != upright || frame.Bottom != bottom || frame.AtPageEnd != atPageEnd) frame = new(upright, bottom, atPageEnd);
        return frame;
    }

    /// <summary>Lower edges of the cells that end from one row to another, neighbours in one stroke.</summary>
    private ImmutableArray<Reach> Reaches(int fromEnd, int toEnd, ImmutableArray<Reach> before)
    {
        reaches.Clear();
        foreach (var cell in open)
            if (cell.EndRow >= fromEnd && cell.EndRow <= toEnd) reaches.Add(new(edges[cell.Column], edges[cell.EndColumn]));
        reaches.Sort(static (a, b) => a.From.CompareTo(b.From));
        var count = 0;
        for (var i = 0; i < reaches.Count; i++)
        {
            if (count > 0 && reaches[count - 1].To == reaches[i].From) reaches[count - 1] = reaches[count - 1] with { To = reaches[i].To };
            else reaches[count++] = reaches[i];
        }
        reaches.RemoveRange(count, reaches.Count - count);
        return before.AsSpan().SequenceEqual(CollectionsMarshal.AsSpan(reaches)) ? before : [.. reaches];
    }
}
