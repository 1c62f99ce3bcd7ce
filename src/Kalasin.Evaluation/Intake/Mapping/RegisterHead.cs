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
internal sealed record RegisterHead(RawRow Row, ImmutableSortedDictionary<int, Column> Columns, int NumberAt, bool IsComplete)
{
    private const int RowsSearched = 60;
    private static readonly string RunningNumberKey = Words.Key(FormLayout.RunningNumber);

    /// <summary>Ways of recognising a heading, the surest first. A weaker one never takes what a surer one found.</summary>
    private static readonly Func<Column, string, bool>[] Strengths =
    [
        (column, heading) => Words.Key(heading) is var key && (key == Words.Key(column.Heading.Thai) || key == Words.Key(column.Heading.English)),
        (column, heading) => Words.Key(heading) is var key && column.Synonyms.Any(s => Words.Key(s) == key),
        (column, heading) => Words.KeyWithoutBrackets(heading) is { Length: > 0 } key
            && column.Synonyms.Prepend(column.Heading.Thai).Any(s => Words.Key(s) == key),
        (column, heading) => heading.Length <= 200 && column.Synonyms.Prepend(column.Heading.Thai).Any(s => ThaiText.IsNearMiss(s, heading)),
    ];

    private const int SureStrengths = 2;

    /// <summary>The first row that names two or more columns (one, if the schema has no more), or <see langword="null"/>.</summary>
    public static RegisterHead? Find(ImmutableArray<RawRow> rows, RegisterSchema schema, TableNotes notes)
    {
        var enough = Math.Min(2, schema.Columns.Length);
        foreach (var row in rows.Take(RowsSearched))
            if (row.Cells.Count(c => c.Kind == RawKind.Text && c.Text.Length <= 300
                && Array.Exists(Strengths[..SureStrengths], s => schema.Columns.Any(column => s(column, c.Text)))) >= enough)
                return Of(row, schema, notes);
        return null;
    }

    private static RegisterHead Of(RawRow row, RegisterSchema schema, TableNotes notes)
    {
        var found = new Dictionary<int, Column>();
        var isComplete = true;
        var number = row.Cells.FirstOrDefault(c => Words.Key(c.Text) == RunningNumberKey).Column;
        var open = row.Cells.Where(c => c.Column != number && !Words.IsBlank(c.Text)).ToList();
        for (var strength = 0; strength < Strengths.Length; strength++)
        {
            var taken = found.Values.ToHashSet();
            foreach (var cell in open.ToList())
            {
                if (schema.Columns.FirstOrDefault(c => !taken.Contains(c) && Strengths[strength](c, cell.Text)) is not { } column) continue;
                open.Remove(cell);
                if (found.ContainsValue(column))
                {
                    notes.SayAt(row.PlaceOf(cell.Column), ColumnTwice, column.Heading);
                    isComplete = false;
                }
                else found.Add(cell.Column, column);
                if (strength >= SureStrengths) notes.SayAt(row.PlaceOf(cell.Column), ColumnUnderstood, Words.Quote(cell.Text), column.Heading);
            }
        }
        foreach (var cell in open) notes.SayAt(row.PlaceOf(cell.Column), UnknownColumn, Words.Quote(cell.Text));
        foreach (var column in schema.Columns.Where(c => !found.ContainsValue(c)))
        {
            notes.SayAt(row.PlaceOf(row.Cells[0].Column), column.Required ? MissingColumn : AbsentColumn, column.Heading);
            isComplete &= !column.Required;
        }
        return new(row, found.ToImmutableSortedDictionary(), number, isComplete);
    }
}
