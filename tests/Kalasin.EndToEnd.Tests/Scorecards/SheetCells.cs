using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Kalasin.EndToEnd.Tests.Scorecards;

/// <summary>A cell as its file holds it: formula and result, or a constant.</summary>
internal sealed record SheetCell(string? Formula, string Result, bool IsNumber)
{
    /// <summary>The number as programs compute with it.</summary>
    public double Number => double.Parse(Result, CultureInfo.InvariantCulture);
}

/// <summary>The cells of an Excel file by sheet and address, read without the product.</summary>
internal sealed class SheetCells
{
    /// <summary>First column of the cells by which every bit of a number is read; nothing else stands so far to the right.</summary>
    private const int BitColumns = 800;

    private const int High = 26;
    private const int Low = 27;

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<(string Sheet, string Cell), SheetCell> cells = [];

    private SheetCells() { }

    public SheetCell? this[string sheet, string cell] => cells.GetValueOrDefault((sheet, cell));

    public IEnumerable<(string Sheet, string Cell, SheetCell Said)> Formulas =>
        cells.Where(c => c.Value.Formula is not null).Select(c => (c.Key.Sheet, c.Key.Cell, c.Value));

    public static SheetCells Read(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var shared = zip.GetEntry("xl/sharedStrings.xml") is { } strings
            ? Load(strings).Root!.Elements(Main + "si").Select(si => string.Concat(si.Descendants(Main + "t").Select(t => t.Value))).ToList() : [];
        var read = new SheetCells();
        foreach (var (name, part) in Parts(zip))
            foreach (var cell in Load(zip.GetEntry(part)!).Descendants(Main + "c"))
            {
                var type = (string?)cell.Attribute("t");
                var value = cell.Element(Main + "v")?.Value ?? cell.Element(Main + "is")?.Value ?? "";
                if (type == "s") value = shared[int.Parse(value, CultureInfo.InvariantCulture)];
                read.cells.Add((name, (string)cell.Attribute("r")!), new(cell.Element(Main + "f")?.Value, value, type is null or "n" && value.Length > 0));
            }
        return read;
    }

    /// <summary>Address of the cell in a column of the row whose first cells are these texts.</summary>
    public string Find(string sheet, string column, params IReadOnlyList<string> texts)
    {
        var rows = cells.Keys.Where(k => k.Sheet == sheet && k.Cell.StartsWith('A')).Select(k => k.Cell[1..]);
        return column + rows.First(row => texts.Index().All(t => this[sheet, (char)('A' + t.Index) + row]?.Result == t.Item));
    }

    /// <summary>Address of the first cell that holds a text.</summary>
    public string Find(string sheet, string text) => cells.First(c => c.Key.Sheet == sheet && c.Value.Result == text).Key.Cell;

    /// <summary>
    /// The number that a program computed, to the last bit. LibreOffice writes 15 digits of one; cells that
    /// <see cref="CopyWithoutResults"/> added hold its bits as whole numbers.
    /// </summary>
    public double Exactly(string sheet, string cell)
    {
        var row = cell.TrimStart([.. Enumerable.Range('A', 26).Select(c => (char)c)]);
        var column = Enumerable.Range(0, 50).Select(i => BitColumns + 2 * i).First(c => this[sheet, Name(c) + row]?.Formula?.Contains($"({cell}*", StringComparison.Ordinal) == true);
        var (high, low) = (this[sheet, Name(column) + row]!, this[sheet, Name(column + 1) + row]!);
        var scale = int.Parse(high.Formula!.Split('^')[1].Trim('(', ')'), CultureInfo.InvariantCulture);
        return Math.ScaleB(high.Number, -scale) + Math.ScaleB(low.Number, -scale - Low);
    }

    /// <summary>
    /// Copies a file without the results of its formulas, so that whoever opens it has to compute them. Cells may be given other values; of
    /// results with decimals the bits are asked for.
    /// </summary>
    public static void CopyWithoutResults(string path, string to, params IEnumerable<(string Sheet, string Cell, string Value)> changes)
    {
        File.Copy(path, to);
        using var zip = ZipFile.Open(to, ZipArchiveMode.Update);
        foreach (var (name, part) in Parts(zip).ToList())
        {
            var sheet = Load(zip.GetEntry(part)!);
            foreach (var row in sheet.Descendants(Main + "row")) AskForBits(row);
            foreach (var formula in sheet.Descendants(Main + "f").ToList()) formula.Parent!.Element(Main + "v")?.Remove();
            foreach (var change in changes.Where(c => c.Sheet == name))
            {
                var cell = sheet.Descendants(Main + "c").Single(c => (string?)c.Attribute("r") == change.Cell);
                var isNumber = double.TryParse(change.Value, CultureInfo.InvariantCulture, out _);
                cell.SetAttributeValue("t", isNumber ? null : "inlineStr");
                cell.ReplaceNodes(isNumber ? new XElement(Main + "v", change.Value) : new XElement(Main + "is", new XElement(Main + "t", change.Value)));
            }
            zip.GetEntry(part)!.Delete();
            using var stream = zip.CreateEntry(part).Open();
            sheet.Save(stream);
        }
    }

    private static void AskForBits(XElement row)
    {
        var column = BitColumns;
        foreach (var cell in row.Elements().Where(c => c.Element(Main + "f") is not null && (string?)c.Attribute("t") is null or "n").ToList())
        {
            var (at, number) = ((string)cell.Attribute("r")!, (string)row.Attribute("r")!);
            var result = cell.Element(Main + "v")!.Value;
            if (decimal.IsInteger(decimal.Parse(result, CultureInfo.InvariantCulture))) continue;
            // 26 bits before the point, which leaves 27 behind it.
            var scaled = string.Create(CultureInfo.InvariantCulture, $"{at}*2^({High - 1 - Math.ILogB(double.Parse(result, CultureInfo.InvariantCulture))})");
            row.Add(Ask(column, $"INT({scaled})"), Ask(column + 1, $"({scaled}-INT({scaled}))*2^{Low}"));
            column += 2;

            XElement Ask(int into, string formula) => new(Main + "c", new XAttribute("r", Name(into) + number), new XElement(Main + "f", formula));
        }
    }

    private static string Name(int column) => column == 0 ? "" : Name((column - 1) / 26) + (char)('A' + (column - 1) % 26);

    private static IEnumerable<(string Name, string Part)> Parts(ZipArchive zip)
    {
        var targets = Load(zip.GetEntry("xl/_rels/workbook.xml.rels")!).Root!.Elements()
            .ToDictionary(r => (string)r.Attribute("Id")!, r => ((string)r.Attribute("Target")!).TrimStart('/'));
        foreach (var sheet in Load(zip.GetEntry("xl/workbook.xml")!).Descendants(Main + "sheet"))
        {
            var target = targets[(string)sheet.Attribute(Relations + "id")!];
            yield return ((string)sheet.Attribute("name")!, target.StartsWith("xl/", StringComparison.Ordinal) ? target : "xl/" + target);
        }
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }
}
