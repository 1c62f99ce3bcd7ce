using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Mail;
using Kalasin.Functions.Mail.Incoming;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Tests;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Ticks;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Kalasin.EndToEnd.Tests.Mail;

/// <summary>A round between real mail servers: what it sends arrives, what officers send is taken in and answered once.</summary>
public sealed class MailServersTests
{
    private const string Round = "46-dla-2567";
    private const string Office = "kalasinlocal2022@gmail.com";
    private const string Unit = "unit@kalasin.test";

    private readonly MovedClock _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_ArrivesWithTheVeryBytes()
    {
        await using var servers = await MailServers.StartAsync(Office, Unit);
        using var transport = new SmtpTransport(servers.SettingsOf(Office).Smtp!, TimeProvider.System);
        var attachment = new byte[3_000_000];
        new Random(1).NextBytes(attachment);
        var eml = Eml.Of(
            new("สำนักงาน", Office), new("อำเภอ", Unit), "นำส่งรายงาน", "..\r\n.\r\nFrom here\r\n", "1@gmail.com", _clock.GetUtcNow(),
            [new("รายงาน ๑.xlsx", "application/octet-stream", attachment)]);
        for (var i = 0; i < 2; i++) await transport.SendAsync("x", eml, Token);
        await transport.RestAsync();
        Assert.All(await servers.WaitAsync(Unit, 2), message =>
            Assert.EndsWith(Encoding.ASCII.GetString(eml), Encoding.ASCII.GetString(message.Bytes), StringComparison.Ordinal));
    }

    [Fact]
    public async Task OfficersForm_IsTakenIn_AnsweredOnce_AndMoved()
    {
        await using var servers = await MailServers.StartAsync(Office, Unit);
        await using var service = await OpenAsync(servers);
        var (form, words) = (Form("4602", Unit), Words(Unit));
        await servers.SendAsync(form);
        await servers.SendAsync(words);
        await servers.WaitAsync(Office, 2);
        for (var i = 0; i < 3; i++) await TickAsync(service);

        using var answer = Assert.Single(await servers.WaitAsync(Unit, 1)).Read();
        Assert.Equal((form.MessageId, "auto-replied"), (answer.InReplyTo, answer.Headers["Auto-Submitted"]));
        var left = Assert.Single(await servers.MessagesAsync(Office));
        Assert.Equal((words.MessageId, false), (left.Read().MessageId, left.IsSeen));
        var moved = Assert.Single(await servers.MessagesAsync(Office, Mailbox.Mark));
        Assert.Equal((form.MessageId, true), (moved.Read().MessageId, moved.IsSeen));

        var state = await StateAsync(service);
        Assert.Equal(("4602", DeliveryChannel.Mail), (Assert.Single(state.Deliveries).Unit.Value, state.Deliveries[0].Channel));
        Assert.NotNull(Assert.Single(state.Mails.Values).SentAt);
        Assert.DoesNotContain(await HealthAsync(service), code => code.StartsWith("KAL76", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ServersStopped_AreToldOf_AndStartedAgain_NothingIsLostOrDoubled()
    {
        await using var servers = await MailServers.StartAsync(Office, Unit);
        await using var service = await OpenAsync(servers);
        await servers.SendAsync(Form("4602", Unit));
        await servers.WaitAsync(Office, 1);
        await service.Services.GetRequiredService<Mailbox>().LookAsync(Token); // the answer waits in the log
        await servers.StopAsync();
        await Assert.ThrowsAnyAsync<IOException>(() => TickAsync(service));
        Assert.Superset(new HashSet<string> { "KAL7602", "KAL7662" }, (await HealthAsync(service)).ToHashSet());
        Assert.Null(Assert.Single((await StateAsync(service)).Mails.Values).SentAt);

        await servers.StartAsync();
        _clock.Advance(TimeSpan.FromMinutes(6)); // its lease
        for (var i = 0; i < 2; i++) await TickAsync(service);
        Assert.Single(await servers.WaitAsync(Unit, 1));
        Assert.Empty((await HealthAsync(service)).Intersect(["KAL7602", "KAL7662"]));
        Assert.Single((await StateAsync(service)).Deliveries);
    }

    [Fact]
    public async Task WrongPassword_IsToldOf_AndNotTriedAgainAtOnce()
    {
        await using var servers = await MailServers.StartAsync(Office);
        var settings = servers.SettingsOf(Office);
        await using var service = await OpenAsync(settings with { Imap = settings.Imap! with { Password = "wrong" } });
        await TickAsync(service);
        Assert.Contains("KAL7663", await HealthAsync(service));
        Assert.False(service.Services.GetRequiredService<MailboxWatch>().IsReady);
        _clock.Advance(TimeSpan.FromMinutes(16));
        Assert.True(service.Services.GetRequiredService<MailboxWatch>().IsReady);
    }

    /// <summary>By a name that settings would not write so the server is another machine, which has to encrypt.</summary>
    [Theory]
    [InlineData("LOCALHOST", "", "KAL7664", "เชื่อมต่อกล่องอีเมลแบบเข้ารหัสที่เชื่อถือได้ไม่ได้ โปรดใช้ imaps:// และตรวจชื่อกับใบรับรองของเซิร์ฟเวอร์ ใบรับรองที่สำนักงานออกเองต้องให้เครื่องนี้เชื่อถือก่อน",
        "The connection to the mailbox is not encrypted or not trusted. Use imaps://, and check the server's name and certificate; one that the office made itself has to be trusted by this machine.")]
    [InlineData("127.0.0.1", "no such folder", "KAL7665", "กล่องอีเมลไม่มีโฟลเดอร์ที่ระบุใน KALASIN_IMAP โปรดตรวจชื่อโฟลเดอร์", "The mailbox has no folder as KALASIN_IMAP names it. Check the folder's name.")]
    public async Task MailboxThatCantBeOpened_IsToldWithWhatToDo(string host, string folder, string code, string thai, string english)
    {
        await using var servers = await MailServers.StartAsync(Office);
        var settings = servers.SettingsOf(Office);
        await using var service = await OpenAsync(settings with { Imap = settings.Imap! with { Server = settings.Imap.Server with { Host = host, Folder = folder } } });
        await TickAsync(service);
        var health = await RunningService.JsonAsync(await service.Client.GetAsync(new Uri("/api/health", UriKind.Relative), Token), System.Net.HttpStatusCode.OK);
        ToldAnswer.Is(Assert.Single(health.GetProperty("findings").EnumerateArray(), f => f.GetProperty("code").GetString() == code), code, "", thai, english);
    }

    [Fact]
    public async Task AnswerToNobody_ComesBack_AndIsTiedToItsMail()
    {
        await using var servers = await MailServers.StartAsync(Office, Unit);
        await using var service = await OpenAsync(servers);
        await servers.SendAsync(Form("4602", "nobody@kalasin.test"));
        await servers.WaitAsync(Office, 1);
        await TickAsync(service); // taken in, answered, sent
        await servers.WaitAsync(Office, 1); // the bounce
        await TickAsync(service);
        var bounce = Assert.Single((await StateAsync(service)).Mails.Values).Bounce!;
        Assert.Equal((true, "5.1.1"), (bounce.Permanent, bounce.Smtp?.Value));
        Assert.Empty(await servers.MessagesAsync(Office));
        Assert.Equal(2, (await servers.MessagesAsync(Office, Mailbox.Mark)).Count);
    }

    /// <summary>Two instances of one installation that look into the mailbox at the same moment.</summary>
    [Fact]
    public async Task TwoReaders_TakeInAndAnswerEachMessageOnce()
    {
        const int Forms = 4;
        var units = Enumerable.Range(1, Forms).Select(n => $"unit{n}@kalasin.test").ToArray();
        await using var servers = await MailServers.StartAsync([Office, .. units]);
        await using var service = await OpenAsync(servers);
        await using var other = await RunningService.StartAsync(
            settings => settings with { Mail = servers.SettingsOf(Office), DataFolder = service.DataFolder }, build: builder => builder.Services.AddSingleton<TimeProvider>(_clock));
        foreach (var unit in units) await servers.SendAsync(Form("4602", unit));
        await servers.WaitAsync(Office, Forms);
        for (var i = 0; i < 3; i++)
        {
            await Task.WhenAll(((RunningService[])[service, other]).Select(s => Task.Run(() => s.Services.GetRequiredService<Mailbox>().LookAsync(Token), Token)));
            await Task.WhenAll(((RunningService[])[service, other]).Select(s => Task.Run(() => TickAsync(s), Token)));
        }
        foreach (var unit in units) Assert.Single(await servers.WaitAsync(unit, 1));
        Assert.Empty(await servers.MessagesAsync(Office));
        // A server may copy a message twice that two readers move at the same moment; it is the same message.
        Assert.Equal(Forms, (await servers.MessagesAsync(Office, Mailbox.Mark)).Select(m => m.Read().MessageId).Distinct(StringComparer.Ordinal).Count());
        var state = await StateAsync(service);
        Assert.Equal((Forms, Forms, Forms), (state.Deliveries.Count, state.Messages.Count, state.Mails.Count));
        foreach (var reader in (RunningService[])[service, other]) Assert.Empty((await HealthAsync(reader)).Intersect(["KAL7662", "KAL7667"]));
    }

    [Fact]
    public async Task RobotThatAnswersEverythingAndHidesIt_EndsInSilence()
    {
        await using var servers = await MailServers.StartAsync(Office, Unit);
        await using var service = await OpenAsync(servers);
        await servers.SendAsync(Form("4602", Unit));
        var (seen, sent, quiet) = (0, 1, 0);
        while (quiet < 3)
        {
            Assert.InRange(sent, 0, 20);
            if (quiet == 0) await servers.WaitAsync(Office, 1);
            await TickAsync(service);
            await Task.Delay(500, Token);
            var answers = await servers.MessagesAsync(Unit);
            quiet = answers.Count == seen ? quiet + 1 : 0;
            foreach (var answer in answers.Skip(seen))
            {
                using var read = answer.Read();
                var reply = Form("4602", Unit);
                reply.InReplyTo = read.MessageId;
                reply.Subject = $"Re: {read.Subject}";
                await servers.SendAsync(reply);
                sent++;
            }
            seen = answers.Count;
            _clock.Advance(TimeSpan.FromMinutes(6));
        }
        Assert.Equal(AnswerPace.MostInOneExchange, seen);
        Assert.Equal(sent, (await StateAsync(service)).Deliveries.Count);
    }

    private Task<RunningService> OpenAsync(MailServers servers) => OpenAsync(servers.SettingsOf(Office));

    private async Task<RunningService> OpenAsync(MailSettings mail)
    {
        var service = await RunningService.StartAsync(
            settings => settings with { Mail = mail }, build: builder => builder.Services.AddSingleton<TimeProvider>(_clock));
        await service.Services.GetRequiredService<RoundService>().OpenAsync(RoundId.Parse(Round), Actor.Local, Token);
        return service;
    }

    private static Task<IReadOnlyList<DoneStep>> TickAsync(RunningService service) => service.Services.GetRequiredService<Upkeep>().RunAsync(Token);

    private static Task<RoundState> StateAsync(RunningService service) => service.Services.GetRequiredService<RoundLog>().LoadAsync(RoundId.Parse(Round), Token);

    private static async Task<IReadOnlyList<string>> HealthAsync(RunningService service)
    {
        var health = await RunningService.JsonAsync(await service.Client.GetAsync(new Uri("/api/health", UriKind.Relative), Token), System.Net.HttpStatusCode.OK);
        return [.. health.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()!)];
    }

    private static MimeMessage Form(string unit, string from)
    {
        var (name, bytes) = SampleFiles.WorkbookOf(unit);
        var message = Words(from);
        message.Body = new Multipart("mixed")
        {
            message.Body!, new MimePart("application", "octet-stream") { Content = new MimeContent(new MemoryStream(bytes)), FileName = name, ContentTransferEncoding = ContentEncoding.Base64 },
        };
        return message;
    }

    private static MimeMessage Words(string from)
    {
        var message = new MimeMessage { Subject = "ส่งแบบรายงาน", Body = new TextPart("plain") { Text = "เรียน ผู้ประสานงาน" }, MessageId = $"{Guid.NewGuid():n}@kalasin.test" };
        message.From.Add(new MailboxAddress("เจ้าหน้าที่", from));
        message.To.Add(new MailboxAddress("", Office));
        return message;
    }

    /// <summary>Runs on from before the deadline, and is moved ahead; the servers go by the machine's.</summary>
    private sealed class MovedClock : TimeProvider
    {
        private static readonly DateTimeOffset Start = new(2024, 5, 10, 3, 0, 0, TimeSpan.Zero);

        private readonly long _started = System.GetTimestamp();
        private TimeSpan _ahead;

        public override DateTimeOffset GetUtcNow() => Start + System.GetElapsedTime(_started) + _ahead;

        public void Advance(TimeSpan time) => _ahead += time;
    }
}
