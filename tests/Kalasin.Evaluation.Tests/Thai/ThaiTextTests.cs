using CsCheck;

namespace Kalasin.Evaluation.Tests.Thai;

public sealed class ThaiTextTests
{
    private static readonly Gen<string> Messy =
        Gen.String[Gen.Char["กนบ เแาำํิีุู่้๊์็ฺ๎ๆฯ\u200B\u00A0\t-./()\"1๑aA"], 0, 30];

    [Theory]
    [InlineData("น\u0E4D\u0E32", "น\u0E33")]
    [InlineData("น\u0E49\u0E4D\u0E32", "น\u0E49\u0E33")]
    [InlineData("น\u0E4D\u0E49\u0E32", "น\u0E49\u0E33")]
    [InlineData("น\u0E33\u0E49", "น\u0E49\u0E33")]
    [InlineData("\u0E40\u0E40ม่", "แม่")]
    [InlineData("ท\u0E48\u0E35", "ท\u0E35\u0E48")]
    [InlineData("อย\u0E48\u0E39", "อย\u0E39\u0E48")]
    [InlineData("ท\u0E35\u0E48\u0E48", "ท\u0E35\u0E48")]
    [InlineData("สิทธ\u0E4C\u0E34", "สิทธ\u0E34\u0E4C")]
    [InlineData("  ทต.\u00A0สงเปลือย\t (อ.นามน)\r\n", "ทต. สงเปลือย (อ.นามน)")]
    [InlineData("กาฬ\u200Bสินธุ์\uFEFF", "กาฬสินธุ์")]
    [InlineData("a\u0000b\u00AD\u202Ec", "abc")]
    [InlineData("ก็ ณ ที่นี้ ฯลฯ น้ำใจ เก๋", "ก็ ณ ที่นี้ ฯลฯ น้ำใจ เก๋")]
    public void Normalise_Repairs(string typed, string expected) => Assert.Equal(expected, ThaiText.Normalise(typed));

    [Fact]
    public void Normalise_Twice_ChangesNothingMore() =>
        Messy.Sample(text => ThaiText.Normalise(ThaiText.Normalise(text)) == ThaiText.Normalise(text), iter: 10_000);

    [Theory]
    [InlineData("ทต. สงเปลือย", "ทต.สงเปลือย")]
    [InlineData("วันที่รับ :", "วันที่รับ")]
    [InlineData("ตัวชี้วัดที่ ๑", "ตัวชี้วัดที่ 1")]
    [InlineData("e-Mail", "E–MAIL")]
    [InlineData("ทุกกลุ่มงาน/ฝ่ายบริหารทั่วไป", "ทุกกลุ่มงาน / ฝ่าย “บริหารทั่วไป”")]
    [InlineData("(นา\u0E21น)", "นามน")]
    public void Key_OfTheSameName_IsTheSame(string a, string b) => Assert.Equal(ThaiText.Key(a), ThaiText.Key(b));

    [Theory]
    [InlineData("จังหวัดฯ", "จังหวัด")]
    [InlineData("ต่างๆ", "ต่าง")]
    [InlineData("นา", "นำ")]
    public void Key_OfDifferentNames_Differs(string a, string b) => Assert.NotEqual(ThaiText.Key(a), ThaiText.Key(b));

    [Fact]
    public void Key_OfAKey_IsTheKey() => Messy.Sample(text => ThaiText.Key(ThaiText.Key(text)) == ThaiText.Key(text), iter: 10_000);

    [Theory]
    [InlineData("หนองกุงศรี", "หนองกุงสี")]
    [InlineData("บริการสาธารณะ", "บริการสาธารณ")]
    [InlineData("กมลาไสย", "กมลาสไย")]
    [InlineData("นามน", "นามมน")]
    public void IsNearMiss_Slip_IsSeenBothWays(string a, string b)
    {
        Assert.True(ThaiText.IsNearMiss(a, b));
        Assert.True(ThaiText.IsNearMiss(b, a));
    }

    [Theory]
    [InlineData("นามน", "นามน")]
    [InlineData("ทต. นามน", "ทต.นามน")]
    [InlineData("นา", "นาม")]
    [InlineData("ตัวชี้วัดที่ 1", "ตัวชี้วัดที่ 2")]
    [InlineData("ตัวชี้วัดที่ 1", "ตัวชี้วัดที่ ๑๑")]
    [InlineData("ยางตลาด", "หนองกุงศรี")]
    [InlineData("", "")]
    public void IsNearMiss_SameOrOther_IsNot(string a, string b) => Assert.False(ThaiText.IsNearMiss(a, b));

    [Fact]
    public void IsNearMiss_VeryLongTexts_IsNot() => Assert.False(ThaiText.IsNearMiss(new string('ก', 100_000), new string('ก', 100_001)));

    [Fact]
    public void IsNearMiss_IsSymmetric() => Gen.Select(Messy, Messy).Sample((a, b) => ThaiText.IsNearMiss(a, b) == ThaiText.IsNearMiss(b, a));

    [Fact]
    public void IsNearMiss_OneLetterLeftOut_IsSeen() =>
        Gen.Select(Gen.String[Gen.Char["กขคงจฉ"], 5, 100], Gen.Int[0, 99]).Sample((name, at) =>
        {
            var shorter = name.Remove(at % name.Length, 1);
            Assert.True(ThaiText.IsNearMiss(name, shorter));
        });
}
