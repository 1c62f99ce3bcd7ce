using System.Runtime.InteropServices;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>
/// The rows of one table, spelt straight from the blocks: registers have thousands of cells, and an element tree of them
/// costs more than all else in the file. What cells have in common is spelt once and copied from there.
/// </summary>
internal sealed class TableRows(Table table, TableGrid head, TableGrid body, int[] edges, InlineElements inlines, Numbers numbers) : Spelt(numbers)
{
    // Where openings of cells are spelt already.
    private readonly Dictionary<(bool Head, int Column, int ColumnSpan, bool SpansRows, bool Continued, Alignment? Alignment, bool Kept), (int Start, int Count)> openings = [];

    // Of the cells of one column and one row without an alignment of their own, which are nearly all: of the head, then of the body.
    private readonly (int Start, int Count)[] plain = new (int, int)[2 * table.Columns.Length];

    /// <summary>Whether the last row stays on the page of what follows the table. Default <see langword="false"/>.</summary>
    public bool LastKeepsWithNext { get; set; }

    /// <inheritdoc/>
    protected override void Write(RentedStream xml)
    {
        Write(head, isHead: true, xml);
        Write(body, isHead: false, xml);
    }

    private void Write(TableGrid grid, bool isHead, RentedStream xml)
    {
        var opening = TableElements.RowOpening(isHead);
        for (var r = 0; r < grid.Rows.Length; r++)
        {
            xml.Write(opening);
            foreach (ref readonly var cell in grid[r])
            {
                WriteOpening(cell, isHead, kept: LastKeepsWithNext && !isHead && r == grid.Rows.Length - 1, xml);
                if (!cell.Continued) inlines.Write(xml, cell.Cell.Content, grid.Rows[r].Emphasis);
                xml.Write("</w:p></w:tc>"u8);
            }
            xml.Write("</w:tr>"u8);
        }
    }

    /// <summary>A cell up to its text.</summary>
    private void WriteOpening(in GridCell place, bool isHead, bool kept, RentedStream xml)
    {
        var cell = place.Cell;
        ref var spelt = ref cell is { ColumnSpan: 1, RowSpan: 1, Alignment: null } && !kept
            ? ref plain[isHead ? place.Column : place.Column + table.Columns.Length]
            : ref CollectionsMarshal.GetValueRefOrAddDefault(openings, (isHead, place.Column, cell.ColumnSpan, cell.RowSpan > 1, place.Continued, cell.Alignment, kept), out _);
        if (spelt.Count > 0)
        {
            xml.WriteAgain(spelt.Start, spelt.Count);
            return;
        }
        var start = (int)xml.Length;
        TableElements.WriteCellOpening(xml, place, table, isHead, edges, kept);
        spelt = (start, (int)xml.Length - start);
    }
}
