using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Tests.Forms;

/// <summary>A form as a person sees it: found by words, filled in cell by cell, without the library's own readers.</summary>
internal sealed class FormFile : IDisposable
{
    private readonly MemoryStream bytes;
    private readonly Dictionary<string, Dictionary<string, Cell>> cells = [];

    private FormFile(MemoryStream bytes) => (this.bytes, Document) = (bytes, SpreadsheetDocument.Open(bytes, true));

    public SpreadsheetDocument Document { get; }

    public static async Task<FormFile> OpenAsync(Form form)
    {
        var written = new MemoryStream();
        await form.WriteAsync(written, TestContext.Current.CancellationToken);
        written.Position = 0;
        return new(written);
    }

    /// <summary>A form as it came.</summary>
    public static FormFile Open(byte[] form)
    {
        var came = new MemoryStream();
        came.Write(form);
        came.Position = 0;
        return new(came);
    }

    public IEnumerable<Sheet> Sheets => Document.WorkbookPart!.Workbook!.Descendants<Sheet>();

    public Worksheet Worksheet(string name) => ((WorksheetPart)Document.WorkbookPart!.GetPartById(Sheets.Single(s => s.Name == name).Id!)).Worksheet!;

    public byte[] Save()
    {
        Document.Dispose();
        return bytes.ToArray();
    }

    /// <summary>Text of a cell; empty when there is none.</summary>
    public string this[string sheet, int row, int column] => CellsOf(sheet).TryGetValue(Address(row, column), out var cell) ? cell.InnerText : "";

    /// <summary>Row of the first cell of column A that says this.</summary>
    public int RowOf(string sheet, string label) =>
        RowNumber(Worksheet(sheet).Descendants<Cell>().First(c => c.CellReference!.Value!.StartsWith('A') && c.InnerText == label));

    /// <summary>Headings of a row by their column.</summary>
    public Dictionary<string, int> Headings(string sheet, int row) =>
        Enumerable.Range(1, 30).Where(c => this[sheet, row, c].Length > 0).ToDictionary(c => this[sheet, row, c], c => c);

    /// <summary>Column of the first input beside a label.</summary>
    public int InputBeside(string sheet, int row)
    {
        var label = Worksheet(sheet).Descendants<MergeCell>().Select(m => m.Reference!.Value!.Split(':')).FirstOrDefault(m => m[0] == Address(row, 1));
        return label is null ? 2 : label[1].TrimEnd([.. "0123456789"]).Single() - 'A' + 2;
    }

    public void Type(string sheet, int row, int column, string text)
    {
        var cell = CellsOf(sheet)[Address(row, column)];
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new(new Text(text));
    }

    public void Type(string sheet, int row, int column, decimal number) =>
        CellsOf(sheet)[Address(row, column)].CellValue = new(number.ToString(CultureInfo.InvariantCulture));

    public void Type(string sheet, int row, int column, DateOnly day) => Type(sheet, row, column, day.DayNumber - new DateOnly(1899, 12, 30).DayNumber);

    public void Dispose() => Document.Dispose();

    public static string SheetOf(Indicator indicator) => FormLayout.SheetOf(indicator.Number);

    private Dictionary<string, Cell> CellsOf(string sheet) =>
        cells.TryGetValue(sheet, out var known) ? known : cells[sheet] = Worksheet(sheet).Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!);

    private static int RowNumber(Cell cell) => int.Parse(cell.CellReference!.Value!.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), CultureInfo.InvariantCulture);

    private static string Address(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column - 1)}{row}");
}
