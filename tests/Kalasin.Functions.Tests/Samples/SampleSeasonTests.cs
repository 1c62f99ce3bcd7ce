using System.Net;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Samples;

/// <summary>The season that the sample round shows: mails at their times, one that came back, a report that waits for its signature.</summary>
[Collection<PlayedSample>]
public sealed class SampleSeasonTests(PlayedSample sample)
{
    private readonly RunningService service = sample.Service;
    private readonly SampleSeason season = sample.Script.Season!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Entries_FollowEachOtherInTime_FromTheOpeningToTheClock()
    {
        var log = service.Services.GetRequiredService<RoundLog>();
        var round = (await log.FindAsync(sample.Script.Round, Token))!;
        var times = new List<DateTimeOffset>();
        await foreach (var (_, entry) in log.EntriesAsync(round, 0, Token)) times.Add(entry.At);
        Assert.Equal(times.Order(), times);
        Assert.InRange(times[0], season.Opened, season.Opened.AddMinutes(1));
        Assert.InRange(times[^1], sample.Script.Clock, sample.Script.Clock.AddMinutes(5));
    }

    [Fact]
    public async Task Addresses_LeadNowhere_AndEachIsOfItsUnit()
    {
        var plan = (await RoundAsync()).Rules.Plan;
        Assert.All(plan.Units, unit => Assert.EndsWith("@kalasin.example", unit.Email, StringComparison.Ordinal));
        Assert.Equal(plan.Units.Length, plan.Units.Select(u => u.Email).Distinct().Count());
        Assert.Equal("tha-khantho@kalasin.example", plan.Find(UnitCode.Parse("4611"))!.Email);
        Assert.Equal("personnel@kalasin.example", plan.Find(UnitCode.Parse("PER"))!.Email);
        Assert.Equal("khong-chai@kalasin.example", plan.Find(UnitCode.Parse("4618"))!.Email);
        Assert.All(plan.Signatories, signatory => Assert.Contains("ตัวอย่าง", signatory.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Forms_AreReleasedWithALinkForEachUnit()
    {
        var state = (await RoundAsync()).State;
        var batch = Assert.Single(state.Batches.Values);
        Assert.Equal(MailPurpose.Forms, batch.Purpose);
        Assert.NotNull(batch.Released);
        var forms = state.Mails.Values.Where(m => m.Purpose == MailPurpose.Forms).ToList();
        Assert.Equal(24, forms.Count);
        Assert.All(forms, mail => Assert.NotNull(mail.Link));
    }

    [Theory]
    [InlineData(7, "2024-05-02", 24)]
    [InlineData(3, "2024-05-09", 20)]
    [InlineData(1, "2024-05-14", 13)]
    public async Task Reminders_GoInTheMorningOfTheirDay_ToUnitsThatOweSomething(int daysBefore, string day, int expected)
    {
        var state = (await RoundAsync()).State;
        var reminders = state.Mails.Values.Where(m => m.Id.Value.StartsWith($"remind-{daysBefore}-", StringComparison.Ordinal)).ToList();
        Assert.Equal(expected, reminders.Count);
        var morning = new DateTimeOffset(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture).AddHours(8.5), TimeSpan.FromHours(7));
        Assert.All(reminders, mail => Assert.InRange(mail.SentAt!.Value, morning, morning.AddMinutes(5)));
        Assert.All(reminders, mail => Assert.DoesNotContain(
            state.Deliveries, delivery => delivery.Unit == mail.Unit && delivery.ReceivedAt < mail.QueuedAt));
    }

    [Fact]
    public async Task OneReminderCameBack_AndThePageOfMailsSaysSo()
    {
        var round = await RoundAsync();
        var bounced = Assert.Single(round.State.Mails.Values, m => m.Bounce is not null);
        Assert.Equal((MailPurpose.Reminder, season.Bounce.Unit, "5.2.2"), (bounced.Purpose, bounced.Unit!.Value.Value, bounced.Bounce!.Smtp!.Value.Value));
        Assert.Equal("remind-1-4611-2024-05-15-1", bounced.Id.Value);
        var message = Assert.Single(round.State.Messages.Values);
        Assert.Equal(MessageKind.Bounce, message.Kind);
        using var page = await service.Client.GetAsync(new Uri($"/app/rounds/{round.Id}/mails", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("ส่งไม่ถึง", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outbox_HoldsEveryMail_InTheSamplesOwnFolder()
    {
        var state = (await RoundAsync()).State;
        Assert.All(state.Mails.Values, mail => Assert.NotNull(mail.SentAt));
        var files = Directory.EnumerateFiles(Path.Combine(service.DataFolder, "outbox"), "*.eml").Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(state.Mails.Keys.Select(id => $"{sample.Script.Round}-{id}").Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Report_WaitsForTheHead_WithItsMemo()
    {
        var round = await RoundAsync();
        var approval = round.State.ApprovalUnder(round.Rules);
        Assert.Equal((ApprovalStage.Requested, true), (approval.Stage, approval.Since!.IsNone));
        Assert.Contains(round.State.Mails.Values, m => m.Purpose == MailPurpose.SignatureRequest);
        using var memo = await service.Client.GetAsync(new Uri($"/api/rounds/{round.Id}/papers/memo-to-head", UriKind.Relative), Token);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (memo.StatusCode, memo.Content.Headers.ContentType?.MediaType));
    }

    private async Task<OpenedRound> RoundAsync() => (await service.Services.GetRequiredService<RoundLog>().FindAsync(sample.Script.Round, Token))!;
}
