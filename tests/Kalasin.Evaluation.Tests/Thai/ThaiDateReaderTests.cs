using CsCheck;

namespace Kalasin.Evaluation.Tests.Thai;

public sealed class ThaiDateReaderTests
{
    private static readonly DateOnly Day = new(2024, 5, 15);

    [Theory]
    [InlineData("๑๕ พ.ค. ๖๗", YearForm.TwoDigitBuddhistEra)]
    [InlineData("15พค67", YearForm.TwoDigitBuddhistEra)]
    [InlineData("15/05/67", YearForm.TwoDigitBuddhistEra)]
    [InlineData("15-5-67", YearForm.TwoDigitBuddhistEra)]
    [InlineData("15.5.67", YearForm.TwoDigitBuddhistEra)]
    [InlineData("15-พ.ค.-67", YearForm.TwoDigitBuddhistEra)]
    [InlineData("๑๕ พฤษภาคม ๒๕๖๗", YearForm.BuddhistEra)]
    [InlineData("๑๕ พฤษภา ๒๕๖๗", YearForm.BuddhistEra)]
    [InlineData("๑๕ พ. ค. ๒๕๖๗", YearForm.BuddhistEra)]
    [InlineData("วันที่ ๑๕ พฤษภาคม พ.ศ. ๒๕๖๗", YearForm.BuddhistEra)]
    [InlineData("ลงวันที่๑๕พฤษภาคมพ.ศ.๒๕๖๗", YearForm.BuddhistEra)]
    [InlineData("ณ วันที่ ๑๕ เดือนพฤษภาคม พุทธศักราช ๒๕๖๗", YearForm.BuddhistEra)]
    [InlineData("15 พ.ค. พ.ศ. 2567", YearForm.BuddhistEra)]
    [InlineData("วันพุธที่ ๑๕ พฤษภาคม ๒๕๖๗", YearForm.BuddhistEra)]
    [InlineData("15/5/2567", YearForm.BuddhistEra)]
    [InlineData("๑๕/5/๒๕67", YearForm.BuddhistEra)]
    [InlineData("15.5.2567", YearForm.BuddhistEra)]
    [InlineData(" 15 / 5 / 2567 ", YearForm.BuddhistEra)]
    [InlineData("15\u00A0พฤษภาคม\u200B 2567", YearForm.BuddhistEra)]
    [InlineData("2567-05-15", YearForm.BuddhistEra)]
    [InlineData("2024-05-15", YearForm.CommonEra)]
    [InlineData("2024-05-15T00:00:00", YearForm.CommonEra)]
    [InlineData("15/5/2024 0:00:00", YearForm.CommonEra)]
    [InlineData("15/5/2567 10:30", YearForm.BuddhistEra)]
    [InlineData("๑๕ พ.ค. ๖๗ เวลา ๑๐.๓๐ น.", YearForm.TwoDigitBuddhistEra)]
    [InlineData("๑๕ พฤษภาคม ๒๕๖๗ เวลา ๐๙.๐๐–๑๒.๐๐ น.", YearForm.BuddhistEra)]
    [InlineData("15 พ.ค. 67, 09:15:30 น.", YearForm.TwoDigitBuddhistEra)]
    [InlineData("15 May 2024", YearForm.CommonEra)]
    [InlineData("15-MAY-2024", YearForm.CommonEra)]
    [InlineData("15 พ.ค. ค.ศ. 2024", YearForm.CommonEra)]
    public void Read_UsualForms_GiveTheDateAndTheEra(string text, YearForm year) =>
        Assert.Equal(new DateReading.Understood(Day, year), ThaiDateReader.Read(text));

    [Theory]
    [InlineData("", DateProblem.Empty)]
    [InlineData(" \u200B\u00A0", DateProblem.Empty)]
    [InlineData("-", DateProblem.NotADate)]
    [InlineData("ยังไม่แล้วเสร็จ", DateProblem.NotADate)]
    [InlineData("15", DateProblem.NotADate)]
    [InlineData("15/5.67", DateProblem.NotADate)]
    [InlineData("15 พฤศภาคม 2567", DateProblem.NotADate)]
    [InlineData("15/5/2567 25:30", DateProblem.NotADate)]
    [InlineData("15/5/2567 10.30", DateProblem.NotADate)]
    [InlineData("15/5/2567 ถึง 20/5/2567", DateProblem.NotADate)]
    [InlineData("15/5", DateProblem.YearMissing)]
    [InlineData("๑๕ พฤษภาคม", DateProblem.YearMissing)]
    [InlineData("15/5/7", DateProblem.YearUnclear)]
    [InlineData("15/5/567", DateProblem.YearUnclear)]
    [InlineData("15/5/2300", DateProblem.YearUnclear)]
    [InlineData("15/5/1867", DateProblem.YearUnclear)]
    [InlineData("15 พ.ค. พ.ศ. 2024", DateProblem.YearUnclear)]
    [InlineData("15 พ.ค. ค.ศ. 2567", DateProblem.YearUnclear)]
    [InlineData("15 พ.ค. ค.ศ. 24", DateProblem.YearUnclear)]
    [InlineData("๓๑/๒/๖๗", DateProblem.NotInCalendar)]
    [InlineData("29/2/2566", DateProblem.NotInCalendar)]
    [InlineData("5/15/2567", DateProblem.NotInCalendar)]
    [InlineData("0/5/2567", DateProblem.NotInCalendar)]
    [InlineData("2567-13-01", DateProblem.NotInCalendar)]
    [InlineData("วันศุกร์ที่ ๑๕ พฤษภาคม ๒๕๖๗", DateProblem.WeekdayDisagrees)]
    public void Read_OtherTexts_SayWhyNot(string text, DateProblem problem) =>
        Assert.Equal(new DateReading.NotUnderstood(problem), ThaiDateReader.Read(text));

    [Fact]
    public void Read_LeapDayOfABuddhistYear_GoesByTheCommonYear() =>
        Assert.Equal(new DateOnly(2024, 2, 29), ThaiDateReader.Read("29/2/2567").Value);

    [Fact]
    public void Read_DayBeforeMonth_Always() => Assert.Equal(new DateOnly(2024, 6, 5), ThaiDateReader.Read("๕/๖/๖๗").Value);

    [Fact]
    public void Read_YearOutOfRange_IsStillRead() => Assert.Equal(new DateOnly(2124, 5, 15), ThaiDateReader.Read("๑๕ พ.ค. ๒๖๖๗").Value);

    [Fact]
    public void Read_EveryMonthNameWrittenByThaiDate_RoundTrips() =>
        Gen.Int[new DateOnly(1957, 1, 1).DayNumber, new DateOnly(2056, 12, 31).DayNumber].Select(DateOnly.FromDayNumber).Sample(date =>
        {
            Assert.Equal(date, ThaiDateReader.Read(ThaiDate.Long(date)).Value);
            Assert.Equal(date, ThaiDateReader.Read(ThaiDate.Short(date)).Value);
            Assert.Equal(date, ThaiDateReader.Read(ThaiDate.WithWeekday(date)).Value);
            Assert.Equal(date, ThaiDateReader.Read(ThaiDate.Bilingual(date).English).Value);
        });

    [Fact]
    public void Read_AnyText_Answers() =>
        Gen.String[Gen.Char["15/-.๑๕ พคเดือนวันที่ศBE2567,T0:"], 0, 90].Sample(text => Assert.NotNull(ThaiDateReader.Read(text)));

    [Theory]
    [InlineData(1, false, "1900-01-01")]
    [InlineData(59, false, "1900-02-28")]
    [InlineData(61, false, "1900-03-01")]
    [InlineData(45427, false, "2024-05-15")]
    [InlineData(45427.99, false, "2024-05-15")]
    [InlineData(43965, true, "2024-05-15")]
    [InlineData(0, true, "1904-01-01")]
    public void FromExcelSerial_CountsLikeTheWorkbook(double serial, bool date1904, string expected) =>
        Assert.Equal(
            new DateReading.Understood(DateOnly.ParseExact(expected, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), YearForm.ExcelSerial),
            ThaiDateReader.FromExcelSerial(serial, date1904));

    [Fact]
    public void FromExcelSerial_BuddhistYearTyped_TakesOff543()
    {
        var typed = new DateOnly(2567, 5, 15).DayNumber - new DateOnly(1899, 12, 30).DayNumber;
        Assert.Equal(new DateReading.Understood(Day, YearForm.ExcelSerialBuddhistEra), ThaiDateReader.FromExcelSerial(typed, date1904: false));
        var leapDay = new DateOnly(2568, 2, 29).DayNumber - new DateOnly(1899, 12, 30).DayNumber;
        Assert.Equal(new DateReading.NotUnderstood(DateProblem.NotInCalendar), ThaiDateReader.FromExcelSerial(leapDay, date1904: false));
    }

    [Theory]
    [InlineData(60, DateProblem.NotInCalendar)]
    [InlineData(0.5, DateProblem.NotADate)]
    [InlineData(-1, DateProblem.NotADate)]
    [InlineData(2958466, DateProblem.NotADate)]
    [InlineData(1e300, DateProblem.NotADate)]
    [InlineData(double.NaN, DateProblem.NotADate)]
    [InlineData(150000, DateProblem.YearUnclear)]
    public void FromExcelSerial_NoDate_SaysWhyNot(double serial, DateProblem problem) =>
        Assert.Equal(new DateReading.NotUnderstood(problem), ThaiDateReader.FromExcelSerial(serial, date1904: false));
}
