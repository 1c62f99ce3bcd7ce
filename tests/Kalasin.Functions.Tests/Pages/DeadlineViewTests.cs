using Kalasin.Functions.Pages;

namespace Kalasin.Functions.Tests.Pages;

public sealed class DeadlineViewTests
{
    [Theory]
    [InlineData("2024-05-01T00:00:00+07:00", "เหลือ ๑๔ วัน", "14 days left")]
    [InlineData("2024-05-14T23:59:59+07:00", "เหลือ ๑ วัน", "1 day left")]
    [InlineData("2024-05-14T17:00:00Z", "วันนี้เป็นวันสุดท้าย", "today is the last day")]
    [InlineData("2024-05-15T23:59:59+07:00", "วันนี้เป็นวันสุดท้าย", "today is the last day")]
    [InlineData("2024-05-15T17:00:00Z", "พ้นกำหนดแล้ว ๑ วัน", "1 day over")]
    [InlineData("2024-05-20T10:00:00+07:00", "พ้นกำหนดแล้ว ๕ วัน", "5 days over")]
    public void Words_CountCalendarDaysInBangkok(string now, string thai, string english)
    {
        var view = DeadlineView.Of("x", new(2024, 5, 15), DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((thai, english), (view.Words.Thai, view.Words.English));
        Assert.Equal(english.EndsWith("over", StringComparison.Ordinal), view.IsOver);
    }
}
