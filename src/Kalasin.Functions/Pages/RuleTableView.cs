using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.RuleTables;

namespace Kalasin.Functions.Pages;

/// <summary>A table of rules as a page shows it: what stands there, or what was typed or came in a workbook.</summary>
public sealed record RuleTableView
{
    /// <summary>Empty rows that a page offers where rows may be added.</summary>
    private const int MoreRows = 3;

    private static readonly ILookup<string, Finding> None = Array.Empty<Finding>().ToLookup(_ => "");

    internal RuleTableView(RuleTable table, ImmutableArray<ImmutableArray<RuleCellView>> rows, bool isOpen) => (Table, Rows, IsOpen) = (table, rows, isOpen);

    internal RuleTable Table { get; }

    public ImmutableArray<ImmutableArray<RuleCellView>> Rows { get; }

    public bool IsOpen { get; }

    /// <summary>Tables with what stands there now.</summary>
    internal static ImmutableArray<RuleTableView> Of(ImmutableArray<RuleTable> tables) => [.. tables.Select((t, i) => Of(t, [.. t.Rows.Select(r => InThai(t, r))], None, i < 2))];

    /// <summary>Tables with what came back; findings stand in their cells.</summary>
    internal static ImmutableArray<RuleTableView> Of(ImmutableArray<RuleTable> tables, TypedTables typed, ImmutableArray<Finding> findings) =>
        findings.ToLookup(f => f.Place.Pointer ?? "", StringComparer.Ordinal) is var found
            ? [.. tables.Select((t, i) => Of(t, [.. typed[t.Id].Select(r => (ImmutableArray<string>)[.. t.Columns.Select(c => r[c.Id].Text)])], found, i < 2))]
            : [];

    /// <summary>Tables with what came back, or with what stands there where nothing did; and the findings that stand in none of their cells.</summary>
    internal static (ImmutableArray<RuleTableView> Tables, ImmutableArray<Finding> Beside) Back(ImmutableArray<RuleTable> tables, TypedTables typed, ImmutableArray<Finding> findings)
    {
        var back = tables.Any(t => !typed[t.Id].IsEmpty) ? Of(tables, typed, findings) : Of(tables);
        var placed = back.SelectMany(t => t.Rows).SelectMany(r => r).Where(c => !c.Findings.IsEmpty).Select(c => "/" + c.Name).ToHashSet(StringComparer.Ordinal);
        return (back, [.. findings.Where(f => f.Place.Pointer is not { } at || !placed.Contains(at))]);
    }

    /// <summary>Name of a cell's field.</summary>
    internal static string NameOf(string table, int row, string column) => FormattableString.Invariant($"{table}/{row}/{column}");

    /// <summary>What a form sent, with the fields' names as places.</summary>
    internal static TypedTables Read(ImmutableArray<RuleTable> tables, SmallForm fields) => new(tables.ToImmutableDictionary(
        t => t.Id,
        // As many as there are fields, which the form's reader bounds.
        t => Enumerable.Range(0, int.MaxValue).TakeWhile(r => fields.Has(NameOf(t.Id, r, t.Columns[0].Id)))
            .Select(r => new TypedRow(
                Place.At("/" + NameOf(t.Id, r, t.Columns[0].Id)),
                t.Columns.ToImmutableDictionary(
                    c => c.Id, c => new TypedCell(fields[NameOf(t.Id, r, c.Id)].ReplaceLineEndings("\n").Trim(), Place.At("/" + NameOf(t.Id, r, c.Id))), StringComparer.Ordinal)))
            .Where(r => r.Cells.Values.Any(c => !c.IsEmpty)).ToImmutableArray(), StringComparer.Ordinal));

    private static ImmutableArray<string> InThai(RuleTable table, ImmutableArray<string> row) =>
        [.. row.Select((value, i) => table.Columns[i].Kind == RuleCell.Number ? ThaiNumerals.ToThai(value) : value)];

    private static RuleTableView Of(RuleTable table, ImmutableArray<ImmutableArray<string>> rows, ILookup<string, Finding> findings, bool isOpen)
    {
        var more = table.BlankRows == 0 ? 0 : MoreRows;
        var cells = rows.Concat(Enumerable.Repeat<ImmutableArray<string>>([.. table.Columns.Select(_ => "")], more))
            .Select((row, r) => table.Columns.Select((c, i) => new RuleCellView(NameOf(table.Id, r, c.Id), c, row[i], FindingsAt(NameOf(table.Id, r, c.Id)))).ToImmutableArray()).ToImmutableArray();
        return new(table, cells, isOpen || cells.Any(row => row.Any(c => !c.Findings.IsEmpty)));

        ImmutableArray<Finding> FindingsAt(string name) => [.. findings["/" + name].Select(f => f with { Place = Place.Nowhere })];
    }
}

/// <summary>A field of it.</summary>
public sealed record RuleCellView
{
    internal RuleCellView(string name, RuleColumn column, string value, ImmutableArray<Finding> findings) => (Name, Column, Value, Findings) = (name, column, value, findings);

    public string Name { get; }

    internal RuleColumn Column { get; }

    public string Value { get; }

    /// <summary>What is wrong with it.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>What may be chosen; what was typed and is none of it too, so that it isn't lost.</summary>
    public IEnumerable<string> Choices => Value.Length == 0 || Column.Options.Contains(Value) ? Column.Options : Column.Options.Prepend(Value);
}
