using System.Collections.Immutable;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>Rows of tables that are being filled, each cell by the name of its column.</summary>
internal sealed class TableRows
{
    /// <summary>Most characters of a cell: some of those that are read back stay free.</summary>
    public const int LongestCell = 3_900;

    private readonly Dictionary<string, List<ImmutableDictionary<string, string>>> rows = new(StringComparer.Ordinal);

    /// <summary>Adds a row; a cell that holds nothing needs no name.</summary>
    public void Add(string table, params ReadOnlySpan<(string Column, string? Text)> cells)
    {
        var row = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (column, text) in cells) row[column] = text is { Length: <= LongestCell } ? text : "";
        Add(table, row.ToImmutable());
    }

    /// <summary>Adds a row as it is.</summary>
    public void Add(string table, ImmutableDictionary<string, string> row)
    {
        if (!rows.TryGetValue(table, out var known)) rows[table] = known = [];
        known.Add(row);
    }

    /// <summary>How many rows a table has.</summary>
    public int CountOf(string table) => rows.TryGetValue(table, out var known) ? known.Count : 0;

    /// <summary>The tables with these rows, beside empty ones to go on in.</summary>
    public ImmutableArray<RuleTable> In(ImmutableArray<RuleTable> tables) =>
        [.. tables.Select(t => t with { Rows = [.. Of(t.Id).Select(r => t.Columns.Select(c => r.GetValueOrDefault(c.Id, "")).ToImmutableArray())] })];

    /// <summary>As they come back where nobody changes them.</summary>
    public TypedTables Typed(ImmutableArray<RuleTable> tables) =>
        new(tables.ToImmutableDictionary(t => t.Id, t => Of(t.Id).Select(r => TypedOf(r, t)).Where(r => r.Cells.Values.Any(c => !c.IsEmpty)).ToImmutableArray(), StringComparer.Ordinal));

    private static TypedRow TypedOf(ImmutableDictionary<string, string> row, RuleTable table)
    {
        var place = Place.InSheet(null, table.Name.Thai);
        return new(place, row.ToImmutableDictionary(c => c.Key, c => new TypedCell(c.Value.ReplaceLineEndings("\n").Trim(), place), StringComparer.Ordinal));
    }

    private List<ImmutableDictionary<string, string>> Of(string table) => rows.GetValueOrDefault(table) ?? [];
}
