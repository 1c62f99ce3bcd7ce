using System.Collections.Immutable;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;
using static Kalasin.Evaluation.Intake.FormFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>The head row of a register: which column of the table holds which column of the schema.</summary>
/// <param name="Row">The head row.</param>
/// <param name="Columns">Columns found, by their number in the table.</param>
/// <param name="NumberAt">Where the running number stands, or 0.</param>
/// <param name="IsComplete">Every required column is there, none of them twice.</param>
internal sealed record RegisterHead(RawRow Row, ImmutableArray<(int At, Column Column)> Columns, int NumberAt, bool IsComplete)
{
    private const int RowsSearched = 60;
    private static readonly string RunningNumberKey = Words.Key(FormLayout.RunningNumber);

    /// <summary>The head of a register, with what is to be said of it.</summary>
    public static RegisterHead? Find(ImmutableArray<RawRow> rows, RegisterSchema schema, TableNotes notes) =>
        RowIn(rows, schema) is { } row ? Of(row, schema, HeadingWords.Of(schema), notes) : null;

    /// <summary>The first row that names two or more columns (one, if the schema has no more), or <see langword="null"/>.</summary>
    public static RawRow? RowIn(ImmutableArray<RawRow> rows, RegisterSchema schema)
    {
        var enough = Math.Min(2, schema.Columns.Length);
        var words = HeadingWords.Of(schema);
        foreach (var row in rows.AsSpan()[..Math.Min(rows.Length, RowsSearched)])
        {
            var sure = 0;
            foreach (var cell in row.Cells)
                if (cell.Kind == RawKind.Text && cell.Text is { Length: <= 300 } text && words.IsSure(HeadingWords.Typed.Of(text)) && ++sure == enough)
                    return row;
        }
        return null;
    }

    /// <summary>The column of the schema that stands in a column of the table.</summary>
    public Column? this[int at]
    {
        get
        {
            foreach (var column in Columns)
                if (column.At == at) return column.Column;
            return null;
        }
    }

    /// <summary>Where a column of the schema stands, or 0.</summary>
    public int PlaceOf(string column) => Columns.FirstOrDefault(c => c.Column.Id == column).At;

    private static RegisterHead Of(RawRow row, RegisterSchema schema, HeadingWords words, TableNotes notes)
    {
        var found = new Dictionary<int, Column>();
        var isComplete = true;
        var number = row.Cells.FirstOrDefault(c => Words.Key(c.Text) == RunningNumberKey).Column;
        var open = row.Cells.Where(c => c.Column != number && !Words.IsBlank(c)).Select(c => (Cell: c, Typed: HeadingWords.Typed.Of(c.Text))).ToList();
        for (var way = 0; way < HeadingWords.Ways; way++)
        {
            var taken = found.Values.ToHashSet();
            foreach (var heading in open.ToList())
            {
                if (words.Find(heading.Typed, way, taken) is not { } column) continue;
                var cell = heading.Cell;
                open.Remove(heading);
                if (found.ContainsValue(column))
                {
                    notes.SayAt(row.PlaceOf(cell.Column), ColumnTwice, column.Heading);
                    isComplete = false;
                }
                else found.Add(cell.Column, column);
                if (way >= HeadingWords.SureWays) notes.SayAt(row.PlaceOf(cell.Column), ColumnUnderstood, Words.Quote(cell.Text), column.Heading);
            }
        }
        foreach (var (cell, _) in open) notes.SayAt(row.PlaceOf(cell.Column), UnknownColumn, Words.Quote(cell.Text));
        foreach (var column in schema.Columns.Where(c => !found.ContainsValue(c)))
        {
            notes.SayAt(row.PlaceOf(row.Cells[0].Column), column.Required ? MissingColumn : AbsentColumn, column.Heading);
            isComplete &= !column.Required;
        }
        return new(row, [.. found.OrderBy(f => f.Key).Select(f => (f.Key, f.Value))], number, isComplete);
    }
}
