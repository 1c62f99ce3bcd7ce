using System.Collections.Immutable;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>What came back of some tables, as people typed it, with the place of every cell.</summary>
/// <param name="tables">The rows of each, by its id.</param>
internal sealed class TypedTables(ImmutableDictionary<string, ImmutableArray<TypedRow>> tables)
{
    /// <summary>The rows of a table that hold anything; none where the table did not come.</summary>
    public ImmutableArray<TypedRow> this[string table] => tables.GetValueOrDefault(table, []);
}

/// <summary>A row that came back.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Cells">By column; every column has one, be it empty.</param>
internal sealed record TypedRow(Place Place, ImmutableDictionary<string, TypedCell> Cells)
{
    /// <summary>The cell of a column.</summary>
    public TypedCell this[string column] => Cells.GetValueOrDefault(column) ?? new("", Place);
}

/// <summary>A cell that came back.</summary>
/// <param name="Text">What was typed, without blanks around it; of several lines each is one.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record TypedCell(string Text, Place Place)
{
    public bool IsEmpty => Text.Length == 0;

    /// <summary>Its lines that say something.</summary>
    public ImmutableArray<string> Lines => [.. Text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];
}
