using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Kalasin.Evaluation.Documents.Excel;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Kalasin.Evaluation.Tests.Documents.Excel;

public sealed class ExcelWriterTests
{
    [Theory]
    [InlineData(FileFormatVersions.Office2013)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public async Task WriteAsync_EveryCell_HasNoSchemaErrors(FileFormatVersions version)
    {
        using var file = SpreadsheetDocument.Open(await Write(EveryCell.Workbook), false);
        Assert.Empty(Errors(file, version));
    }

    [Fact]
    public async Task WriteAsync_EightThreads_GiveTheSameBytes()
    {
        var expected = (await Write(EveryCell.Workbook)).ToArray();
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Task.Run(async () => (await Write(EveryCell.Workbook)).ToArray(), TestContext.Current.CancellationToken)));
        Assert.All(all, bytes => Assert.Equal(expected, bytes));
    }

    [Fact]
    public async Task WriteAsync_Values_ReadBackAsWritten()
    {
        using var file = SpreadsheetDocument.Open(await Write(EveryCell.Workbook), false);
        Assert.Equal("เรื่องแรก\nสองบรรทัด", Text(file, "B5"));
        Assert.Equal(new DateTime(2024, 2, 29), DateTime.FromOADate(double.Parse(Text(file, "C5"), CultureInfo.InvariantCulture)));
        Assert.Equal("12.5", Text(file, "D5"));
        Assert.Equal("1", Text(file, "D8"));
        Assert.Equal(S.CellValues.Boolean, CellAt(file, "D8").DataType!.Value);
    }

    [Fact]
    public async Task WriteAsync_Formulas_StandBesideTheirResults()
    {
        using var file = SpreadsheetDocument.Open(await Write(EveryCell.Workbook), false);
        Assert.Equal(
            ["A8+D8 1235 ", "A8/3 411.5 ", "IF(D8,\"\",\"-\")  str", "1<2 1 b", "A7&\"\" =1+1 str"],
            Sheet(file, "ตัวชี้วัด 3").Descendants<S.Cell>().Where(c => c.CellFormula is not null)
                .Select(c => $"{c.CellFormula!.Text} {c.CellValue!.Text} {c.DataType?.InnerText}"));
        Assert.True(file.WorkbookPart!.Workbook!.CalculationProperties!.FullCalculationOnLoad!.Value);
    }

    [Theory]
    [InlineData("A7", "=1+1")]
    [InlineData("B7", "+66")]
    [InlineData("C7", "-5")]
    [InlineData("D7", "@SUM")]
    public async Task WriteAsync_TextLikeAFormula_StaysAText(string address, string expected)
    {
        using var file = SpreadsheetDocument.Open(await Write(EveryCell.Workbook), false);
        Assert.Equal(expected, Text(file, address));
        Assert.Equal(S.CellValues.InlineString, CellAt(file, address).DataType!.Value);
        Assert.True(FormatOf(file, address).QuotePrefix!.Value);
    }

    [Theory]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("_x00", "_x00")]
    [InlineData("ก\u0000ข", "ก\uFFFDข")]
    [InlineData(@"\uD800", "\uFFFD")]
    [InlineData("👍🏽\t<&>\"'", "👍🏽\t<&>\"'")]
    public async Task WriteAsync_HostileText_IsKeptOrVisiblyReplaced(string escaped, string expected)
    {
        var text = escaped.StartsWith('\\') ? Regex.Unescape(escaped) : escaped;
        using var file = SpreadsheetDocument.Open(
            await Write(new Workbook("ก" + text, new(2024, 5, 15), [new("ก", [Row.Of(text)]) { Print = new() { Footer = text } }])), false);
        Assert.Equal(expected, Text(file, "A1", "ก"));
        Assert.Empty(Errors(file, FileFormatVersions.Microsoft365));
    }

    [Fact]
    public async Task WriteAsync_OverlongText_IsCutWithAMark()
    {
        using var file = SpreadsheetDocument.Open(await Write(new Workbook("ก", new(2024, 5, 15), [new("ก", [Row.Of(new string('ก', 40_000))])])), false);
        Assert.Equal(Cell.MaximumTextLength, Text(file, "A1", "ก").Length);
        Assert.EndsWith("[…ข้อความยาวเกินหนึ่งช่อง]", Text(file, "A1", "ก"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("B5", false, "@")]
    [InlineData("C5", false, "[$-D07041E]d\\ mmmm\\ yyyy")]
    [InlineData("C6", false, "[$-D07041E]d\\ mmmm\\ yyyy")]
    [InlineData("D5", false, "0")]
    [InlineData("B2", true, "0")]
    [InlineData("A4", true, "0")]
    [InlineData("A8", true, "4")]
    public async Task WriteAsync_Styles_LockAndFormat(string address, bool locked, string format)
    {
        using var file = SpreadsheetDocument.Open(await Write(EveryCell.Workbook), false);
        var cell = FormatOf(file, address);
        Assert.Equal(locked, cell.Protection!.Locked!.Value);
        var custom = file.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.NumberingFormats!.Elements<S.NumberingFormat>()
            .SingleOrDefault(n => n.NumberFormatId!.Value == cell.NumberFormatId!.Value);
        Assert.Equal(
            format,
            custom?.FormatCode?.Value ?? (cell.NumberFormatId!.Value == 49 ? "@" : cell.NumberFormatId.Value.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task WriteAsync_SheetSettings_AreAllThere()
    {
        using var file = SpreadsheetDocument.Open(await Write(EveryCell.Workbook), false);
        var sheets = file.WorkbookPart!.Workbook.Sheets!.Elements<S.Sheet>().ToList();
        Assert.Equal([S.SheetStateValues.VeryHidden, null, S.SheetStateValues.Hidden], sheets.Select(s => s.State?.Value));
        Assert.Equal(1u, file.WorkbookPart.Workbook.BookViews!.GetFirstChild<S.WorkbookView>()!.ActiveTab!.Value);
        Assert.Equal(
            ["_xlnm.Print_Titles='ตัวชี้วัด 3'!$4:$4", "อำเภอ='รายชื่อ'!$A$1:$A$3", "register.3='ตัวชี้วัด 3'!$A$5:$E$46"],
            file.WorkbookPart.Workbook.DefinedNames!.Elements<S.DefinedName>().Select(n => $"{n.Name}={n.Text}"));
        var sheet = Sheet(file, "ตัวชี้วัด 3");
        Assert.Equal("B5", sheet.Descendants<S.Pane>().Single().TopLeftCell!.Value);
        Assert.True(sheet.GetFirstChild<S.SheetProtection>()!.Sheet!.Value);
        Assert.Equal(["A1:E1", "B2:E2", "A9:E9"], sheet.Descendants<S.MergeCell>().Select(m => m.Reference!.Value));
        Assert.Equal(S.OrientationValues.Landscape, sheet.GetFirstChild<S.PageSetup>()!.Orientation!.Value);
        Assert.Equal("&Cตัวชี้วัด ๓ && ทะเบียน", sheet.GetFirstChild<S.HeaderFooter>()!.OddFooter!.Text);
        Assert.Equal([10, 40, 22, 12, 18.5], sheet.Descendants<S.Column>().Select(c => c.Width!.Value));
        Assert.Equal(30, sheet.Descendants<S.Row>().First().Height!.Value);
    }

    [Fact]
    public async Task WriteAsync_RowsWithoutHeight_FitTheirText()
    {
        var twenty = new string('ก', 20);
        using var file = SpreadsheetDocument.Open(await Write(new Workbook("ก", new(2024, 5, 15),
        [
            new("ก",
            [
                Row.Of("สั้น"), Row.Of(Cell.Text("ก\nข\nค", CellStyle.Input)),
                Row.Of(Cell.Text(twenty, CellStyle.Input)), Row.Of(Cell.Text(twenty, CellStyle.Title)),
                Row.Of(Cell.Text(twenty, CellStyle.Label)), Row.Of(Cell.Text("กี่กี่กี่กี่กี่กี่กี่กี่", CellStyle.Input)),
                Row.Of(Cell.Text(new string('ก', 9_000), CellStyle.Note)),
            ])
            { ColumnWidths = [10, 20], Merged = [new(5, 1, 5, 2)] },
        ])), false);
        Assert.Equal([27, 75, 75, 33, 27, 27, 409], Sheet(file, "ก").Descendants<S.Row>().Select(r => r.Height!.Value));
        Assert.All(Sheet(file, "ก").Descendants<S.Row>(), r => Assert.Null(r.CustomHeight));
    }

    [Fact]
    public async Task WriteAsync_Validations_SayTheirRules()
    {
        using var file = SpreadsheetDocument.Open(await Write(EveryCell.Workbook), false);
        var validations = Sheet(file, "ตัวชี้วัด 3").Descendants<S.DataValidation>().ToList();
        Assert.Equal(
            ["date 45200 45565", "decimal 0 100.5", "list \"แล้วเสร็จ,อยู่ระหว่างดำเนินการ,\"\"อื่น\"\"\" ", "list 'รายชื่อ'!$A$1:$A$3 ", "whole 1 999"],
            validations.Select(v => $"{((IEnumValue)v.Type!.Value).Value} {v.Formula1!.Text} {v.Formula2?.Text}"));
        Assert.Equal("โปรดกรอกวันที่ในปีงบประมาณ พ.ศ. ๒๕๖๗", validations[0].Prompt!.Value);
        Assert.Equal(S.DataValidationErrorStyleValues.Warning, validations[0].ErrorStyle!.Value);
        Assert.Equal("โปรดเลือกจากรายการ", validations[2].Error!.Value);
        Assert.Equal(
            ["AND(LEN(TRIM(B5))=0,COUNTA($B5:$E5)>0)", "E5=\"แล้วเสร็จ\"", "LEN(TRIM(B2))=0"],
            Sheet(file, "ตัวชี้วัด 3").Descendants<S.ConditionalFormattingRule>().Select(r => r.InnerText));
    }

    internal static async Task<MemoryStream> Write(Workbook workbook)
    {
        var stream = new MemoryStream();
        await workbook.WriteAsync(stream, TestContext.Current.CancellationToken);
        stream.Position = 0;
        return stream;
    }

    private static IEnumerable<string> Errors(SpreadsheetDocument file, FileFormatVersions version) =>
        new OpenXmlValidator(version).Validate(file, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}");

    private static S.Worksheet Sheet(SpreadsheetDocument file, string name) =>
        ((WorksheetPart)file.WorkbookPart!.GetPartById(
            file.WorkbookPart.Workbook.Sheets!.Elements<S.Sheet>().Single(s => s.Name == name).Id!.Value!)).Worksheet;

    private static S.Cell CellAt(SpreadsheetDocument file, string address, string sheet = "ตัวชี้วัด 3") =>
        Sheet(file, sheet).Descendants<S.Cell>().Single(c => c.CellReference == address);

    private static string Text(SpreadsheetDocument file, string address, string sheet = "ตัวชี้วัด 3") => CellAt(file, address, sheet).InnerText;

    private static S.CellFormat FormatOf(SpreadsheetDocument file, string address) =>
        file.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<S.CellFormat>().ElementAt((int)CellAt(file, address).StyleIndex!.Value);
}
