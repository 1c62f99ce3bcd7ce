using System.Text.RegularExpressions;

namespace Kalasin.Evaluation.Documents.Excel;

/// <summary>The rules of workbooks that types can't hold; checked before the first byte is written.</summary>
internal static partial class WorkbookChecks
{
    /// <summary>Longest formula that Excel opens.</summary>
    private const int MaximumFormulaLength = 8_192;

    /// <summary>Throws one exception that names every violation.</summary>
    public static void Check(Workbook workbook)
    {
        var violations = Violations(workbook).ToList();
        if (violations.Count > 0)
            throw new ArgumentException($"The workbook breaks {violations.Count} rule(s): {string.Join("; ", violations)}", nameof(workbook));
    }

    private static IEnumerable<string> Violations(Workbook workbook)
    {
        if (string.IsNullOrWhiteSpace(workbook.Title)) yield return "the title is empty";
        if (!workbook.Sheets.Any(s => s.Visibility == SheetVisibility.Visible)) yield return "no sheet is visible";
        foreach (var twice in Twice(workbook.Sheets.Select(s => s.Name))) yield return $"the sheet name '{twice}' is used twice";
        foreach (var twice in Twice(workbook.Names.Select(n => n.Name))) yield return $"the name '{twice}' is defined twice";
        foreach (var name in workbook.Names)
        {
            if (!DefinableName().IsMatch(name.Name) || AddressLike().IsMatch(name.Name)) yield return $"'{name.Name}' can't be the name of a range";
            if (!Has(workbook, name.Sheet)) yield return $"the name '{name.Name}' leads to the missing sheet '{name.Sheet}'";
        }
        foreach (var sheet in workbook.Sheets)
            foreach (var violation in Violations(workbook, sheet)) yield return $"sheet '{sheet.Name}': {violation}";
    }

    private static IEnumerable<string> Violations(Workbook workbook, Sheet sheet)
    {
        if (sheet.Rows.Length > CellRange.MaximumRow) yield return $"more than {CellRange.MaximumRow} rows";
        if (sheet.Rows.Any(r => r.Cells.Length > CellRange.MaximumColumn)) yield return $"a row of more than {CellRange.MaximumColumn} cells";
        if (sheet.Rows.Any(r => r.Cells.Any(c => c.Expression is { Length: > MaximumFormulaLength })))
            yield return $"a formula longer than {MaximumFormulaLength} characters";
        if (sheet.Rows.Any(r => r.Height is not (null or (>= 0 and <= 409)))) yield return "a row height is not from 0 to 409 points";
        if (sheet.ColumnWidths.Any(w => w is not (>= 0 and <= 255))) yield return "a column width is not from 0 to 255 characters";
        if (sheet.FrozenRows is < 0 or >= CellRange.MaximumRow || sheet.FrozenColumns is < 0 or >= CellRange.MaximumColumn)
            yield return "the frozen pane leaves the sheet";
        if (sheet.Print.RepeatedRows is { } repeated && !(repeated.First >= 1 && repeated.Last >= repeated.First && repeated.Last <= CellRange.MaximumRow))
            yield return "the repeated rows leave the sheet";
        if (sheet.Print.Footer is { } footer && footer.Length > 200) yield return "the footer is longer than 200 characters";
        for (var i = 0; i < sheet.Merged.Length; i++)
        {
            var range = sheet.Merged[i];
            if (range.Row == range.LastRow && range.Column == range.LastColumn) yield return $"the merged range {range} is one cell";
            for (var j = 0; j < i; j++)
                if (range.Overlaps(sheet.Merged[j])) yield return $"the merged ranges {sheet.Merged[j]} and {range} overlap";
        }
        foreach (var validation in sheet.Validations)
            foreach (var violation in Violations(workbook, validation)) yield return $"validation of {validation.Range}: {violation}";
        if (sheet.Fills.Any(f => f.Condition.Length > 255)) yield return "the text of a conditional fill is longer than 200 characters";
    }

    private static IEnumerable<string> Violations(Workbook workbook, Validation validation)
    {
        if (validation.Prompt is { } prompt && (prompt.Title.Length > 32 || prompt.Text.Length > 255))
            yield return "the prompt is longer than 32 and 255 characters";
        if (validation.Error is { } error && (error.Title.Length > 32 || error.Text.Length > 225))
            yield return "the error is longer than 32 and 225 characters";
        switch (validation.Rule)
        {
            case OneOf { Values: var values }:
                if (values.IsEmpty || values.Any(v => string.IsNullOrWhiteSpace(v) || v.Contains(',', StringComparison.Ordinal)))
                    yield return "a list has non-empty values without commas";
                if (string.Join(',', values).Length > 255) yield return "the list is longer than 255 characters; put it into a range";
                break;
            case OneOfRange list:
                if (!Has(workbook, list.Sheet)) yield return $"the list stands on the missing sheet '{list.Sheet}'";
                if (list.Range.Row != list.Range.LastRow && list.Range.Column != list.Range.LastColumn)
                    yield return "the list is neither one row nor one column";
                break;
            case WholeNumber whole when whole.Minimum > whole.Maximum:
            case DecimalNumber number when number.Minimum > number.Maximum:
            case Day day when day.First > day.Last || day.First < new DateOnly(1900, 3, 1):
                yield return "the bounds allow nothing";
                break;
        }
    }

    private static bool Has(Workbook workbook, string sheet) => workbook.Sheets.Any(s => s.Name.Equals(sheet, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Skip(1).Any()).Select(g => g.Key);

    [GeneratedRegex(@"\A[\p{L}_][\p{L}\p{M}\p{N}_.]{0,254}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex DefinableName();

    [GeneratedRegex(
        @"\A([A-Z]{1,3}[0-9]+|[RC]([0-9]*C?[0-9]*))\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex AddressLike();
}
