using System.Text;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>
/// The rows of one table, spelt straight from the blocks: registers have thousands of cells, and an element tree of them
/// costs more than all else in the file. What cells have in common is made once and copied as often as needed.
/// </summary>
internal sealed class TableRows(Table table, TableGrid head, TableGrid body, int[] edges, InlineElements inlines)
{
    private readonly Dictionary<(bool Head, int Column, int ColumnSpan, bool SpansRows, bool Continued, Alignment? Alignment, bool Kept), byte[]> openings = [];

    // Of the cells of one column and one row without an alignment of their own, which are nearly all: of the head, then of the body.
    private readonly byte[]?[] plain = new byte[]?[2 * table.Columns.Length];

    /// <summary>Whether the last row stays on the page of what follows the table. Default <see langword="false"/>.</summary>
    public bool LastKeepsWithNext { get; set; }

    /// <summary>Writes the rows.</summary>
    public void Write(RentedStream xml)
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
                xml.Write(Opening(cell, isHead, kept: LastKeepsWithNext && !isHead && r == grid.Rows.Length - 1));
                if (!cell.Continued) inlines.Write(xml, cell.Cell.Content, grid.Rows[r].Emphasis);
                xml.Write("</w:p></w:tc>"u8);
            }
            xml.Write("</w:tr>"u8);
        }
    }

    /// <summary>A cell up to its text.</summary>
    private byte[] Opening(in GridCell place, bool isHead, bool kept)
    {
        var cell = place.Cell;
        if (cell is { ColumnSpan: 1, RowSpan: 1, Alignment: null } && !kept)
            return plain[isHead ? place.Column : place.Column + table.Columns.Length] ??= Spelt(place, isHead, kept);
        var key = (isHead, place.Column, cell.ColumnSpan, cell.RowSpan > 1, place.Continued, cell.Alignment, kept);
        return openings.TryGetValue(key, out var known) ? known : openings[key] = Spelt(place, isHead, kept);
    }

    private byte[] Spelt(in GridCell place, bool isHead, bool kept) => Encoding.UTF8.GetBytes(TableElements.CellOpening(place, table, isHead, edges, kept));
}
