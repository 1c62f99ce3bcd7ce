using CsCheck;

namespace Kalasin.Evaluation.Tests.Thai;

public sealed class ThaiCollationTests
{
    private static readonly Gen<string> Word = Gen.String[Gen.Char["กขคเแไ่้็์าิุ 1๑aAb-"], 0, 6];

    [Fact]
    public void Compare_DictionaryOrder()
    {
        string[] expected = ["", "-", "1", "๑", "๑ก", "๒", "A", "กก", "กรรม", "กะ", "กัน", "กา", "ก่า", "การ", "เก", "เก่ง", "เกม", "เกา",
            "แก", "ไก่", "ขา", "เขา", "เข่า", "เข้า", "คำม่วง", "ฆ้องชัย", "นาคู", "นามน", "ยางตลาด", "ร่องคำ", "ห้วยผึ้ง", "ห้วยเม็ก"];
        string[] actual = [.. expected.Reverse().Order(ThaiCollation.Order)];
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Compare_TonesDecideOnlyBetweenEqualLetters()
    {
        Assert.True(ThaiCollation.Order.Compare("ก้าก", "กาข") < 0);
        Assert.True(ThaiCollation.Order.Compare("กา", "ก้า") < 0);
    }

    [Fact]
    public void Compare_Null_ComesFirst()
    {
        Assert.True(ThaiCollation.Order.Compare(null, "") < 0);
        Assert.Equal(0, ThaiCollation.Order.Compare(null, null));
    }

    [Fact]
    public void Compare_IsATotalOrder() => Gen.Select(Word, Word, Word).Sample((a, b, c) =>
    {
        var order = ThaiCollation.Order;
        Assert.Equal(Math.Sign(order.Compare(a, b)), -Math.Sign(order.Compare(b, a)));
        Assert.Equal(a == b, order.Compare(a, b) == 0);
        if (order.Compare(a, b) <= 0 && order.Compare(b, c) <= 0) Assert.True(order.Compare(a, c) <= 0);
    });
}
