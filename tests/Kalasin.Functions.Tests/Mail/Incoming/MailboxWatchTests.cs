using System.Net;
using Kalasin.Functions.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kalasin.Functions.Tests.Mail.Incoming;

/// <summary>Whoever looks at the health of the service learns that nobody reads the mailbox.</summary>
public sealed class MailboxWatchTests
{
    [Fact]
    public async Task MailboxThatNobodyReads_IsSaid_WithSinceWhen()
    {
        var clock = new FakeTimeProvider(new(2024, 5, 10, 10, 0, 0, TimeSpan.FromHours(7)));
        var mailbox = new MailAccount(new("127.0.0.1", 1, false, "office@kalasin.test", ""), "secret");
        await using var service = await RunningService.StartAsync(
            settings => settings with { Mail = MailSettings.None with { Imap = mailbox } }, build: builder => builder.Services.AddSingleton<TimeProvider>(clock));
        Assert.DoesNotContain(await FindingsAsync(service), f => f.GetProperty("code").GetString() == "KAL7661");
        clock.Advance(TimeSpan.FromDays(4)); // over a weekend, into Tuesday's office hours
        ToldAnswer.Is(
            Assert.Single(await FindingsAsync(service), f => f.GetProperty("code").GetString() == "KAL7661"), "KAL7661", "",
            "ไม่ได้อ่านกล่องอีเมลตั้งแต่วันที่ ๑๐ พฤษภาคม ๒๕๖๗ เวลา ๑๐.๐๐ น. โปรดตรวจว่าโปรแกรมทำงานอยู่ และติดต่อเซิร์ฟเวอร์ใน KALASIN_IMAP ได้",
            "The mailbox was last read 10 May 2024 at 10:00. Check that the program runs and can reach the server of KALASIN_IMAP.");
    }

    private static async Task<System.Text.Json.JsonElement.ArrayEnumerator> FindingsAsync(RunningService service)
    {
        using var health = await service.Client.GetAsync(new Uri("/api/health", UriKind.Relative), TestContext.Current.CancellationToken);
        return (await RunningService.JsonAsync(health, HttpStatusCode.OK)).GetProperty("findings").EnumerateArray();
    }
}
