using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Mail;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Kalasin.Functions.Tests.Mail;

/// <summary>What closing the internal deadline tells the coordinator, on its way from the log to the pick-up folder.</summary>
public sealed class OutboxTests
{
    private const string Round = "46-dla-2567";
    private const string File = Round + "-tell-closed-1.eml";

    private readonly FakeTimeProvider clock = new(new(2024, 5, 10, 10, 0, 0, TimeSpan.FromHours(7)));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Closing_PutsOneMailOut_WithWhatIsInAndWhatIsMissing()
    {
        await using var service = await OpenAsync();
        for (var tick = 0; tick < 3; tick++) await TickAsync(service);
        var path = Path.Combine(service.DataFolder, "outbox", File);
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
        using var mail = await MimeMessage.LoadAsync(path, Token);
        Assert.Equal(mail.From.Mailboxes.Single().Address, mail.To.Mailboxes.Single().Address);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Equal("kalasinlocal2022@gmail.com", mail.To.Mailboxes.Single().Address);
        Assert.Equal($"ปิดรับรายงานภายในจังหวัด {Round}: ได้รับ ๔ จาก ๙๐ รายการ", mail.Subject);
        Assert.Contains("ท้องถิ่นอำเภอกมลาไสย ตัวชี้วัดที่ ๓, ๔, ๘ และ ๙", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("ท้องถิ่นอำเภอนามน", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal((0, ""), await HealthAsync(service));

        var events = await EventsAsync(service);
        Assert.Equal(["InternalDeadlineClosed", "StepCompleted", "MailQueued", "StepCompleted", "ReportCompiled",
            "ReportCompiled", "StepCompleted", "MailAttempted", "MailSent"], events.Skip(2));
        var state = await RoundInvariants.CheckAsync(service.Storage, Round, Token);
        Assert.Empty(state.Outbox);
    }

    [Fact]
    public async Task Folder_ThatCantBeWritten_HoldsNothingElseUp_AndTheSameMailGoesOutLater()
    {
        await using var service = await OpenAsync();
        var outbox = Path.Combine(service.DataFolder, "outbox");
        await System.IO.File.WriteAllTextAsync(outbox, "in the way", Token);
        await Assert.ThrowsAnyAsync<IOException>(() => TickAsync(service));
        Assert.Equal(2, (await StateAsync(service)).Reports.Count);
        Assert.Equal((1, "KAL7602"), await HealthAsync(service));
        await TickAsync(service); // the lease is not over: nobody tries

        System.IO.File.Delete(outbox);
        var queued = Assert.Single((await StateAsync(service)).Outbox);
        clock.Advance(TimeSpan.FromMinutes(6));
        await TickAsync(service);
        Assert.Equal(queued.Eml, Kalasin.Evaluation.ContentHash.Of(await System.IO.File.ReadAllBytesAsync(Path.Combine(outbox, File), Token)));
        Assert.Equal((0, ""), await HealthAsync(service));
        Assert.Equal(2, (await EventsAsync(service)).Count(e => e == "MailAttempted"));
    }

    [Fact]
    public async Task Process_ThatDiedWhileSending_IsFollowedByAnother_WithTheSameMessageId()
    {
        var sent = new List<string>();
        await using var service = await OpenAsync(builder => builder.Services.AddSingleton(new MailWay(new Transport(eml =>
        {
            sent.Add(MimeMessage.Load(new MemoryStream(eml)).MessageId!);
            if (sent.Count == 1) throw new OperationCanceledException("killed"); // handed over, and nobody left to say so
        }))));
        await Assert.ThrowsAnyAsync<Exception>(() => TickAsync(service));
        await TickAsync(service);
        Assert.Single(sent);
        clock.Advance(TimeSpan.FromMinutes(6));
        await TickAsync(service);
        await TickAsync(service);
        Assert.Equal(2, sent.Count);
        Assert.Single(sent.Distinct());
        Assert.EndsWith("@gmail.com", sent[0], StringComparison.Ordinal);
    }

    /// <summary>What the vault lost while it waited is told of as such, and not as a way out that fails.</summary>
    [Fact]
    public async Task MailThatWasLostWhileItWaited_IsSaid_WithWhatToDo()
    {
        await using var service = await OpenAsync();
        var outbox = Path.Combine(service.DataFolder, "outbox");
        await System.IO.File.WriteAllTextAsync(outbox, "in the way", Token);
        await Assert.ThrowsAnyAsync<IOException>(() => TickAsync(service));
        var waiting = Assert.Single((await StateAsync(service)).Outbox);
        Assert.True(await service.Storage.Vaults.Of(StreamId.Of("round", Round)).DeleteAsync(waiting.Eml, Token));
        clock.Advance(TimeSpan.FromMinutes(6));
        await Assert.ThrowsAsync<DamagedException>(() => TickAsync(service));
        var health = await RunningService.JsonAsync(await service.Client.GetAsync(new Uri("/api/health", UriKind.Relative), Token), System.Net.HttpStatusCode.OK);
        ToldAnswer.Is(
            Assert.Single(health.GetProperty("findings").EnumerateArray(), f => f.GetProperty("code").GetString() == "KAL7603"), "KAL7603", "",
            "เนื้อความอีเมลที่รอส่ง ๑ ฉบับสูญหายหรือถูกเปลี่ยนแปลง จึงส่งไม่ได้ โปรดตรวจทั้งหมดด้วย verify-log แล้วกู้คืนจากข้อมูลสำรอง",
            "1 waiting mail is lost or changed and can't be sent. Check everything with verify-log and restore from a backup.");
    }

    /// <summary>What the server refuses for good is not tried day after day; it is shown until somebody does something about it.</summary>
    [Fact]
    public async Task RefusedForGood_IsTriedOnce_AndSaid_UntilItIsSentOnceMore()
    {
        var (sent, refuses) = (0, true);
        await using var service = await OpenAsync(builder => builder.Services.AddSingleton(new MailWay(new Transport(_ =>
        {
            sent++;
            if (refuses) throw new MailNotTakenException(MailFindings.Refused);
        }))));
        using var recording = new Recording(service);
        await Assert.ThrowsAsync<MailNotTakenException>(() => TickAsync(service));
        clock.Advance(TimeSpan.FromHours(3));
        await TickAsync(service);
        Assert.Equal(1, sent);
        Assert.Equal((0, "KAL7604"), await HealthAsync(service));
        var state = await StateAsync(service);
        Assert.Equal(MailStage.Bounced, Assert.Single(state.Mails.Values).Stage(clock.GetUtcNow()));
        var status = await RunningService.JsonAsync(await service.Client.GetAsync(new Uri($"/api/rounds/{Round}", UriKind.Relative), Token), System.Net.HttpStatusCode.OK);
        Assert.Contains(status.GetProperty("mails").EnumerateArray(), f => f.GetProperty("code").GetString() == "KAL5408");

        refuses = false;
        using var again = await service.Client.PostAsync(new Uri($"/api/rounds/{Round}/mails/tell-closed-1/again", UriKind.Relative), null, Token);
        Assert.Equal(System.Net.HttpStatusCode.Created, again.StatusCode);
        await TickAsync(service);
        Assert.Equal(
            ["kalasin.mails kalasin.outcome=refused kalasin.purpose=closingNotice", "kalasin.mails kalasin.outcome=sent kalasin.purpose=closingNotice"],
            recording.Measured.Where(m => m.StartsWith("kalasin.mails", StringComparison.Ordinal)));
        Assert.Equal((2, 0, ""), (sent, (await HealthAsync(service)).Backlog, (await HealthAsync(service)).Codes));
    }

    [Fact]
    public async Task NoWayOut_MailsWaitInTheLog_AndHealthSaysSo()
    {
        await using var service = await OpenAsync(builder => builder.Services.AddSingleton(new MailWay(null)));
        for (var tick = 0; tick < 3; tick++) await TickAsync(service);
        Assert.Equal((1, "KAL7601"), await HealthAsync(service));
        Assert.DoesNotContain("MailAttempted", await EventsAsync(service));
        var due = await RunningService.JsonAsync(
            await service.Client.GetAsync(new Uri($"/api/rounds/{Round}", UriKind.Relative), Token), System.Net.HttpStatusCode.OK);
        Assert.Equal("sendMail", Assert.Single(due.GetProperty("due").EnumerateArray()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task FailingStep_KeepsNoOtherWaiting_AndIsTriedAgain()
    {
        var broken = true;
        await using var service = await OpenAsync(builder =>
        {
            builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(CloseWork)));
            builder.Services.AddSingleton<IStepWork>(services => new Breaking(services.GetRequiredService<RoundLog>(), () => broken));
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => TickAsync(service));
        var state = await StateAsync(service);
        Assert.Null(state.Closed);
        Assert.Equal(2, state.Reports.Count); // it stands behind the one that fails
        broken = false;
        await TickAsync(service);
        Assert.NotNull((await StateAsync(service)).Closed);
        Assert.True(System.IO.File.Exists(Path.Combine(service.DataFolder, "outbox", File)));
    }

    [Fact]
    public async Task EveryKindOfStep_HasOneWork()
    {
        await using var service = await RunningService.StartAsync();
        Assert.Equal(Enum.GetValues<StepKind>().Order(), service.Services.GetServices<IStepWork>().Select(w => w.Kind).Order());
    }

    /// <summary>A whole round's reminders in one tick, each with exactly what its unit owes.</summary>
    [Fact]
    public async Task Reminders_GoToTheUnitsThatOweSomething_InOneTick()
    {
        await using var service = await OpenAsync(now: new(2024, 5, 14, 2, 0, 0, TimeSpan.Zero));
        var log = service.Services.GetRequiredService<RoundLog>();
        var rules = (await log.FindAsync(Round, Token))!.Rules;
        var plan = rules.Plan with { Units = [.. rules.Plan.Units.Select(u => u with { Email = $"{u.Code.Value.ToLowerInvariant()}@kalasin.example.go.th" })] };
        await log.ReviseAsync(Kalasin.Evaluation.AwardRules.Of(rules.Framework, plan with { Revision = plan.Revision + 1 }).Value!, new("00", "addresses"), Actor.Local, Token);
        await TickAsync(service);
        await TickAsync(service);
        var mails = Directory.GetFiles(Path.Combine(service.DataFolder, "outbox")).Select(f => MimeMessage.Load(f, Token)).ToList();
        var all = plan.Units.Select(u => u.Email!).Where(address => !address.StartsWith("4602", StringComparison.Ordinal));
        Assert.Equal(all.Order(StringComparer.Ordinal), mails.Select(m => m.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal));
        var state = await RoundInvariants.CheckAsync(service.Storage, Round, Token);
        foreach (var mail in mails)
        {
            var journal = MessageIds.Find(state, mail.MessageId)!;
            Assert.Equal((MailPurpose.Reminder, mail.To.Mailboxes.Single().Address), (journal.Purpose, plan.Find(journal.Unit!.Value)!.Email));
            Assert.NotNull(journal.SentAt);
            Assert.Contains("ตัวชี้วัดที่ ", mail.TextBody, StringComparison.Ordinal);
        }
        var kamalasai = mails.Single(m => m.To.Mailboxes.Single().Address.StartsWith("4603", StringComparison.Ordinal));
        Assert.Contains("ตัวชี้วัดที่ ๓, ๔, ๘ และ ๙", kamalasai.TextBody, StringComparison.Ordinal);
        mails.ForEach(m => m.Dispose());
    }

    [Theory]
    [InlineData(null, null, false, "kalasin-data/outbox")]
    [InlineData("/srv/out", null, false, "/srv/out")]
    [InlineData(null, "stkalasin", false, null)]
    [InlineData("/srv/out", "stkalasin", false, "/srv/out")]
    [InlineData("/srv/out", null, true, "kalasin-data/outbox")]
    public void Settings_NameTheFolder_ButTheSampleKeepsToItsOwn(string? named, string? account, bool sample, string? expected)
    {
        var settings = Settings.Read(
            null, account is null ? "local" : "azure",
            name => name switch { "KALASIN_OUTBOX" => named, "KALASIN_STORAGE_ACCOUNT" => account, _ => null });
        Assert.Equal(expected, (sample ? settings with { Sample = new(Round, default, [], [], "4611") } : settings).PickupFolder);
    }

    /// <summary>A round with one unit's workbook in it; unless a moment is named, its deadline over.</summary>
    private async Task<RunningService> OpenAsync(Action<WebApplicationBuilder>? build = null, DateTimeOffset? now = null)
    {
        var service = await RunningService.StartAsync(build: builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
            build?.Invoke(builder);
        });
        await service.Services.GetRequiredService<RoundService>().OpenAsync(RoundId.Parse(Round), Actor.Local, Token);
        using var form = SampleFiles.Form(SampleFiles.WorkbookOf("4602"));
        using var sent = await service.Client.PostAsync(new Uri($"/api/rounds/{Round}/units/4602/deliveries", UriKind.Relative), form, Token);
        Assert.True(sent.IsSuccessStatusCode);
        clock.SetUtcNow(now ?? new(2024, 5, 16, 1, 0, 0, TimeSpan.Zero));
        return service;
    }

    private static Task<IReadOnlyList<Step>> TickAsync(RunningService service) =>
        service.Services.GetRequiredService<TickService>().RunAsync(RoundId.Parse(Round), Token);

    private static Task<RoundState> StateAsync(RunningService service) =>
        service.Services.GetRequiredService<RoundLog>().LoadAsync(RoundId.Parse(Round), Token);

    private static async Task<(int Backlog, string Codes)> HealthAsync(RunningService service)
    {
        var health = await RunningService.JsonAsync(
            await service.Client.GetAsync(new Uri("/api/health", UriKind.Relative), Token), System.Net.HttpStatusCode.OK);
        var asked = health.GetProperty("findings").EnumerateArray().Where((JsonElement f) => f.GetProperty("severity").GetString() != "information");
        return (health.GetProperty("mail").GetProperty("backlog").GetInt32(), string.Join(' ', asked.Select(f => f.GetProperty("code").GetString())));
    }

    private static async Task<List<string>> EventsAsync(RunningService service)
    {
        var events = new List<string>();
        await foreach (var stored in service.Storage.Log.ReadAsync(StreamId.Of("round", Round), 0, Token))
            events.Add(RoundEntry.FromBytes(stored.Bytes.Span).Event.GetType().Name);
        return events;
    }

    private sealed class Transport(Action<byte[]> send) : IMailTransport
    {
        public Task SendAsync(string name, ReadOnlyMemory<byte> eml, CancellationToken cancellationToken)
        {
            send(eml.ToArray());
            return Task.CompletedTask;
        }
    }

    /// <summary>Closing that fails as long as it is told to.</summary>
    private sealed class Breaking(RoundLog log, Func<bool> broken) : IStepWork
    {
        public StepKind Kind => StepKind.Close;

        public Task<bool> DoAsync(OpenedRound round, Step step, Actor by, CancellationToken cancellationToken) =>
            broken() ? throw new InvalidOperationException("broken") : new CloseWork(log).DoAsync(round, step, by, cancellationToken);
    }
}
