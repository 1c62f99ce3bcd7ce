namespace Kalasin.Evaluation.Tests.Thai;

public sealed class BangkokTimeTests
{
    private static readonly DateTimeOffset LateEveningInLondon = new(2024, 5, 15, 18, 30, 59, TimeSpan.FromHours(1));

    [Fact]
    public void Date_AfterMidnightInBangkok_IsTheNextDay()
    {
        Assert.Equal(new DateOnly(2024, 5, 16), BangkokTime.Date(LateEveningInLondon));
        Assert.Equal(new DateTimeOffset(2024, 5, 16, 0, 30, 59, TimeSpan.FromHours(7)), BangkokTime.ToBangkok(LateEveningInLondon));
        Assert.Equal(TimeSpan.FromHours(7), BangkokTime.ToBangkok(LateEveningInLondon).Offset);
    }

    [Fact]
    public void Time_IsWrittenWithAFullStop()
    {
        Assert.Equal("๐๐.๓๐ น.", BangkokTime.Time(LateEveningInLondon));
        Assert.Equal("๑๐.๐๐ น.", BangkokTime.Time(new TimeOnly(10, 0)));
        Assert.Equal(new BilingualText("๑๖ พฤษภาคม ๒๕๖๗ เวลา ๐๐.๓๐ น.", "16 May 2024 at 00:30"), BangkokTime.DateAndTime(LateEveningInLondon));
    }

    [Fact]
    public void At_IsTheInverseOfDateAndTimeOfDay()
    {
        var moment = BangkokTime.At(new DateOnly(2024, 5, 15), new TimeOnly(16, 30));
        Assert.Equal(new DateTimeOffset(2024, 5, 15, 9, 30, 0, TimeSpan.Zero), moment);
        Assert.Equal(new DateOnly(2024, 5, 15), BangkokTime.Date(moment));
        Assert.Equal(new TimeOnly(16, 30), BangkokTime.TimeOfDay(moment));
    }
}
