using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>Reads tables of rules back from a workbook: each by its worksheet and headings, rows and columns in whatever order.</summary>
internal static class RuleWorkbookReader
{
    /// <summary>Most rows of all tables together.</summary>
    public const int MostRows = 5_000;

    /// <summary>Tables of rules are small, whoever reads them: some 3 seconds of a processor at most.</summary>
    private static readonly IntakeLimits Limits = IntakeLimits.Default with
    {
        FileBytes = 5_000_000, Rows = MostRows, Columns = 100, ArchiveBytes = 50 << 20, EntryBytes = 50 << 20, CellCharacters = 4_000, Memory = 16 << 20, Steps = 300_000_000, DeliverySteps = 300_000_000,
    };

    /// <param name="file">The workbook.</param>
    /// <param name="tables">What it was made of.</param>
    /// <param name="findings">Where findings go.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<TypedTables> ReadAsync(SourceFile file, ImmutableArray<RuleTable> tables, List<Finding> findings, CancellationToken cancellationToken)
    {
        var (read, raw, _) = await ContentReader.ReadAsync(file, FileTreatment.All, [], translator: null, new(Limits, cancellationToken));
        findings.AddRange(read.Findings.Where(f => f.Severity == Severity.Error));
        var typed = ImmutableDictionary.CreateBuilder<string, ImmutableArray<TypedRow>>(StringComparer.Ordinal);
        if (raw is null || read.Kind is not (FileKind.Workbook or FileKind.OpenSpreadsheet))
        {
            if (findings.Count == 0) findings.Add(RuleTableFindings.NotAWorkbook.At(Place.InFile(file.Name)));
            return new(typed.ToImmutable());
        }
        try
        {
            foreach (var table in tables)
            {
                if (raw.Value.FirstOrDefault(t => ThaiText.Key(t.Name) == ThaiText.Key(table.Name.Thai)) is { } sheet && HeadingsOf(sheet, table) is var (head, columns))
                    typed[table.Id] = Rows(sheet, head, columns, table, findings);
                else if (!table.IsOptional) findings.Add(RuleTableFindings.NoSheet.At(Place.InFile(file.Name), table.Name));
            }
        }
        catch (ContentRefusedException refused)
        {
            findings.Add(refused.At(Place.InFile(file.Name)));
        }
        return new(typed.ToImmutable());
    }

    /// <summary>The first row of which at least two cells, or the only column's, are headings of the table.</summary>
    private static (RawRow Head, Dictionary<int, RuleColumn> Columns)? HeadingsOf(RawTable sheet, RuleTable table)
    {
        foreach (var row in sheet.Rows)
        {
            var known = new Dictionary<int, RuleColumn>();
            foreach (var cell in row.Cells)
                if (table.Columns.FirstOrDefault(c => ThaiText.Key(c.Heading.Thai) == ThaiText.Key(cell.Text)) is { } column) known[cell.Column] = column;
            if (known.Count >= Math.Min(2, table.Columns.Length)) return (row, known);
        }
        return null;
    }

    private static ImmutableArray<TypedRow> Rows(RawTable sheet, RawRow head, Dictionary<int, RuleColumn> columns, RuleTable table, List<Finding> findings)
    {
        foreach (var lacking in table.Columns.Except(columns.Values).Where(c => !c.IsOptional)) findings.Add(RuleTableFindings.NoColumn.At(head.PlaceOf(1), lacking.Heading));
        foreach (var other in head.Cells.Where(c => !columns.ContainsKey(c.Column) && c.Text.Trim().Length > 0))
            findings.Add(RuleTableFindings.OtherColumn.At(head.PlaceOf(other.Column), ThaiText.Cut(other.Text, 60)));
        var rows = ImmutableArray.CreateBuilder<TypedRow>();
        foreach (var row in sheet.Rows.Where(r => r.Number > head.Number))
        {
            var cells = columns.ToImmutableDictionary(c => c.Value.Id, c => CellOf(row, c.Key, findings), StringComparer.Ordinal);
            if (cells.Values.Any(c => !c.IsEmpty)) rows.Add(new(row.PlaceOf(columns.Keys.Min()), cells));
        }
        return rows.ToImmutable();
    }

    private static TypedCell CellOf(RawRow row, int column, List<Finding> findings)
    {
        var place = row.PlaceOf(column);
        if (row.At(column) is not { } cell) return new("", place);
        switch (cell.Kind)
        {
            case RawKind.Error or RawKind.Uncalculated:
                findings.Add(RuleTableFindings.NoValue.At(place));
                return new("", place);
            case RawKind.Percent when cell.Number is > -1e15 and < 1e15: return new(((decimal)cell.Number * 100).ToString(CultureInfo.InvariantCulture), place);
            case RawKind.Boolean: return new(cell.Text is "1" or "TRUE" or "true" ? RuleValues.Yes : RuleValues.No, place);
            case RawKind.Date when ThaiDateReader.FromExcelSerial(cell.Days, date1904: false).Value is { } day: return new(RuleValues.Day(day), place);
            default: return new(cell.Text.ReplaceLineEndings("\n").Trim(), place);
        }
    }
}
