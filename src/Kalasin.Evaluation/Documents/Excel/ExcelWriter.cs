using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Kalasin.Evaluation.Documents.Opc;

namespace Kalasin.Evaluation.Documents.Excel;

/// <summary>Writes workbooks as Excel files (ECMA-376, transitional, .xlsx). Pure and thread-safe: same workbook, same bytes.</summary>
internal static class ExcelWriter
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>Writes the whole workbook; the stream need not seek and is left open.</summary>
    /// <param name="workbook">What to write.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="cancellationToken">Stops the work between rows.</param>
    /// <exception cref="ArgumentException">The workbook breaks a rule of its parts (a bug of its composer); all violations are named and
    /// nothing is written.</exception>
    public static Task WriteAsync(this Workbook workbook, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentNullException.ThrowIfNull(stream);
        WorkbookChecks.Check(workbook);
        var package = new OpcPackage();
        package.Root.ToPart("officeDocument", "xl/workbook.xml");
        var relationships = new Relationships();
        var ids = workbook.Sheets.Select((_, i) => relationships.ToPart("worksheet", $"worksheets/sheet{i + 1}.xml")).ToArray();
        relationships.ToPart("styles", "styles.xml");
        package.Add("xl/workbook.xml", Types + "sheet.main+xml", PackedBytes.OnceXml(xml => WriteWorkbook(workbook, ids, xml)), relationships);
        package.Add("xl/styles.xml", Types + "styles+xml", StylesPart.Part);
        var active = Active(workbook);
        for (var s = 0; s < workbook.Sheets.Length; s++)
        {
            var (sheet, isActive) = (workbook.Sheets[s], s == active);
            package.Add(
                $"xl/worksheets/sheet{s + 1}.xml", Types + "worksheet+xml",
                PackedBytes.OnceXml(xml => new SheetPart(sheet, isActive, xml).Write(cancellationToken), CompressionLevel.Fastest));
        }
        new CoreProperties(workbook.Title, workbook.AsOf, workbook.Author, Language: "th-TH").AddTo(package);
        return package.WriteAsync(stream, cancellationToken);
    }

    /// <summary>Saves a workbook. An existing file is replaced once the new one is whole.</summary>
    /// <param name="workbook">What to save.</param>
    /// <param name="path">Where to; the ending is <c>.xlsx</c>.</param>
    /// <param name="cancellationToken">Stops the work between rows.</param>
    /// <exception cref="ArgumentException">The ending is another, or the workbook breaks a rule of its parts.</exception>
    public static async Task SaveAsync(this Workbook workbook, string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!path.EndsWith($".{FileFormat.Excel.Ending}", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"The file '{path}' does not end in .xlsx.", nameof(path));
        using var whole = new MemoryStream();
        await workbook.WriteAsync(whole, cancellationToken);
        whole.Position = 0;
        await using var file = File.Create(path);
        await whole.CopyToAsync(file, cancellationToken);
    }

    private static int Active(Workbook workbook)
    {
        var active = 0;
        while (workbook.Sheets[active].Visibility != SheetVisibility.Visible) active++;
        return active;
    }

    private static void WriteWorkbook(Workbook workbook, string[] ids, XmlWriter xml)
    {
        xml.WriteStartElement("workbook", StylesPart.Main);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        xml.WriteStartElement("bookViews", StylesPart.Main);
        xml.WriteStartElement("workbookView", StylesPart.Main);
        xml.WriteAttributeString("activeTab", Active(workbook).ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("sheets", StylesPart.Main);
        for (var s = 0; s < ids.Length; s++)
        {
            var sheet = workbook.Sheets[s];
            xml.WriteStartElement("sheet", StylesPart.Main);
            xml.WriteAttributeString("name", ValidXml.Of(sheet.Name));
            xml.WriteAttributeString("sheetId", (s + 1).ToString(CultureInfo.InvariantCulture));
            if (sheet.Visibility != SheetVisibility.Visible)
                xml.WriteAttributeString("state", sheet.Visibility == SheetVisibility.Hidden ? "hidden" : "veryHidden");
            xml.WriteAttributeString("r", "id", Relations, ids[s]);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        WriteNames(workbook, xml);
        WriteCalculation(workbook, xml);
        xml.WriteEndElement();
    }

    /// <summary>Whoever opens formulas computes them anew instead of trusting the results beside them.</summary>
    private static void WriteCalculation(Workbook workbook, XmlWriter xml)
    {
        if (!workbook.Sheets.Any(s => s.Rows.Any(r => r.Cells.Any(c => c.Expression is not null)))) return;
        xml.WriteStartElement("calcPr", StylesPart.Main);
        xml.WriteAttributeString("calcId", "191029");
        xml.WriteAttributeString("fullCalcOnLoad", "1");
        xml.WriteEndElement();
    }

    private static void WriteNames(Workbook workbook, XmlWriter xml)
    {
        var repeated = workbook.Sheets.Select((sheet, i) => (sheet.Name, Index: i, sheet.Print)).Where(s => s.Print.RepeatedRows is not null).ToList();
        if (workbook.Names.IsEmpty && repeated.Count == 0) return;
        xml.WriteStartElement("definedNames", StylesPart.Main);
        foreach (var (sheet, index, print) in repeated)
        {
            var (name, rows) = ($"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'", print.RepeatedRows!.Value);
            var columns = print.RepeatedColumns is var (first, last) ? $"{name}!${CellRange.ColumnName(first)}:${CellRange.ColumnName(last)}," : "";
            Name("_xlnm.Print_Titles", index, $"{columns}{name}!${rows.First}:${rows.Last}");
        }
        foreach (var name in workbook.Names) Name(name.Name, null, ValidationXml.Reference(name.Sheet, name.Range));
        xml.WriteEndElement();

        void Name(string name, int? sheet, string reference)
        {
            xml.WriteStartElement("definedName", StylesPart.Main);
            xml.WriteAttributeString("name", name);
            if (sheet is { } index) xml.WriteAttributeString("localSheetId", index.ToString(CultureInfo.InvariantCulture));
            xml.WriteString(ValidXml.Of(reference));
            xml.WriteEndElement();
        }
    }
}
