namespace Kalasin.Evaluation.Tests.Thai;

public sealed class ThaiDateTests
{
    private static readonly DateOnly InternalDeadline = new(2024, 5, 15);
    private static readonly DateOnly FinalDeadline = new(2024, 5, 31);

    [Fact]
    public void Forms_AreThoseOfOfficialDocuments()
    {
        Assert.Equal("๑๕ พฤษภาคม ๒๕๖๗", ThaiDate.Long(InternalDeadline));
        Assert.Equal("๑๕ พ.ค. ๖๗", ThaiDate.Short(InternalDeadline));
        Assert.Equal("วันศุกร์ที่ ๓๑ พฤษภาคม ๒๕๖๗", ThaiDate.WithWeekday(FinalDeadline));
        Assert.Equal("พฤษภาคม ๒๕๖๗", ThaiDate.MonthAndYear(FinalDeadline));
    }

    [Fact]
    public void Short_YearBelowTen_KeepsTwoDigits() => Assert.Equal("๑ ม.ค. ๐๕", ThaiDate.Short(new DateOnly(1962, 1, 1)));

    [Fact]
    public void Bilingual_HasEnglishInTheCommonEra()
    {
        Assert.Equal(new BilingualText("๑๕ พฤษภาคม ๒๕๖๗", "15 May 2024"), ThaiDate.Bilingual(InternalDeadline));
        Assert.Equal(new BilingualText("๑๕ พ.ค. ๖๗", "15 May 2024"), ThaiDate.BilingualShort(InternalDeadline));
        Assert.Equal(new BilingualText("วันศุกร์ที่ ๓๑ พฤษภาคม ๒๕๖๗", "Friday 31 May 2024"), ThaiDate.BilingualWithWeekday(FinalDeadline));
    }
}
