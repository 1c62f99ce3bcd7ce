using System.Text.Json.Nodes;
using Kalasin.Evaluation.Tests.Intake.Containers;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>What people type into a cell, and what is understood of it: a value, a value with a word about it, or a question.</summary>
public sealed class TypedValuesTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    /// <summary>What a workbook has once for many cells is understood once, and is held once.</summary>
    [Fact]
    public async Task TextThatCellsShare_IsOneValue()
    {
        static string Row(int row, params string[] texts) => $"<row r='{row}'>{string.Concat(texts.Select((t, c) => $"<c r='{(char)('A' + c)}{row}' t='inlineStr'><is><t>{t}</t></is></c>"))}</row>";
        static string Shared(int row, string day) => $"<row r='{row}'><c r='B{row}' t='inlineStr'><is><t>{day}</t></is></c><c r='C{row}' t='s'><v>0</v></c></row>";
        var bytes = OfficeFile.WithSheet(
            $"<sheetData>{Row(1, "หน่วยงาน", "ท้องถิ่นอำเภอนามน")}{Row(2, "ที่", "วันที่", "กิจกรรม")}{Shared(3, "1/2/2567")}{Shared(4, "2/2/2567")}</sheetData>",
            sharedStrings: "<si><t>ประชุม  คณะทำงาน</t></si>").Called("ตัวชี้วัด 3").ToBytes();
        var got = await ReturnReader.ReadAsync(Rules, [SourceFile.FromBytes("a.xlsx", bytes)], IntakeLimits.Default, TestContext.Current.CancellationToken);
        var rows = got.Returns.Single().Rows;
        Assert.Equal(new TextValue("ประชุม คณะทำงาน"), rows[0]["title"]);
        Assert.Same(rows[0]["title"], rows[1]["title"]);
    }

    private static async Task<(string? Value, string[] Codes)> Read(string indicator, string unit, string column, IReadOnlyList<object?> head, IReadOnlyList<object?> row)
    {
        var bytes = TypedSheet.Of($"ตัวชี้วัด {indicator}", ["หน่วยงาน", unit], head, row);
        var got = await ReturnReader.ReadAsync(Rules, [SourceFile.FromBytes("a.xlsx", bytes)], IntakeLimits.Default, TestContext.Current.CancellationToken);
        var value = got.Returns.Single().Rows.Single()[column];
        var json = JsonNode.Parse(ReturnJson.Write(got.Returns.Single()))!["rows"]![0]!["values"]![column];
        return (value is UnreadValue ? null : json?.AsObject().First(p => p.Key != "kind").Value?.ToString(),
            [.. got.Findings.Where(f => f.Place.Cell is { } cell && cell.EndsWith('3') && f.Code.StartsWith("KAL21", StringComparison.Ordinal)).Select(f => f.Code)]);
    }

    [Theory]
    [InlineData("๑๕ พ.ค. ๖๗", "2024-05-15")]
    [InlineData("15/5/67", "2024-05-15")]
    [InlineData("๑๕ พฤษภาคม ๒๕๖๗ เวลา ๐๙.๓๐ น.", "2024-05-15")]
    [InlineData("15/5/2567 13:45", "2024-05-15")]
    [InlineData("๑๕\u00A0พ.ค.\u200B ๖๗", "2024-05-15")]
    [InlineData("๑–๓ พ.ค. ๖๗", "2024-05-01", "KAL2111")]
    [InlineData("1 - 3 พฤษภาคม 2567", "2024-05-01", "KAL2111")]
    [InlineData("๓๐ เม.ย. – ๒ พ.ค. ๖๗", "2024-04-30", "KAL2111")]
    [InlineData("ระหว่างวันที่ ๑ ถึง ๓ พ.ค. ๖๗", "2024-05-01", "KAL2111")]
    [InlineData("15/4/2567 ถึง 20/4/2567", "2024-04-15", "KAL2111")]
    [InlineData("15-17/5/67", "2024-05-15", "KAL2111")]
    [InlineData("๓–๑ พ.ค. ๖๗", null, "KAL2102")]
    [InlineData("๓๑–๓๒ พ.ค. ๖๗", null, "KAL2102")]
    [InlineData("ต้นเดือนพฤษภาคม", null, "KAL2102")]
    [InlineData("๑๕ พ.ค.", null, "KAL2103")]
    public async Task Date(string typed, string? expected, params string[] codes) =>
        Check(expected, codes, await Read("3", "ท้องถิ่นอำเภอนามน", "date", ["ที่", "วันที่", "กิจกรรม"], [1L, typed, "ประชุม"]));

    [Theory]
    [InlineData("12", "12")]
    [InlineData("๑๒", "12")]
    [InlineData("๑,๒๓๔", "1234")]
    [InlineData("1 234", "1234")]
    [InlineData("1\u00A0234", "1234")]
    [InlineData("๑๒\u200B", "12")]
    [InlineData("๑๒ แห่ง", "12", "KAL2124")]
    [InlineData("๑๒แห่ง", "12", "KAL2124")]
    [InlineData("จำนวน ๑๒ ราย", "12", "KAL2124")]
    [InlineData("1.5 ล้าน", null, "KAL2120")]
    [InlineData("๑๒ กว่าราย", null, "KAL2120")]
    [InlineData("๕ พัน", null, "KAL2120")]
    [InlineData("๑๐-๑๒", null, "KAL2120")]
    [InlineData("1.234.567", null, "KAL2120")]
    [InlineData("สิบสอง", null, "KAL2120")]
    [InlineData("50%", null, "KAL2125")]
    [InlineData("ร้อยละ ๕๐", null, "KAL2125")]
    public async Task Number(string typed, string? expected, params string[] codes) =>
        Check(expected, codes, await Read(
            "12", "ฝ่ายบริหารทั่วไป", "served", ["อำเภอ", "องค์กรปกครองส่วนท้องถิ่น", "รายงานใน INFO", "ผู้รับบริการ"], ["นามน", "ทต.นามน", "ใช่", typed]));

    [Theory]
    [InlineData("๙๑.๕๐%", "91.5")]
    [InlineData("91.5 %", "91.5")]
    [InlineData("ร้อยละ ๙๑.๕", "91.5", "KAL2124")]
    [InlineData("๙๑.๕ เปอร์เซ็นต์", "91.5", "KAL2124")]
    [InlineData("850", null, "KAL2121")]
    [InlineData("8500", null, "KAL2121")]
    [InlineData("85000", null, "KAL2122")]
    [InlineData("-1", null, "KAL2123")]
    public async Task Percentage(string typed, string? expected, params string[] codes) =>
        Check(expected, codes, await Read("11", "กลุ่มงานการเงิน บัญชีและการตรวจสอบ", "score", ["อำเภอ", "องค์กรปกครองส่วนท้องถิ่น", "คะแนนรวม"], ["นามน", "ทต.นามน", typed]));

    [Theory]
    [InlineData("✓", "true")]
    [InlineData("มี", "true")]
    [InlineData("ใช่", "true")]
    [InlineData("ดำเนินการแล้ว", "true")]
    [InlineData("ดำเนินการ แล้ว", "true")]
    [InlineData("ดําเนินการเเล้ว", "true")]
    [InlineData("๑", "true")]
    [InlineData("True", "true")]
    [InlineData("ไม่", "false")]
    [InlineData("ไม่มี", "false")]
    [InlineData("ยังไม่ดำเนินการ", "false")]
    [InlineData("๐", "false")]
    [InlineData("รอตรวจ", null, "KAL2132")]
    [InlineData("บางส่วน", null, "KAL2132")]
    public async Task Flag(string typed, string? expected, params string[] codes) =>
        Check(expected, codes, await Read(
            "12", "ฝ่ายบริหารทั่วไป", "reported", ["อำเภอ", "องค์กรปกครองส่วนท้องถิ่น", "รายงานใน INFO"], ["นามน", "ทต.นามน", typed]));

    /// <summary>What looks the same is the same, in names too; what was typed is kept where it is a text.</summary>
    [Theory]
    [InlineData("ประชุม")]
    [InlineData("ประชุ\u200Bม")]
    [InlineData(" ประชุม ")]
    [InlineData("ประชุุม")]
    public async Task Choice(string typed) =>
        Check("meeting", [], await Read(
            "3", "ท้องถิ่นอำเภอนามน", "category", ["ที่", "วันที่", "กิจกรรม", "ประเภท"], [1L, "1/2/2567", "ประชุม", typed]));

    private static void Check(string? expected, string[] codes, (string? Value, string[] Codes) got)
    {
        Assert.Equal(expected, got.Value, ignoreCase: true);
        Assert.Equal(codes, got.Codes);
    }
}
