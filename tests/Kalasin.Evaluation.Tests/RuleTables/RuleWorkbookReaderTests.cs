using System.Collections.Immutable;
using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;
using Kalasin.Evaluation.RuleTables;
using Kalasin.Evaluation.Tests.Forms;

namespace Kalasin.Evaluation.Tests.RuleTables;

/// <summary>A workbook of rules whose head or cells somebody has changed says where, and what to do.</summary>
public sealed class RuleWorkbookReaderTests
{
    private const string Indicators = "indicators", Levels = "levels";

    private static readonly Framework Framework = BuiltInFrameworks.Get("dla-2567");
    private static readonly ImmutableArray<RuleTable> Tables = Annex.TablesOf(Framework);

    [Fact]
    public async Task HeadingThatWasTakenOut_IsFoundInItsHeadRow() => Told.Is(
        Assert.Single(await FindingsAsync(Without(Indicators, "weight")), f => f.Code == "KAL3202"), "KAL3202", "แบบ.xlsx › ตัวชี้วัด › A4",
        "ไม่พบช่อง “น้ำหนัก” ในหัวตาราง โปรดใส่หัวช่องนี้คืนตามแบบ", "The headings lack “Weight”. Put the heading back.");

    [Fact]
    public async Task HeadingThatTheFormDoesntHave_IsAWarningAtIt() => Told.Is(
        Assert.Single(await FindingsAsync(With(Indicators, "หมายเหตุเพิ่ม")), f => f.Severity == Severity.Warning), "KAL3203", "แบบ.xlsx › ตัวชี้วัด › G4",
        "ช่อง “หมายเหตุเพิ่ม” ไม่มีในแบบ จึงไม่ได้อ่าน โปรดย้ายข้อมูลไปยังช่องที่แบบกำหนด หรือนำช่องนี้ออก",
        "The form has no column “หมายเหตุเพิ่ม”; it was not read. Move its content to a column of the form, or take it out.");

    [Theory]
    [InlineData("#REF!")]
    [InlineData(null)]
    public async Task FormulaWithoutAValue_IsFoundAtItsCell(string? error)
    {
        using var file = FormFile.Open(await Filled.BytesAsync(Tables));
        var cell = file.Worksheet("ตัวชี้วัด").Descendants<Cell>().Single(c => c.CellReference == "C5");
        (cell.CellFormula, cell.CellValue, cell.InlineString) = (new CellFormula("1+Z99"), error is null ? null : new DocumentFormat.OpenXml.Spreadsheet.CellValue(error), null);
        cell.DataType = error is null ? null : CellValues.Error;
        Told.Is(
            Assert.Single(await FindingsAsync(file.Save()), f => f.Code == "KAL3209"), "KAL3209", "แบบ.xlsx › ตัวชี้วัด › C5",
            "ช่องนี้เป็นสูตรที่ไม่มีผลลัพธ์ หรือคำนวณไม่ได้ โปรดพิมพ์ค่าแทนสูตร", "The cell is a formula without a result, or with an error. Type the value instead of the formula.");
    }

    [Fact]
    public async Task TableThatIsNoWorkbook_IsSaidOfTheFile() => Told.Is(
        Assert.Single((await AnnexSheet.ReadAsync(Framework, SourceFile.FromBytes("แบบ.csv", Encoding.UTF8.GetBytes("ตัวชี้วัดที่,น้ำหนัก\n1,2\n")), TestContext.Current.CancellationToken)).Findings),
        "KAL3214", "แบบ.csv", "ไฟล์นี้ไม่ใช่ไฟล์ Excel (.xlsx) ของแบบ โปรดบันทึกเป็น .xlsx แล้วส่งใหม่", "The file is no Excel workbook (.xlsx) of the form. Save it as .xlsx and send it again.");

    /// <summary>Which level has no text is told, and where none is left the indicator's row.</summary>
    [Fact]
    public async Task LevelWithoutAText_IsFoundAtIt()
    {
        var level = Framework.Indicators.First(i => i.Measure.IsLevel).Number;
        var (table, number) = (Tables.Single(t => t.Id == Levels), level.Value);
        var rows = table.Rows.Index().Where(r => r.Item[0] == number).Select(r => r.Index).ToList();
        var place = $"ระดับคะแนน › E{rows[1] + 5}";
        await IsUnfitAsync(await Filled.Of(Tables, ("letter", 0, "value", "ว ๑"), (Levels, rows[1], "text", "")), place);
        var gone = Tables.SetItem(Tables.IndexOf(table), table with { Rows = [.. table.Rows.Where(r => r[0] != number)] });
        await IsUnfitAsync(await Filled.Of(gone, ("letter", 0, "value", "ว ๑")), $"ตัวชี้วัด › A{Framework.Indicators.ToList().FindIndex(i => i.Number == level) + 5}");

        async Task IsUnfitAsync(SourceFile file, string where) => Told.Is(
            Assert.Single((await AnnexSheet.ReadAsync(Framework, file, TestContext.Current.CancellationToken)).Findings, f => f.Code == "KAL3213"), "KAL3213", $"แบบ.xlsx › {where}",
            $"ตัวชี้วัดที่ {ThaiNumerals.Digits(number).Thai} วัดเป็นระดับ ระดับต้องเรียงตั้งแต่ ๑ และมีข้อความทุกระดับ โปรดแก้ลำดับหรือข้อความของระดับ",
            $"Indicator {number} is measured in levels: they run from 1 and each has a text. Correct the order or the texts of its levels.");
    }

    private static async Task<ImmutableArray<Finding>> FindingsAsync(byte[] file) =>
        (await AnnexSheet.ReadAsync(Framework, SourceFile.FromBytes("แบบ.xlsx", file), TestContext.Current.CancellationToken)).Findings;

    private static async Task<ImmutableArray<Finding>> FindingsAsync(ImmutableArray<RuleTable> tables) => await FindingsAsync(await Filled.BytesAsync(tables));

    private static ImmutableArray<RuleTable> Without(string id, string column)
    {
        var table = Tables.Single(t => t.Id == id);
        var at = table.IndexOf(column);
        return Tables.SetItem(Tables.IndexOf(table), table with { Columns = table.Columns.RemoveAt(at), Rows = [.. table.Rows.Select(r => r.RemoveAt(at))] });
    }

    private static ImmutableArray<RuleTable> With(string id, string heading)
    {
        var table = Tables.Single(t => t.Id == id);
        return Tables.SetItem(Tables.IndexOf(table), table with { Columns = table.Columns.Add(new("other", heading, RuleCell.Text)), Rows = [.. table.Rows.Select(r => r.Add("x"))] });
    }
}
