using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>Tables of rules as a workbook: a worksheet for each, with headings, lists and advice, and a first one that says how it is filled in.</summary>
internal static class RuleWorkbook
{
    /// <summary>Row of the headings; title and advice stand above.</summary>
    public const int HeadRow = 4;

    private const string Lists = "รายการเลือก";
    private const int LongestInline = 255;

    /// <summary>The workbook.</summary>
    /// <param name="title">What it is.</param>
    /// <param name="asOf">Day it is of.</param>
    /// <param name="advice">How it is filled in, one line each.</param>
    /// <param name="tables">The tables.</param>
    public static Workbook Compose(string title, DateOnly asOf, ImmutableArray<string> advice, ImmutableArray<RuleTable> tables)
    {
        var lists = tables.SelectMany(t => t.Columns).Select(c => c.Options).Where(IsLong).DistinctBy(o => string.Join('\n', o)).ToList();
        ImmutableArray<Sheet> sheets =
        [
            new("คำอธิบาย", [Row.Of(Cell.Text(title, CellStyle.Title)), Row.Blank, .. advice.Select(line => Row.Of(Cell.Text(line, CellStyle.Plain)))]) { ColumnWidths = [120] },
            .. tables.Select(t => SheetOf(t, lists)),
        ];
        return new(title, asOf, lists.Count == 0 ? sheets : [.. sheets, ListSheet(lists)]);
    }

    private static bool IsLong(ImmutableArray<string> options) => options.Any(o => o.Contains(',', StringComparison.Ordinal)) || string.Join(',', options).Length > LongestInline;

    private static Sheet SheetOf(RuleTable table, List<ImmutableArray<string>> lists)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        rows.Add(Row.Of(Cell.Text(table.Name.Thai, CellStyle.Title)));
        rows.Add(Row.Of(Cell.Text(table.Hint.Thai, CellStyle.Note)));
        rows.Add(Row.Blank);
        rows.Add(new([.. table.Columns.Select(c => Cell.Text(c.Heading.Thai, CellStyle.Heading))]));
        foreach (var values in table.Rows) rows.Add(new([.. table.Columns.Select((c, i) => CellOf(c, values[i]))]));
        for (var r = 0; r < table.BlankRows; r++) rows.Add(new([.. table.Columns.Select(c => CellOf(c, ""))]));
        var last = rows.Count;
        return new(table.Name.Thai, rows.ToImmutable())
        {
            ColumnWidths = [.. table.Columns.Select(c => c.Width)],
            Merged = table.Columns.Length > 1 ? [new(2, 1, 2, table.Columns.Length)] : [],
            FrozenRows = HeadRow,
            Validations = last == HeadRow ? [] : [.. table.Columns.Select((c, i) => Rule(c, new(HeadRow + 1, i + 1, last, i + 1), lists)).OfType<Validation>()],
            Print = new() { Landscape = true, RepeatedRows = (HeadRow, HeadRow) },
            Protected = table.BlankRows == 0,
        };
    }

    private static Cell CellOf(RuleColumn column, string value) => column.Kind switch
    {
        RuleCell.Given => Cell.Text(value, CellStyle.ReadOnly),
        RuleCell.Number when RuleValues.TryNumber(value, out var number) => Cell.Number(number, CellStyle.InputNumber),
        RuleCell.Number => Cell.Text(value, CellStyle.InputNumber),
        RuleCell.Date when ThaiDateReader.Read(value).Value is { } day => Cell.Date(day, CellStyle.InputDate),
        RuleCell.Date => Cell.Text(value, CellStyle.InputDate),
        _ => Cell.Text(value, CellStyle.Input),
    };

    private static Validation? Rule(RuleColumn column, CellRange range, List<ImmutableArray<string>> lists)
    {
        Notice? prompt = column.Hint is { } hint ? new(ThaiText.Cut(column.Heading.Thai, 32), ThaiText.Cut(hint, 255)) : null;
        if (column.Kind == RuleCell.Choice && !column.Options.IsEmpty)
        {
            var at = lists.FindIndex(l => l.SequenceEqual(column.Options));
            ValidationRule rule = at < 0 ? new OneOf(column.Options) : new OneOfRange(Lists, new(1, at + 1, column.Options.Length, at + 1));
            return new(range, rule) { Prompt = prompt };
        }
        return prompt is null ? null : new(range, new Anything()) { Prompt = prompt };
    }

    private static Sheet ListSheet(List<ImmutableArray<string>> lists) =>
        new(Lists, [.. Enumerable.Range(0, lists.Max(l => l.Length)).Select(r => new Row([.. lists.Select(l => r < l.Length ? Cell.Text(l[r]) : Cell.Empty())]))])
        {
            Visibility = SheetVisibility.Hidden,
        };
}
