using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ExcelDataReader;
using MiniExcelLibs;

namespace Kalasin.Benchmarks;

/// <summary>
/// Others that read the cells of a workbook and nothing more: each looks at the value of every cell of every sheet and counts those that
/// hold something. The bare pass doesn't even know what a cell is.
/// </summary>
internal static class Rivals
{
    public const string DataReader = "its cells only, ExcelDataReader 3.6.0", Mini = "its cells only, MiniExcel 1.46.0",
        Sax = "its cells only, OpenXml SAX 3.3.0", Bare = "its XML only, ZipArchive and XmlReader";

    public static IReadOnlyList<(string Name, Func<byte[], int> Read)> All { get; } = [(DataReader, ByDataReader), (Mini, ByMini), (Sax, BySax), (Bare, ByXmlReader)];

    private static int ByDataReader(byte[] bytes)
    {
        var cells = 0;
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
        do
        {
            while (reader.Read())
                for (var column = 0; column < reader.FieldCount; column++)
                    if (reader.GetValue(column) is not null) cells++;
        }
        while (reader.NextResult());
        return cells;
    }

    private static int ByMini(byte[] bytes)
    {
        var cells = 0;
        using var stream = new MemoryStream(bytes);
        foreach (var sheet in stream.GetSheetNames())
            foreach (IDictionary<string, object?> row in stream.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX))
                foreach (var value in row.Values)
                    if (value is not null) cells++;
        return cells;
    }

    private static int BySax(byte[] bytes)
    {
        var cells = 0;
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var workbook = document.WorkbookPart!;
        var texts = new List<string>();
        if (workbook.SharedStringTablePart is { } shared)
        {
            using var strings = OpenXmlReader.Create(shared);
            while (strings.Read())
                if (strings.ElementType == typeof(SharedStringItem) && strings.IsStartElement) texts.Add(((SharedStringItem)strings.LoadCurrentElement()!).InnerText);
        }
        foreach (var sheet in workbook.WorksheetParts)
        {
            using var reader = OpenXmlReader.Create(sheet);
            var isShared = false;
            while (reader.Read())
            {
                if (!reader.IsStartElement) continue;
                if (reader.ElementType == typeof(Cell)) isShared = reader.Attributes.Any(a => a is { LocalName: "t", Value: "s" });
                else if (reader.ElementType == typeof(CellValue) || reader.ElementType == typeof(Text))
                {
                    var text = reader.GetText();
                    if (isShared) text = texts[int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)];
                    if (text.Length > 0) cells++;
                }
            }
        }
        return cells;
    }

    private static int ByXmlReader(byte[] bytes)
    {
        var nodes = 0;
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal) || e.Name.EndsWith(".rels", StringComparison.Ordinal)))
        {
            using var reader = XmlReader.Create(entry.Open(), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read()) nodes++;
        }
        return nodes;
    }
}
