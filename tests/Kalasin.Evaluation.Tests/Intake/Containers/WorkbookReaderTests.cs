using Kalasin.Evaluation.Intake.Containers;

namespace Kalasin.Evaluation.Tests.Intake.Containers;

public sealed class WorkbookReaderTests
{
    private static async Task<RawTable> Read(OfficeFile file)
    {
        var content = await ContentRead.Of(
            SourceFile.FromBytes("a.xlsx", file.ToBytes()), new Budget(IntakeLimits.Default, TestContext.Current.CancellationToken));
        Assert.Empty(content.Findings);
        return content.Tables!.Single();
    }

    private static async Task<RawCell> ReadCell(string cell, string sharedStrings = "", string styles = "") =>
        (await Read(OfficeFile.WithSheet($"<sheetData><row>{cell}</row></sheetData>", sharedStrings, styles))).Rows.Single().Cells.Single();

    [Theory]
    [InlineData("<c t='s'><v>0</v></c>", "ท้องถิ่น")]
    [InlineData("<c t='s'><v>1</v></c>", "อำเภอ นามน")]
    [InlineData("<c t='s'><v>2</v></c>", "  มีวรรค  ")]
    [InlineData("<c t='inlineStr'><is><t>ในช่อง</t></is></c>", "ในช่อง")]
    [InlineData("<c t='inlineStr'><is><r><t>ก</t></r><rPh sb='0' eb='1'><t>คำอ่าน</t></rPh><r><t>ข</t></r></is></c>", "กข")]
    [InlineData("<c t='str'><f>A1</f><v>ผลสูตร</v></c>", "ผลสูตร")]
    [InlineData("<c t='inlineStr'><is><t>บรรทัด_x000A_ใหม่</t></is></c>", "บรรทัด\nใหม่")]
    [InlineData("<c t='inlineStr'><is><t><![CDATA[<ก>]]></t></is></c>", "<ก>")]
    public async Task Text_IsReadWhole(string cell, string expected)
    {
        var read = await ReadCell(
            cell,
            "<si><t>ท้องถิ่น</t></si><si><r><rPr><b/></rPr><t xml:space='preserve'>อำเภอ </t></r><r><t>นามน</t></r>"
            + "<phoneticPr fontId='1'/></si><si><t xml:space='preserve'>  มีวรรค  </t></si>");
        Assert.Equal((RawKind.Text, expected), (read.Kind, read.Text));
    }

    [Theory]
    [InlineData("<c><v>84.989999999999995</v></c>", "84.99")]
    [InlineData("<c t='n'><v>1E3</v></c>", "1000")]
    [InlineData("<c><f>1+1</f><v>2</v></c>", "2")]
    public async Task Number_HasTheDigitsThatWereTyped(string cell, string expected)
    {
        var read = await ReadCell(cell);
        Assert.Equal((RawKind.Number, expected), (read.Kind, read.Text));
    }

    [Theory]
    [InlineData("<c t='b'><v>1</v></c>", "Boolean", "TRUE")]
    [InlineData("<c t='e'><v>#REF!</v></c>", "Error", "#REF!")]
    [InlineData("<c><f>SUM(A1)</f></c>", "Uncalculated", "")]
    [InlineData("<c><f>SUM(A1)</f><v></v></c>", "Uncalculated", "")]
    public async Task OtherValues_HaveTheirKind(string cell, string kind, string text)
    {
        var read = await ReadCell(cell);
        Assert.Equal((kind, text), (read.Kind.ToString(), read.Text));
    }

    [Theory]
    [InlineData("14", "", "Date")]
    [InlineData("10", "", "Percent")]
    [InlineData("4", "", "Number")]
    [InlineData("164", "[$-107041E]d mmm yyyy", "Date")]
    [InlineData("164", "0.00\"d\"", "Number")]
    [InlineData("164", "[h]:mm", "Number")]
    [InlineData("164", "0.0%", "Percent")]
    [InlineData("164", "[Red]#,##0", "Number")]
    [InlineData("164", "\\d0", "Number")]
    public async Task NumberFormat_TellsDatesAndPercentages(string id, string code, string kind)
    {
        var styles = $"<numFmts><numFmt numFmtId='164' formatCode='{code.Replace("\"", "&quot;", StringComparison.Ordinal)}'/></numFmts>"
            + $"<cellXfs><xf numFmtId='0'/><xf numFmtId='{id}'/></cellXfs>";
        Assert.Equal(kind, (await ReadCell("<c s='1'><v>45000</v></c>", styles: styles)).Kind.ToString());
    }

    [Fact]
    public async Task Addresses_GivenOrImplied()
    {
        var sheet = await Read(OfficeFile.WithSheet(
            "<sheetData><row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row><row r='5' hidden='1'><c r='AA5'><v>4</v></c></row><row><c><v>5</v></c></row></sheetData>"));
        Assert.Equal(["A1", "D1", "E1", "AA5", "A6"], sheet.Rows.SelectMany(r => r.Cells.Select(c => r.PlaceOf(c.Column).Cell)));
        Assert.Equal([false, true, false], sheet.Rows.Select(r => r.IsHidden));
    }

    [Fact]
    public async Task MergedCells_ValueBelongsToTopLeft()
    {
        var file = OfficeFile.WithSheet(
            "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c r='C2'><v>4</v></c></row></sheetData>"
            + "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>");
        var content = await ContentRead.Of(
            SourceFile.FromBytes("a.xlsx", file.ToBytes()), new Budget(IntakeLimits.Default, TestContext.Current.CancellationToken));
        Assert.Equal(["1", "4"], content.Tables![0].Rows.SelectMany(r => r.Cells).Select(c => c.Text));
        Assert.Equal("B1 A2", Assert.Single(content.Findings).Place.Cells);
    }

    [Fact]
    public async Task Date1904_CountsLikeTheOthers()
    {
        var file = OfficeFile.WithSheet("<sheetData><row><c><v>43965</v></c></row></sheetData>", workbookProperties: "<workbookPr date1904='1'/>");
        var content = await ContentRead.Of(
            SourceFile.FromBytes("a.xlsx", file.ToBytes()), new Budget(IntakeLimits.Default, TestContext.Current.CancellationToken));
        Assert.Equal((45427, "43965"), (content.Tables![0].Rows[0].Cells[0].Days, content.Tables[0].Rows[0].Cells[0].Text));
    }
}
