using CsCheck;

namespace Kalasin.Evaluation.Tests.Thai;

public sealed class ThaiNumeralsTests
{
    [Theory]
    [InlineData("ตัวชี้วัดที่ 12", "ตัวชี้วัดที่ ๑๒")]
    [InlineData("0123456789", "๐๑๒๓๔๕๖๗๘๙")]
    [InlineData("", "")]
    [InlineData("ไม่มีเลข", "ไม่มีเลข")]
    public void ToThai_ConvertsDigitsOnly(string arabic, string thai)
    {
        Assert.Equal(thai, ThaiNumerals.ToThai(arabic));
        Assert.Equal(arabic, ThaiNumerals.ToArabic(thai));
    }

    [Fact]
    public void ToArabic_OfToThai_IsTheSameTextWithArabicDigits() =>
        Gen.String.Sample(text => ThaiNumerals.ToArabic(ThaiNumerals.ToThai(text)) == ThaiNumerals.ToArabic(text));

    [Theory]
    [InlineData(0, "๐")]
    [InlineData(151, "๑๕๑")]
    [InlineData(7849, "๗,๘๔๙")]
    [InlineData(-1234567, "-๑,๒๓๔,๕๖๗")]
    [InlineData(long.MinValue, "-๙,๒๒๓,๓๗๒,๐๓๖,๘๕๔,๗๗๕,๘๐๘")]
    public void Format_WholeNumber_SeparatesThousands(long value, string expected) => Assert.Equal(expected, ThaiNumerals.Format(value));

    [Theory]
    [InlineData("79.47", 2, "๗๙.๔๗")]
    [InlineData("79.465", 2, "๗๙.๔๗")]
    [InlineData("-79.465", 2, "-๗๙.๔๗")]
    [InlineData("84.994", 2, "๘๔.๙๙")]
    [InlineData("2.5", 0, "๓")]
    [InlineData("1234.5", 2, "๑,๒๓๔.๕๐")]
    [InlineData("-0.001", 2, "๐.๐๐")]
    public void Format_Decimal_RoundsHalfAwayFromZero(string value, int decimals, string expected) =>
        Assert.Equal(expected, ThaiNumerals.Format(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), decimals));

    [Theory]
    [InlineData(-1)]
    [InlineData(29)]
    public void Format_ImpossibleDecimals_Throws(int decimals) => Assert.Throws<ArgumentOutOfRangeException>(() => ThaiNumerals.Format(1m, decimals));

    [Fact]
    public void Number_IsThaiAndArabic()
    {
        Assert.Equal(new BilingualText("๑๕๑", "151"), ThaiNumerals.Number(151));
        Assert.Equal(new BilingualText("๗๙.๔๗", "79.47"), ThaiNumerals.Number(79.47m, 2));
    }

    [Theory]
    [InlineData("ตัวหารยังคงเป็น 151", "ตัวหารยังคงเป็น ๑๕๑")]
    [InlineData("ช่อง D7: “31/2/67” ไม่ใช่วันที่", "ช่อง D7: “๓๑/๒/๖๗” ไม่ใช่วันที่")]
    [InlineData("ช่วง $A$1:XFD1048576 รวม 12 แถว", "ช่วง $A$1:XFD1048576 รวม ๑๒ แถว")]
    [InlineData("แถว 9(D7,E10)ที่ 3", "แถว ๙(D7,E10)ที่ ๓")]
    [InlineData("ส่งที่kalasinlocal2022@gmail.comภายใน 15 วัน", "ส่งที่kalasinlocal2022@gmail.comภายใน ๑๕ วัน")]
    [InlineData("ดู https://example.go.th/round/2567?x=1 ข้อ 4", "ดู https://example.go.th/round/2567?x=1 ข้อ ๔")]
    [InlineData("ดู www.example2.go.th ข้อ 4", "ดู www.example2.go.th ข้อ ๔")]
    [InlineData("ไฟล์ “แบบรายงาน4601_v2.docx” ตาราง 2", "ไฟล์ “แบบรายงาน4601_v2.docx” ตาราง ๒")]
    [InlineData("ไฟล์ 4601.PDF, 4602.xlsx และ 3 ภาพ", "ไฟล์ 4601.PDF, 4602.xlsx และ ๓ ภาพ")]
    [InlineData("ค่า PM2.5 เกิน 50", "ค่า PM๒.๕ เกิน ๕๐")]
    [InlineData("XFE1 และ ABCD1 ไม่ใช่ช่อง", "XFE๑ และ ABCD๑ ไม่ใช่ช่อง")]
    public void ToThaiInProse_LeavesWhatMachinesRead(string text, string expected) => Assert.Equal(expected, ThaiNumerals.ToThaiInProse(text));

    [Fact]
    public void ToThaiInProse_NeverTouchesAnythingButDigits() =>
        Gen.String[Gen.Char["ก19D7@./: x.pdf$\"“"], 0, 40].Sample(text =>
            ThaiNumerals.ToArabic(ThaiNumerals.ToThaiInProse(text)) == ThaiNumerals.ToArabic(text));
}
