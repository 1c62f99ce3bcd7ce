namespace Kalasin.EndToEnd.Tests.Journey;

/// <summary>Reminders: on working days only, to units with something missing alone, each naming just that.</summary>
internal static class Reminders
{
    public const string Before = "แจ้งเตือนการส่งรายงาน ภายในวันที่ ";

    private const string Head = "รายการที่ยังไม่ได้รับ มีดังนี้";

    /// <summary>On a morning, every unit that is named gets one more mail that names what is owed, and nobody else does.</summary>
    /// <param name="season">The season.</param>
    /// <param name="day">On which day.</param>
    /// <param name="subject">How their subjects begin.</param>
    /// <param name="owed">By unit, the lines of its mail.</param>
    public static async Task ComeAsync(Season season, DateOnly day, string subject, IReadOnlyDictionary<string, string[]> owed)
    {
        var before = Count(season);
        await season.TickAsync(day, new(8, 20)); // not before the office opens
        Assert.Equal(before, Count(season));
        await season.TickAsync(day, new(8, 35));
        foreach (var (unit, lines) in owed)
        {
            var mail = (await season.Mail.WaitAsync(Season.BoxOf(unit), before[unit] + 1))[^1].Read();
            Assert.StartsWith(subject, mail.Subject, StringComparison.Ordinal);
            Assert.Equal(lines, OwedIn(mail.TextBody!));
        }
        await season.TickAsync();
        var after = Count(season);
        Assert.Equal(owed.Keys.Order(StringComparer.Ordinal), Season.Units.Where(u => after[u] > before[u]).Order(StringComparer.Ordinal));
        Assert.All(Season.Units, u => Assert.InRange(after[u] - before[u], 0, 1));
    }

    public static async Task NoneComesAsync(Season season, DateOnly day)
    {
        var before = Count(season);
        await season.TickAsync(day, new(8, 35));
        Assert.Equal(before, Count(season));
    }

    public static string Copies(string indicators) => $"๒. สำเนารายงานตัวชี้วัดที่ {indicators} เป็นไฟล์ Word, ไฟล์ PDF ที่ลงนามแล้ว และเอกสารกระดาษ";

    public static string Corrections(string indicators) => $"๑. การแก้ไขรายงานตัวชี้วัดที่ {indicators}";

    public static string Returns(string indicators) => $"๑. รายงานตัวชี้วัดที่ {indicators}";

    private static string[] OwedIn(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').SkipWhile(l => l != Head).Skip(1).TakeWhile(l => l.Length > 0 && char.IsDigit(l[0]))];

    private static Dictionary<string, int> Count(Season season) => Season.Units.ToDictionary(u => u, u => season.Mail.Lying(Season.BoxOf(u)), StringComparer.Ordinal);
}
