using System.Globalization;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Tests.Thai;

/// <summary>Where reading of days begins and ends: lengths, years of both eras, weekdays, names of months, serial numbers, ranges.</summary>
public sealed class ThaiDateBoundsTests
{
    private static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(80, "2024-05-15")]
    [InlineData(81, null)]
    public void Text_IsReadUpTo80Characters(int length, string? day) => Assert.Equal(Day(day), ThaiDateReader.Read("15/5/2567".PadLeft(length)).Value);

    [Theory]
    [InlineData("15/5/1899", null)]
    [InlineData("15/5/1900", "1900-05-15")]
    [InlineData("15/5/2199", "2199-05-15")]
    [InlineData("15/5/2200", null)]
    [InlineData("15/5/2399", null)]
    [InlineData("15/5/2400", "1857-05-15")]
    [InlineData("15/5/00", "1957-05-15")]
    [InlineData("15/5/99", "2056-05-15")]
    [InlineData("1/1/67", "2024-01-01")]
    [InlineData("31/12/67", "2024-12-31")]
    [InlineData("32/12/67", null)]
    [InlineData("1/0/67", null)]
    [InlineData("15 พ.ค. พ.ศ. ๖๗", "2024-05-15")]
    [InlineData("15 May A.D. 2024", "2024-05-15")]
    [InlineData("15 May a.d. 2024", "2024-05-15")]
    [InlineData("15 May C.E. 2024", "2024-05-15")]
    [InlineData("15 May ce 2024", "2024-05-15")]
    [InlineData("15 May B.E. 2567", "2024-05-15")]
    [InlineData("15 May B.E. 2024", null)]
    [InlineData("15 May A.D. 2567", null)]
    [InlineData("15/5/พ.ศ. 2567", "2024-05-15")]
    [InlineData("15/5/ค.ศ.2567", null)]
    [InlineData("2567/5/15", "2024-05-15")]
    [InlineData("2567/5-15", null)]
    public void Year_IsReadWithinItsEra(string text, string? day) => Assert.Equal(Day(day), ThaiDateReader.Read(text).Value);

    [Theory]
    [InlineData("วันอาทิตย์ที่ ๑๒ พ.ค. ๖๗", "2024-05-12")]
    [InlineData("วันจันทร์ที่ 13/5/67", "2024-05-13")]
    [InlineData("วันอังคาร ๑๔ พ.ค. ๖๗", "2024-05-14")]
    [InlineData("วันพฤหัสที่ ๑๖ พ.ค. ๖๗", "2024-05-16")]
    [InlineData("วันพฤหัสบดีที่ ๑๖ พ.ค. ๖๗", "2024-05-16")]
    [InlineData("วันศุกร์ที่ ๑๗ พ.ค. ๖๗", "2024-05-17")]
    [InlineData("วันเสาร์ที่ ๑๘ พ.ค. ๖๗", "2024-05-18")]
    [InlineData("วันเสาร์ที่ ๑๗ พ.ค. ๖๗", null)]
    public void Weekday_MustBeThatOfTheDay(string text, string? day) => Assert.Equal(Day(day), ThaiDateReader.Read(text).Value);

    [Fact]
    public void Weekday_OfADayThatIsNone_IsNotTheProblem() =>
        Assert.Equal(new DateReading.NotUnderstood(DateProblem.NotInCalendar), ThaiDateReader.Read("วันจันทร์ที่ ๓๑ เม.ย. ๖๗"));

    [Theory]
    [InlineData(1, "มกราคม มกรา มค ม.ค. January Jan jan")]
    [InlineData(2, "กุมภาพันธ์ กุมภา กพ ก.พ. February Feb")]
    [InlineData(3, "มีนาคม มีนา มีค มี.ค. March Mar")]
    [InlineData(4, "เมษายน เมษา เมย เม.ย. April Apr")]
    [InlineData(5, "พฤษภาคม พฤษภา พค พ.ค. May MAY")]
    [InlineData(6, "มิถุนายน มิถุนา มิย มิ.ย. June Jun")]
    [InlineData(7, "กรกฎาคม กรกฎา กค ก.ค. July Jul")]
    [InlineData(8, "สิงหาคม สิงหา สค ส.ค. August Aug")]
    [InlineData(9, "กันยายน กันยา กย ก.ย. September Sep Sept Sept.")]
    [InlineData(10, "ตุลาคม ตุลา ตค ต.ค. October Oct")]
    [InlineData(11, "พฤศจิกายน พฤศจิกา พย พ.ย. November Nov")]
    [InlineData(12, "ธันวาคม ธันวา ธค ธ.ค. December Dec")]
    public void Month_IsReadByEachOfItsNames(int month, string names)
    {
        foreach (var name in names.Split(' ')) Assert.Equal((name, new DateOnly(2024, month, 15)), (name, ThaiDateReader.Read($"15 {name} 2567").Value));
    }

    [Theory]
    [InlineData("2199-12-31", "2199-12-31", YearForm.ExcelSerial)]
    [InlineData("2200-01-01", null, null)]
    [InlineData("2399-12-31", null, null)]
    [InlineData("2400-01-01", "1857-01-01", YearForm.ExcelSerialBuddhistEra)]
    [InlineData("9999-12-31", "9456-12-31", YearForm.ExcelSerialBuddhistEra)]
    public void Serial_IsReadByTheYearThatWasTyped(string typed, string? day, YearForm? form)
    {
        var serial = Day(typed)!.Value.DayNumber - new DateOnly(1899, 12, 30).DayNumber;
        DateReading expected = form is { } known ? new DateReading.Understood(Day(day)!.Value, known) : new DateReading.NotUnderstood(DateProblem.YearUnclear);
        Assert.Equal(expected, ThaiDateReader.FromExcelSerial(serial, date1904: false));
        Assert.Equal(expected, ThaiDateReader.FromExcelSerial(serial + 0.999, date1904: false));
        Assert.Equal(expected, ThaiDateReader.FromExcelSerial(serial - 1462, date1904: true));
    }

    [Theory]
    [InlineData(1, false, true)]
    [InlineData(0.999, false, false)]
    [InlineData(2_958_465.999, false, true)]
    [InlineData(2_958_466, false, false)]
    [InlineData(0, true, true)]
    [InlineData(-0.001, true, false)]
    [InlineData(60, true, true)]
    [InlineData(2_957_003.999, true, true)]
    [InlineData(2_957_004, true, false)]
    public void Serial_EndsWithTheCalendar(double serial, bool date1904, bool isRead) => Assert.Equal(isRead, ThaiDateReader.FromExcelSerial(serial, date1904).Value is not null);

    [Theory]
    [InlineData("๑–๓ พ.ค. ๖๗", "2024-05-01", "2024-05-03")]
    [InlineData("1 ~ 3 พ.ค. 67", "2024-05-01", "2024-05-03")]
    [InlineData("วันที่ ๑ ถึงวันที่ ๓ พฤษภาคม ๒๕๖๗", "2024-05-01", "2024-05-03")]
    [InlineData("ระหว่างวันที่ ๓๐ - ๓๑ พ.ค. ๖๗", "2024-05-30", "2024-05-31")]
    [InlineData("ตั้งแต่ ๑ ถึง ๓ พ.ค. ๖๗", "2024-05-01", "2024-05-03")]
    [InlineData("ตั้งแต่วันที่ 1 - 3/5/2567", "2024-05-01", "2024-05-03")]
    [InlineData("๓๐ เม.ย. ถึง ๒ พ.ค. ๖๗", "2024-04-30", "2024-05-02")]
    [InlineData("30/4 - 2/5/2567", "2024-04-30", "2024-05-02")]
    [InlineData("๓๐ ธ.ค. ๖๖ – ๒ ม.ค. ๖๗", "2023-12-30", "2024-01-02")]
    [InlineData("1-5-67 ถึง 3-5-67", "2024-05-01", "2024-05-03")]
    [InlineData("๓–๓ พ.ค. ๖๗", null, null)]
    [InlineData("๔–๓ พ.ค. ๖๗", null, null)]
    [InlineData("๐–๓ พ.ค. ๖๗", null, null)]
    [InlineData("๓๑–๓๐ เม.ย. ๖๗", null, null)]
    [InlineData("๓๑–๓๒ พ.ค. ๖๗", null, null)]
    [InlineData("ก–๓ พ.ค. ๖๗", null, null)]
    [InlineData("๑–๓ พ.ค.", null, null)]
    [InlineData("๓ พ.ค. ๖๗", null, null)]
    [InlineData("", null, null)]
    public void Range_IsReadFromItsFirstDayToItsLast(string text, string? first, string? last) =>
        Assert.Equal(first is null ? null : (Day(first)!.Value, Day(last)!.Value), ThaiDateRange.Read(text));

    [Theory]
    [InlineData(120, true)]
    [InlineData(121, false)]
    public void Range_IsReadUpTo120Characters(int length, bool isRead) => Assert.Equal(isRead, ThaiDateRange.Read("1-3/5/2567".PadLeft(length)) is not null);
}
