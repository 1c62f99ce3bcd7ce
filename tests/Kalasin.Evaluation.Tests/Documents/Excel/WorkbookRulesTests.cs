using Kalasin.Evaluation.Documents.Excel;

namespace Kalasin.Evaluation.Tests.Documents.Excel;

public sealed class WorkbookChecksTests
{
    private static readonly Sheet Plain = new("ก", [Row.Of("ก")]);

    public static TheoryData<string, object> Broken => new()
    {
        { "the title is empty", Of(Plain) with { Title = "" } },
        { "no sheet is visible", Of(Plain with { Visibility = SheetVisibility.Hidden }) },
        { "the sheet name 'a' is used twice", Of(new("a", []), new("A", [])) },
        { "'A1' can't be the name of a range", Of(Plain) with { Names = [new("A1", "ก", new(1, 1))] } },
        { "'R1C1' can't be the name of a range", Of(Plain) with { Names = [new("R1C1", "ก", new(1, 1))] } },
        { "the name 'x' leads to the missing sheet 'ข'", Of(Plain) with { Names = [new("x", "ข", new(1, 1))] } },
        { "sheet 'ก': the merged range B2 is one cell", Of(Plain with { Merged = [new(2, 2)] }) },
        { "sheet 'ก': the merged ranges A1:B2 and B2:C3 overlap", Of(Plain with { Merged = [new(1, 1, 2, 2), new(2, 2, 3, 3)] }) },
        { "sheet 'ก': validation of A1: a list has non-empty values without commas", Of(Plain with { Validations = [new(new(1, 1), new OneOf(["ก,ข"]))] }) },
        { "sheet 'ก': validation of A1: the list is longer than 255 characters; put it into a range", Of(
            Plain with { Validations = [new(new(1, 1), new OneOf([new('ก', 256)]))] }) },
        { "sheet 'ก': validation of A1: the list stands on the missing sheet 'ข'", Of(
            Plain with { Validations = [new(new(1, 1), new OneOfRange("ข", new(1, 1, 9, 1)))] }) },
        { "sheet 'ก': validation of A1: the bounds allow nothing", Of(Plain with { Validations = [new(new(1, 1), new WholeNumber(2, 1))] }) },
        { "sheet 'ก': validation of A1: the prompt is longer than 32 and 255 characters", Of(
            Plain with { Validations = [new(new(1, 1), new WholeNumber(1, 2)) { Prompt = new(new('ก', 33), "") }] }) },
    };

    [Theory, MemberData(nameof(Broken))]
    public async Task WriteAsync_BrokenWorkbook_NamesTheRuleAndWritesNothing(string expected, object workbook)
    {
        var stream = new MemoryStream();
        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => ((Workbook)workbook).WriteAsync(stream, TestContext.Current.CancellationToken));
        Assert.Contains($"breaks 1 rule(s): {expected}", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(0, stream.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a/b")]
    [InlineData("a[b]")]
    [InlineData("a:b")]
    [InlineData("a?")]
    [InlineData("a*")]
    [InlineData("a\\b")]
    [InlineData("'a")]
    [InlineData("a'")]
    [InlineData("a\nb")]
    [InlineData("history")]
    [InlineData("กกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกก")]
    public void Sheet_NameThatExcelRefuses_Throws(string name) => Assert.Throws<ArgumentException>(() => new Sheet(name, []));

    [Theory]
    [InlineData("ตัวชี้วัด 3")]
    [InlineData("กกกกกกกกกกกกกกกกกกกกกกกกกกกกกกก")]
    [InlineData("it's")]
    public void Sheet_AllowedName_IsKept(string name) => Assert.Equal(name, new Sheet(name, []).Name);

    [Theory]
    [InlineData(1, 1, 1, 1, "A1")]
    [InlineData(2, 26, 3, 27, "Z2:AA3")]
    [InlineData(1, 702, 1_048_576, 16_384, "ZZ1:XFD1048576")]
    public void CellRange_Text_IsA1Notation(int row, int column, int lastRow, int lastColumn, string expected) =>
        Assert.Equal(expected, new CellRange(row, column, lastRow, lastColumn).ToString());

    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(2, 1, 1, 1)]
    [InlineData(1, 1, 1, 16_385)]
    [InlineData(1, 1, 1_048_577, 1)]
    public void CellRange_OutsideTheSheet_Throws(int row, int column, int lastRow, int lastColumn) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CellRange(row, column, lastRow, lastColumn));

    [Fact]
    public void Date_BeforeTheLeapDayThatNeverWas_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Cell.Date(new(1900, 2, 28)));

    private static Workbook Of(params Sheet[] sheets) => new("ก", new(2024, 5, 15), [.. sheets]);
}
