using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using static Kalasin.Evaluation.Intake.FileFindings;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>
/// Reads the tables of an OpenDocument spreadsheet (OpenDocument 1.2 part 1, 9): values as saved. A cell or row that is said to stand many
/// times is taken so often only where it holds something, and each time is counted.
/// </summary>
internal sealed class OpenSheetReader
{
    private const string Content = "content.xml", Manifest = "META-INF/manifest.xml";

    private readonly OpenedFile file;
    private readonly PartXml xml;
    private readonly Budget budget;
    private readonly HashSet<string> hiddenStyles = new(StringComparer.Ordinal);
    private readonly GroupedFindings covered = new();

    private OpenSheetReader(OpenedFile file, PartXml xml) => (this.file, this.xml, budget) = (file, xml, file.Budget);

    public static ImmutableArray<RawTable> Read(OpenedFile file)
    {
        var package = file.Package!;
        if (IsEncrypted(package)) throw new ContentRefusedException(Encrypted);
        if (package.Names.Any(n => n.StartsWith("Basic/", StringComparison.Ordinal) || n.StartsWith("Scripts/", StringComparison.Ordinal)))
            throw new ContentRefusedException(Macros, ".xlsx");
        using var content = package.Open(Content);
        var reader = new OpenSheetReader(file, content);
        var tables = reader.ReadDocument();
        foreach (var finding in reader.covered.ToImmutable()) file.Findings.Add(finding);
        return tables;
    }

    private static bool IsEncrypted(OfficePackage package)
    {
        if (!package.Has(Manifest)) return false;
        using var manifest = package.Open(Manifest);
        for (var root = manifest.Root(); manifest.NextInside(root);)
            if (manifest.Is("encryption-data"u8)) return true;
        return false;
    }

    private ImmutableArray<RawTable> ReadDocument()
    {
        var tables = ImmutableArray.CreateBuilder<RawTable>();
        for (var root = xml.Root(); xml.NextChild(root);)
        {
            if (xml.Is("automatic-styles"u8)) ReadStyles();
            else if (xml.Is("body"u8))
                for (var body = xml.Here; xml.NextChild(body);)
                    if (xml.Is("spreadsheet"u8))
                        for (var sheet = xml.Here; xml.NextChild(sheet);)
                            if (xml.Is("table"u8)) tables.Add(ReadTable());
        }
        return tables.ToImmutable();
    }

    private void ReadStyles()
    {
        for (var styles = xml.Here; xml.NextChild(styles);)
        {
            if (xml.Qualified("name"u8) is not { } name) continue;
            for (var style = xml.Here; xml.NextChild(style);)
            {
                if (!xml.Is("table-properties"u8) || xml.Qualified("display"u8) != "false") continue;
                budget.Hold(64 + 2 * name.Length);
                hiddenStyles.Add(name);
            }
        }
    }

    private RawTable ReadTable()
    {
        var name = xml.Qualified("name"u8) ?? "";
        var isHidden = xml.Qualified("style-name"u8) is { } style && hiddenStyles.Contains(style);
        var place = Place.InSheet(file.Source.Name, name);
        budget.Hold(256 + 2 * name.Length);
        CellPlace places = (row, column) => place with { Cell = CellAddress.Of(column, row) };
        var rows = new TableRows(places, file.Contents);
        var number = 1;
        ReadRows(rows, places, ref number);
        return new(name, place, isHidden, rows.ToImmutable());
    }

    /// <summary>Rows stand in the table, and in groups and heads in it.</summary>
    private void ReadRows(TableRows rows, CellPlace places, ref int number)
    {
        for (var parent = xml.Here; xml.NextChild(parent);)
        {
            if (xml.Is("table-row-group"u8) || xml.Is("table-header-rows"u8) || xml.Is("table-rows"u8)) ReadRows(rows, places, ref number);
            else if (xml.Is("table-row"u8))
            {
                var repeated = Times("number-rows-repeated"u8);
                var isHidden = xml.Qualified("visibility"u8) is "collapse" or "filter";
                var cells = ReadCells(number, places);
                for (var i = 0; cells.Count > 0 && i < repeated; i++)
                {
                    foreach (var cell in cells) rows.Add(cell);
                    rows.End(number + i, isHidden);
                }
                number = (int)Math.Min(number + (long)repeated, int.MaxValue - 1);
            }
        }
    }

    private List<RawCell> ReadCells(int row, CellPlace places)
    {
        var (cells, column) = (new List<RawCell>(), 1);
        for (var parent = xml.Here; xml.NextChild(parent);)
        {
            var isCovered = xml.Is("covered-table-cell"u8);
            if (!isCovered && !xml.Is("table-cell"u8)) continue;
            var repeated = Times("number-columns-repeated"u8);
            var cell = ReadCell(column);
            if (cell is { } filled && isCovered) covered.Add(FormFindings.CoveredCell.At(places(row, column)));
            else if (cell is { } value)
                for (var i = 0; i < repeated; i++)
                {
                    budget.Spend(1);
                    if (column + i > budget.Limits.Columns) throw new ContentRefusedException(TooManyColumns, Count(budget.Limits.Columns));
                    cells.Add(value.In(column + i));
                }
            column = (int)Math.Min(column + (long)repeated, int.MaxValue - 1);
        }
        return cells;
    }

    private RawCell? ReadCell(int column)
    {
        var (type, value) = (xml.Qualified("value-type"u8), xml.Qualified("value"u8));
        var (date, flag, given) = (xml.Qualified("date-value"u8), xml.Qualified("boolean-value"u8), xml.Qualified("string-value"u8));
        var isFormula = xml.Qualified("formula"u8) is not null;
        var text = ReadText();
        switch (type)
        {
            case "float" or "currency" or "percentage" when
                double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                return new(column, type == "percentage" ? RawKind.Percent : RawKind.Number, number, budget);
            case "date" when DateTime.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1900:
                return new(column, RawKind.Date, day.ToOADate(), budget);
            case "boolean":
                return new(column, RawKind.Boolean, flag == "true" ? "TRUE" : "FALSE", budget);
        }
        if (text.Length == 0 && given is not null) text = given;
        if (string.IsNullOrWhiteSpace(text)) return isFormula && type is null ? new(column, RawKind.Uncalculated, "", budget) : null;
        var isError = isFormula && (text.StartsWith('#') || text.StartsWith("Err:", StringComparison.Ordinal));
        return new(column, isError ? RawKind.Error : RawKind.Text, text, budget);
    }

    /// <summary>The paragraphs of a cell as lines; notes on it are left out.</summary>
    private string ReadText()
    {
        var text = xml.Empty();
        for (var cell = xml.Here; xml.NextChild(cell);)
        {
            if (!xml.Is("p"u8)) continue;
            if (text.Length > 0) text.Append('\n');
            AppendParagraph(text);
        }
        return text.ToString();
    }

    private void AppendParagraph(StringBuilder text)
    {
        for (var paragraph = xml.Here; xml.NextPiece(paragraph, text);)
        {
            if (xml.Is("s"u8)) text.Append(' ', Math.Min(Times("c"u8), budget.Limits.CellCharacters));
            else if (xml.Is("tab"u8)) text.Append('\t');
            else if (xml.Is("line-break"u8)) text.Append('\n');
            else if (xml.Is("annotation"u8) || xml.Is("ruby-text"u8)) xml.Pass();
        }
    }

    private int Times(ReadOnlySpan<byte> attribute) =>
        int.TryParse(xml.Qualified(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 0 ? times : 1;
}
