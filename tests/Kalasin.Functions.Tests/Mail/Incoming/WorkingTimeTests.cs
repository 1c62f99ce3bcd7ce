using System.Globalization;
using Kalasin.Functions.Mail.Incoming;

namespace Kalasin.Functions.Tests.Mail.Incoming;

public sealed class WorkingTimeTests
{
    [Theory]
    [InlineData("2024-05-15T09:00", "2024-05-15T11:30", 150)]
    [InlineData("2024-05-15T07:00", "2024-05-15T09:00", 30)] // a Wednesday; the office opens at 08.30
    [InlineData("2024-05-15T16:00", "2024-05-16T09:00", 60)]
    [InlineData("2024-05-17T16:30", "2024-05-20T08:30", 0)] // a weekend
    [InlineData("2024-05-17T15:30", "2024-05-20T09:30", 120)]
    [InlineData("2024-05-21T16:30", "2024-05-23T08:30", 0)] // Visakha Bucha
    [InlineData("2024-05-15T09:00", "2024-05-15T08:00", 0)]
    public void Between_CountsOfficeHoursOfWorkingDays(string from, string to, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), WorkingTime.Between(At(from), At(to)));

    [Fact]
    public void Between_LongAgo_IsAtLeastHalfADay() => Assert.True(WorkingTime.Between(At("1990-01-01T00:00"), At("2024-05-15T09:00")) >= WorkingTime.HalfADay);

    private static DateTimeOffset At(string bangkok) => DateTimeOffset.Parse($"{bangkok}:00+07:00", CultureInfo.InvariantCulture);
}
