using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.RuleTables;

namespace Kalasin.Evaluation.Tests.RuleTables;

/// <summary>Tables as an officer filled them in, as the workbook that comes back.</summary>
internal static class Filled
{
    /// <summary>The workbook of some tables with some cells changed.</summary>
    /// <param name="tables">The tables as they went out.</param>
    /// <param name="cells">Table, row from 0 (one past the last adds a row), column, and what is typed.</param>
    public static async Task<SourceFile> Of(ImmutableArray<RuleTable> tables, params (string Table, int Row, string Column, string Text)[] cells)
    {
        // Columns that a test doesn't speak of are empty.
        tables = [.. tables.Select(t => t with { Rows = [.. t.Rows.Select(r => (ImmutableArray<string>)[.. r, .. Enumerable.Repeat("", t.Columns.Length - r.Length)])] })];
        foreach (var (id, row, column, text) in cells)
        {
            var at = tables.IndexOf(tables.Single(t => t.Id == id));
            var table = tables[at];
            var rows = row < table.Rows.Length ? table.Rows : table.Rows.Add([.. table.Columns.Select(_ => "")]);
            tables = tables.SetItem(at, table with { Rows = rows.SetItem(row, rows[row].SetItem(table.IndexOf(column), text)) });
        }
        return SourceFile.FromBytes("แบบ.xlsx", await BytesAsync(tables));
    }

    /// <summary>The workbook of some tables.</summary>
    public static async Task<byte[]> BytesAsync(ImmutableArray<RuleTable> tables)
    {
        using var stream = new MemoryStream();
        await RuleWorkbook.Compose("แบบ", new(2026, 10, 1), [], tables).WriteAsync(stream);
        return stream.ToArray();
    }

    /// <summary>Findings as code and place.</summary>
    public static IEnumerable<string> Told<T>(RulesResult<T> result) where T : class => result.Findings.Select(f => $"{f.Code} {f.Place.Sheet}!{f.Place.Cell}");
}
