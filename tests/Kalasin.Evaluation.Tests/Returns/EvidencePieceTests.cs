using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Tests.Intake;

namespace Kalasin.Evaluation.Tests.Returns;

public sealed class EvidencePieceTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    private static EvidencePiece At(string? location) => new(
        Rules.Framework.Indicators[2], Rules.Plan.Units[^1], new(1, "รายงาน", null, null, null, location, null));

    [Theory]
    [InlineData("ภาพ-1.jpg", "ภาพ-1.jpg", true)]
    [InlineData("D:\\งาน\\ภาพ-1.JPG", "ภาพ-1.jpg", true)]
    [InlineData("ไฟล์/2567/ภาพ-1.jpg ", "ภาพ-1.jpg", true)]
    [InlineData("ภาพ-1.jpg, ภาพ-2.jpg", "ภาพ-2.jpg", true)]
    [InlineData("ภาพ 1, 2.jpg", "ภาพ 1, 2.jpg", true)]
    [InlineData("ตู้เอกสาร ๒", "ภาพ-1.jpg", false)]
    [InlineData(null, "ภาพ-1.jpg", false)]
    [InlineData("", "", false)]
    public void Names_AFileByItsOwnName(string? location, string file, bool named) => Assert.Equal(named, At(location).Names(file));

    [Fact]
    public void Of_IsInTheOrderOfIndicatorsUnitsAndNumbers()
    {
        Return Of(string unit, string indicator, params int[] numbers) => new(UnitCode.Parse(unit), IndicatorNumber.Parse(indicator), ReturnStatus.Reported)
        {
            Evidence = [.. numbers.Select(n => new Evidence(n, "รายงาน", null, null, null, null, null))],
        };
        var pieces = EvidencePiece.Of(Rules, [Of("ADM", "12", 1), Of("4602", "3", 1, 4), Of("PUB", "3", 1)]);
        Assert.Equal(["03-PUB-01", "03-4602-01", "03-4602-04", "12-ADM-01"], pieces.Select(p => p.Code));
    }

    [Theory]
    [InlineData("1,,3", "1,3")]
    [InlineData("๑,๒", "1,2")]
    [InlineData("x,x", "1,2")]
    [InlineData("5,5,2", "5,6,7")]
    [InlineData("1,9999", "1,2")]
    public async Task Number_IsTheOneBeforeTheRow_AsLongAsItGoesOn(string typed, string expected)
    {
        List<object?[]> rows =
        [
            ["หน่วยงาน", "กลุ่มงานมาตรฐานการบริหารงานบุคคลส่วนท้องถิ่น"],
            ["๔. ทะเบียนข้อมูล"],
            ["ที่", "ก.ท.จ./ก.อบต.จังหวัด", "รหัสเรื่อง", "วันที่ฝ่ายเลขานุการรับรายงาน", "วันที่มีมติ"],
            [1L, "ก.ท.จ.", "ว-001/2567", "15/12/2566", "20/2/2567"],
            ["๙. บัญชีหลักฐาน"],
            ["ที่", "รายการ", "ลงวันที่"],
            .. typed.Split(',').Select((number, i) => number.Length == 0 ? new object?[] { "2", null, null } : [number, $"รายงาน {i}", null]),
        ];
        var file = TypedSheet.Of("ตัวชี้วัด 1", [.. rows]);
        var got = await ReturnReader.ReadAsync(Rules, [SourceFile.FromBytes("1.xlsx", file)], IntakeLimits.Default, TestContext.Current.CancellationToken);
        Assert.Equal(expected, string.Join(',', Assert.Single(got.Returns).Evidence.Select(e => e.Number)));
    }
}
