using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Kalasin.Evaluation.Documents;

/// <summary>Where a cell stands in one row of a grid.</summary>
/// <param name="Column">First column it covers, from 0.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Continued">The cell began in a row above and reaches into this one.</param>
internal readonly record struct GridCell(int Column, TableCell Cell, bool Continued);

/// <summary>The head or the body of a table with its spans worked out.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Cells">Row after row, every cell that covers part of it, from the start edge.</param>
/// <param name="Ends">Number of cells up to the end of each row.</param>
/// <param name="Violations">Rows whose spans don't add up, in words; empty for a sound table.</param>
internal sealed record TableGrid(ImmutableArray<TableRow> Rows, ImmutableArray<GridCell> Cells, ImmutableArray<int> Ends, ImmutableArray<string> Violations)
{
    /// <summary>Grids of tables, for as long as the tables are: checks, layout and both writers ask.</summary>
    private static readonly ConditionalWeakTable<Table, Parts> Known = [];

    /// <summary>The head and the body of a table.</summary>
    public static (TableGrid Head, TableGrid Body) Of(Table table)
    {
        var parts = Known.GetValue(table, static t => new(Of(t.Columns.Length, t.HeaderRows), Of(t.Columns.Length, t.Rows)));
        return (parts.Head, parts.Body);
    }

    /// <summary>The cells of a row, counted from 0.</summary>
    public ReadOnlySpan<GridCell> this[int row] => Cells.AsSpan()[(row == 0 ? 0 : Ends[row - 1])..Ends[row]];

    /// <summary>Works out the spans of <paramref name="rows"/> over <paramref name="columns"/> columns.</summary>
    public static TableGrid Of(int columns, ImmutableArray<TableRow> rows)
    {
        var violations = ImmutableArray.CreateBuilder<string>();
        var placed = ImmutableArray.CreateBuilder<GridCell>(rows.Sum(r => r.Cells.Length));
        var ends = ImmutableArray.CreateBuilder<int>(rows.Length);
        var above = new (TableCell? Cell, int RowsLeft)[columns];
        for (var r = 0; r < rows.Length; r++)
        {
            var (column, next) = (0, 0);
            while (column < columns)
            {
                if (above[column] is { Cell: { } continued, RowsLeft: > 0 })
                {
                    placed.Add(new(column, continued, Continued: true));
                    for (var end = column + continued.ColumnSpan; column < end; column++) above[column].RowsLeft--;
                    continue;
                }
                if (next == rows[r].Cells.Length) break;
                var cell = rows[r].Cells[next];
                if (cell.ColumnSpan < 1 || cell.RowSpan < 1 || !IsFree(above, column, cell.ColumnSpan)) break;
                next++;
                placed.Add(new(column, cell, Continued: false));
                for (var end = column + cell.ColumnSpan; column < end; column++) above[column] = (cell, cell.RowSpan - 1);
            }
            if (column != columns || next != rows[r].Cells.Length) violations.Add($"row {r + 1}: the spans don't add up to {columns} columns");
            ends.Add(placed.Count);
        }
        if (above.Any(a => a.RowsLeft > 0)) violations.Add("a row span reaches past the last row");
        return new(rows, placed.DrainToImmutable(), ends.MoveToImmutable(), violations.DrainToImmutable());
    }

    private sealed record Parts(TableGrid Head, TableGrid Body);

    private static bool IsFree((TableCell? Cell, int RowsLeft)[] above, int column, int span)
    {
        if (span > above.Length - column) return false;
        for (var i = 0; i < span; i++)
            if (above[column + i].RowsLeft > 0) return false;
        return true;
    }
}
