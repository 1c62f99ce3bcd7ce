using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks;

public sealed class UnitFinderTests
{
    private static readonly UnitFinder Finder = UnitFinder.Of(BuiltInPlans.For(BuiltInFrameworks.Get("dla-2567"), "46"));

    [Theory]
    [InlineData("PER", "PER")]
    [InlineData("per", "PER")]
    [InlineData("๔๖๐๒", "4602")]
    [InlineData("ท้องถิ่นอำเภอนามน", "4602")]
    [InlineData(" ท้องถิ่นอำเภอ นามน ", "4602")]
    [InlineData("กลุ่มงานการเงิน บัญชี และการตรวจสอบ", "FIN")]
    [InlineData("ฝ่ายบริหารทั่วไป", "ADM")]
    public void CodeOrName_IsExact(string typed, string code) => Assert.Equal(code, Assert.IsType<UnitMatch.Exact>(Finder.Find(typed)).Unit.Code.Value);

    [Theory]
    [InlineData("งานบริหารทั่วไป", "ADM")]
    [InlineData("ฝ่ายบริหารทั่วไฟ", "ADM")]
    [InlineData("กลุ่มงานบริการสาธารณสุขท้องถิ่นและประสานงานท้องถิ่นอำเภอ", "PUB")]
    [InlineData("กลุ่มงานบริการสาธารณสุขท้องถิ่นฯ", "PUB")]
    [InlineData("กลุ่มงานบริการฯ", "PUB")]
    [InlineData("กลุ่มงานกฎหมายฯ", "LAW")]
    [InlineData("กลุ่มงานกฏหมาย ระเบียบและเรื่องร้องทุกข์", "LAW")]
    [InlineData("นามน", "4602")]
    [InlineData("อ.นามน", "4602")]
    [InlineData("อำเภอนามน", "4602")]
    [InlineData("สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอนามน", "4602")]
    [InlineData("ท้องถิ่นอำเภอนามณ", "4602")]
    [InlineData("ท้องถื่นอำเภอนามน", "4602")]
    [InlineData("ท้องถิ่นอำเภอกุฉินารายน์", "4605")]
    [InlineData("เมืองกาฬสินธ์", "4601")]
    public void OtherName_IsUnderstoodAndSaid(string typed, string code)
    {
        var match = Assert.IsType<UnitMatch.Understood>(Finder.Find(typed));
        Assert.Equal(code, match.Unit.Code.Value);
        Assert.Equal(match.Unit.Name.Thai, match.As);
        Assert.Same(match.Unit, match.UnitOrNull);
    }

    [Fact]
    public void TwoUnitsEquallyNear_AreNotGuessedBetween()
    {
        var match = Assert.IsType<UnitMatch.Ambiguous>(Finder.Find("กลุ่มงานฯ"));
        Assert.Equal(["PER", "DEV", "PUB", "LAW", "FIN"], match.Candidates.Select(u => u.Code.Value));
        Assert.Null(match.UnitOrNull);
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("4619")]
    [InlineData("ท้องถิ่นอำเภอเชียงยืน")]
    [InlineData("สำนักปลัด")]
    public void Stranger_IsNotFound(string typed) => Assert.IsType<UnitMatch.NotFound>(Finder.Find(typed));

    [Fact]
    public void Hostile_Length_IsNotFound() => Assert.IsType<UnitMatch.NotFound>(Finder.Find(new string('ก', 1_000_000)));
}
