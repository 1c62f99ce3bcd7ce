using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Mail.Incoming;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Local;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Kalasin.Functions.Tests.Mail.Incoming;

/// <summary>Messages on their way from the mailbox into a round, without the mailbox.</summary>
public sealed class MessageIntakeTests : IAsyncLifetime
{
    private const string Round = "46-dla-2567";
    private const string Sender = "officer@kalasin.test";

    private readonly MovedClock _clock = new(new(2024, 5, 10, 10, 0, 0, TimeSpan.FromHours(7)));
    private readonly TemporaryFolder _folder = new();
    private FaultyStorage _storage = null!;
    private RunningService _service = null!;
    private int _messages;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _storage = new(new LocalStorage(new(Path.Combine(_folder.Path, "kalasin-data")), _clock));
        _service = await RunningService.StartAsync(build: builder => builder.Services.AddSingleton<TimeProvider>(_clock).AddSingleton<IStorage>(_storage));
        await _service.Services.GetRequiredService<RoundService>().OpenAsync(RoundId.Parse(Round), Actor.Local, Token);
        _clock.Advance(TimeSpan.FromHours(1));
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task FormFromAnybody_IsTakenInForTheUnitThatItNames_AndAnsweredOnce()
    {
        var form = Form("4602", subject: "ส่งแบบรายงาน");
        for (var i = 0; i < 3; i++) Assert.Equal(MessageStanding.Done, await TakeAsync(form));
        var state = await StateAsync();
        var delivery = Assert.Single(state.Deliveries);
        Assert.Equal(("4602", DeliveryChannel.Mail, Arrival), (delivery.Unit.Value, delivery.Channel, delivery.ReceivedAt));
        var taken = Assert.Single(state.Messages.Values);
        Assert.Equal((MessageKind.Delivery, delivery.Receipt), (taken.Kind, taken.Receipt));
        var answer = await AnswerAsync();
        Assert.Equal(Sender, answer.To.Mailboxes.Single().Address);
        Assert.Equal("auto-replied", answer.Headers["Auto-Submitted"]);
        Assert.Equal("form-1@kalasin.test", answer.InReplyTo);
        Assert.Contains("ใบตอบรับข้อมูล เลขที่ ๑", answer.Subject!, StringComparison.Ordinal);
        Assert.Empty(answer.Attachments);
    }

    [Fact]
    public async Task FormWithSomethingToCorrect_IsAnsweredWithTheSendersOwnWorkbookAndItsNotes()
    {
        Assert.Equal(MessageStanding.Done, await TakeAsync(Form("4603", subject: "ส่งแบบรายงาน")));
        var answer = await AnswerAsync();
        var attached = Assert.IsType<MimeKit.MimePart>(Assert.Single(answer.Attachments));
        Assert.EndsWith("-ข้อสังเกต.xlsx", attached.FileName, StringComparison.Ordinal);
        using var bytes = new MemoryStream();
        await attached.Content!.DecodeToAsync(bytes, Token);
        Assert.Contains(Kalasin.Evaluation.Tests.Remarks.NotedFile.Open(bytes.ToArray()).Notes, n => n is { Sheet: "ตัวชี้วัด 4", Cell: "B23" });
        Assert.Contains("แนบไฟล์ของท่านที่มีหมายเหตุ", answer.TextBody!, StringComparison.Ordinal);
    }

    /// <summary>A message just small enough to be read, with a file too large to be taken in: the others are, and the receipt names it.</summary>
    [Fact]
    public async Task FileThatIsTooLarge_IsNamed_AndTheOthersAreTakenIn()
    {
        var message = Form("4602", subject: "[4602]");
        var large = new MimePart("application", "octet-stream")
        {
            Content = new MimeContent(new MemoryStream(new byte[IntakeLimits.Default.FileBytes + 1])), FileName = "ภาพถ่าย.zip", ContentTransferEncoding = ContentEncoding.Binary,
        };
        Assert.IsType<Multipart>(message.Body).Add(large);
        Assert.Equal(MessageStanding.Done, await TakeAsync(message));
        Assert.Single(Assert.Single((await StateAsync()).Deliveries).Files);
        using var answer = await _service.Client.GetAsync(new Uri($"/api/rounds/{Round}/deliveries/1", UriKind.Relative), Token);
        var findings = (await RunningService.JsonAsync(answer, System.Net.HttpStatusCode.OK)).GetProperty("findings").EnumerateArray();
        ToldAnswer.Is(
            Assert.Single(findings, f => f.GetProperty("code").GetString() == "KAL7655"), "KAL7655", "ภาพถ่าย.zip",
            "ไฟล์แนบมีขนาดเกิน ๕๐ เมกะไบต์ จึงยังไม่ได้รับไว้ โปรดลดขนาดภาพในไฟล์ หรือส่งทางลิงก์ของหน่วยงาน",
            "A file is larger than 50 MB; it was not taken in. Reduce its pictures, or use your unit's link.");
    }

    [Theory]
    [InlineData("[4602]", "office@kalasin.test")]
    [InlineData("ส่งรายงาน [46-dla-2567/4602] ครับ", "office@kalasin.test")]
    [InlineData("x", "office+4602@kalasin.test")]
    [InlineData("x", "office+46-DLA-2567.4602@kalasin.test")]
    public async Task Tag_TellsTheUnit_AndWhatCantBeAcceptedIsAnsweredWithFindings(string subject, string to)
    {
        Assert.Equal(MessageStanding.Done, await TakeAsync(Message("tag", subject, ("x.xlsx", "no workbook"u8.ToArray()), to: to)));
        var state = await StateAsync();
        Assert.Empty(state.Deliveries);
        var mail = Assert.Single(state.Mails.Values);
        Assert.Equal((MailPurpose.Findings, "4602"), (mail.Purpose, mail.Unit?.Value));
        Assert.Contains("ยังไม่ได้รับไฟล์ไว้", (await AnswerAsync()).Subject!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DroppedMessage_IsOpened_AnsweredAtTheDrop_AndKnownAgainFromTheMailbox()
    {
        var form = Form("4602");
        var drop = Path.Combine(_folder.Path, "kalasin-data", "drop", Round, "4602", "จดหมาย.EML");
        Directory.CreateDirectory(Path.GetDirectoryName(drop)!);
        await System.IO.File.WriteAllBytesAsync(drop, Bytes(form), Token);
        for (var look = 0; look < 4 && System.IO.File.Exists(drop); look++)
        {
            await _service.Services.GetRequiredService<Functions.Drops.DropScan>().RunAsync(Token);
            _clock.Advance(TimeSpan.FromMinutes(1)); // until it lies still
        }
        Assert.False(System.IO.File.Exists(drop));
        Assert.True(System.IO.File.Exists(drop.Replace($"{Path.DirectorySeparatorChar}drop{Path.DirectorySeparatorChar}", "/answers/", StringComparison.Ordinal) + "/receipt-1.pdf"));
        Assert.Equal(MessageStanding.Done, await TakeAsync(form));
        var state = await StateAsync();
        Assert.Equal((1, 1, 0), (state.Deliveries.Count, state.Messages.Count, state.Mails.Count));
        Assert.Equal(DeliveryChannel.Mail, state.Deliveries[0].Channel);
    }

    [Fact]
    public async Task SendersAddress_TellsTheUnit_WhereNobodyElseHasIt()
    {
        var round = (await _service.Services.GetRequiredService<RoundLog>().FindAsync(Round, Token))!;
        Assert.Equal("4602", MessageDoor.Of(Read(Words()), [With(("4602", "Officer@kalasin.test"), ("4603", "other@kalasin.test"))])?.Unit?.Code.Value);
        var shared = MessageDoor.Of(Read(Words()), [With(("4602", Sender), ("4603", Sender))]);
        Assert.Equal((true, null), (shared is not null, shared?.Unit));
        Assert.Null(MessageDoor.Of(Read(Words()), [round]));

        OpenedRound With(params (string Unit, string Address)[] addresses) => round with
        {
            Revisions = [AwardRules.Of(round.Rules.Framework, round.Rules.Plan with { Units = [.. round.Rules.Plan.Units.Select(
                u => u with { Email = addresses.FirstOrDefault(a => a.Unit == u.Code.Value).Address })] }).Value!],
        };
        static MimeMessage Words() => Message("words", "สวัสดี");
        static IncomingMessage Read(MimeMessage message) => MessageReader.Read(Bytes(message), Token);
    }

    [Fact]
    public async Task FormOfAnotherUnit_IsNotFiledAtTheDoorThatTheMessageNames()
    {
        await TakeAsync(Form("4602", subject: "[4603]"));
        var state = await StateAsync();
        Assert.Empty(state.Deliveries);
        Assert.Equal(MailPurpose.Findings, Assert.Single(state.Mails.Values).Purpose);
    }

    [Fact]
    public async Task StrangerWithAWorkbook_IsAskedOnce_AndLeftToPeople()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(MessageStanding.ForPeople, await TakeAsync(Message($"stranger-{i}", "hello", ("x.xlsx", "no workbook"u8.ToArray()))));
            _clock.Advance(TimeSpan.FromHours(1));
        }
        var state = await StateAsync();
        Assert.Equal(3, state.Messages.Count);
        Assert.All(state.Messages.Values, taken => Assert.Equal(MessageKind.Unknown, taken.Kind));
        Assert.Null(Assert.Single(state.Mails.Values).Unit);
    }

    [Theory]
    [InlineData("words", null)]
    [InlineData("letter.pdf", null)]
    [InlineData("form", "Auto-Submitted: auto-generated")]
    [InlineData("form", "Return-Path: <>")]
    [InlineData("before", null)]
    public async Task WhatIsNothingOfOurs_IsLeftWhereItIs_AndNothingOfItIsKept(string what, string? header)
    {
        var message = what switch
        {
            "words" => Message("1", "สวัสดี"),
            "letter.pdf" => Message("1", "หนังสือ", ("letter.pdf", "%PDF-1.7"u8.ToArray())),
            _ => Form("4602"),
        };
        if (header?.Split(": ") is [var name, var value]) message.Headers.Add(name, value);
        var before = await StateAsync();
        var at = what == "before" ? Arrival.AddYears(-1) : Arrival;
        Assert.Equal(MessageStanding.ForPeople, await _service.Services.GetRequiredService<MessageIntake>().TakeInAsync(Bytes(message), at, true, Token));
        Assert.Equal(before.Sequence, (await StateAsync()).Sequence);
    }

    [Theory]
    [InlineData("ขอบคุณครับ", null, MessageStanding.ForPeople, "Reply")]
    [InlineData("ไม่อยู่", "Auto-Submitted: auto-replied", MessageStanding.ForPeople, "Automatic")]
    public async Task WordsOnOurMail_AreTiedToIt_AndChangeNothing(string subject, string? header, object standing, string kind)
    {
        await TakeAsync(Form("4602"));
        var ours = (await AnswerAsync()).MessageId!;
        var message = Message("reply", subject);
        message.InReplyTo = ours;
        if (header?.Split(": ") is [var name, var value]) message.Headers.Add(name, value);
        Assert.Equal((MessageStanding)standing, await TakeAsync(message));
        var state = await StateAsync();
        var taken = Assert.Single(state.Messages.Values, m => m.Kind.ToString() == kind);
        Assert.Equal(Assert.Single(state.Mails.Values).Id, taken.Mail);
        Assert.Equal("4602", taken.Unit?.Value);
    }

    [Fact]
    public async Task Bounce_IsTiedToItsMail_AndAForgedOneIsNot()
    {
        await TakeAsync(Form("4602"));
        var ours = (await AnswerAsync()).MessageId!;
        Assert.Equal(MessageStanding.ForPeople, await TakeAsync(Bounce("forged", ours.Replace(".answer-", ".answer-0", StringComparison.Ordinal))));
        Assert.Null(Assert.Single((await StateAsync()).Mails.Values).Bounce);
        Assert.Equal(MessageStanding.Done, await TakeAsync(Bounce("real", ours)));
        var bounce = Assert.Single((await StateAsync()).Mails.Values).Bounce!;
        Assert.Equal((true, "5.1.1"), (bounce.Permanent, bounce.Smtp?.Value));
    }

    [Fact]
    public async Task SecondMessageWithinMinutes_IsTakenInAtOnce_AndAnsweredLater()
    {
        await TakeAsync(Form("4602"));
        var second = Form("4603");
        Assert.Equal(MessageStanding.Later, await TakeAsync(second));
        var state = await StateAsync();
        Assert.Equal((2, 1), (state.Deliveries.Count, state.Mails.Count));
        _clock.Advance(AnswerPace.Between);
        Assert.Equal(MessageStanding.Done, await TakeAsync(second));
        state = await StateAsync();
        Assert.Equal((2, 2), (state.Deliveries.Count, state.Mails.Count));
    }

    [Theory]
    [InlineData(true, AnswerPace.MostInOneExchange)]
    [InlineData(false, AnswerPace.MostADay)]
    public async Task RobotThatAnswersEverythingWithAFile_EndsInSilence(bool threads, int most)
    {
        string? last = null;
        for (var i = 0; i < most + 5; i++)
        {
            var message = Form("4602");
            if (threads && last is not null) message.InReplyTo = last;
            Assert.Equal(MessageStanding.Done, await TakeAsync(message));
            var newest = (await StateAsync()).Mails.Values.MaxBy(m => m.Number)!;
            last = (await ReadAsync(newest.Eml)).MessageId;
            _clock.Advance(TimeSpan.FromMinutes(6));
        }
        var state = await StateAsync();
        Assert.Equal(most, state.Mails.Count);
        Assert.Equal(most + 5, state.Deliveries.Count);
    }

    [Fact]
    public async Task DamagedAnswer_IsPassedOver()
    {
        await TakeAsync(Form("4602"));
        var round = (await _service.Services.GetRequiredService<RoundLog>().FindAsync(Round, Token))!;
        Assert.Single(await new SentAnswers().ToAsync(Sender, round, Token));
        Assert.Empty(await new SentAnswers().ToAsync(Sender, round with { Vault = new DamagedVault() }, Token));
    }

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Midway)]
    [InlineData(Fault.Conflict)]
    public async Task FaultAtEachCall_TakenInAndAnsweredOnce(object fault)
    {
        for (var call = 1; ; call++)
        {
            Assert.InRange(call, 1, 200);
            var form = Form("4602");
            _storage.Faults = Faults.At(call, (Fault)fault);
            try
            {
                await TakeAsync(form);
            }
            catch (Exception failure) when (failure is StorageUnavailableException or IOException or DamagedException)
            {
                // The next look comes.
            }
            var dealt = _storage.Faults.Dealt;
            _storage.Faults = Faults.None;
            Assert.Equal(MessageStanding.Done, await TakeAsync(form));
            var state = await StateAsync();
            Assert.Equal((call, call, call), (state.Deliveries.Count, state.Messages.Count, state.Mails.Count));
            _clock.Advance(TimeSpan.FromDays(1)); // somebody else's day, as far as the pace goes
            if (dealt == 0) return;
        }
    }

    /// <summary>Two instances that read the same mailbox at the same moment: what they both find is taken in once, answered once, and sent once.</summary>
    [Fact]
    public async Task TwoReadersAtOnce_TakeInAnswerAndSendOnce()
    {
        await using var other = await RunningService.StartAsync(
            settings => settings with { OutboxFolder = Path.Combine(_folder.Path, "other") },
            build: builder => builder.Services.AddSingleton<TimeProvider>(_clock).AddSingleton<IStorage>(_storage));
        RunningService[] both = [_service, other];
        for (var i = 1; i <= 6; i++)
        {
            var form = Bytes(Form("4602"));
            await Task.WhenAll(both.Select(service => Task.Run(() => TakeAsync(form, service), Token)));
            await Task.WhenAll(both.Select(service => Task.Run(() => service.Services.GetRequiredService<TickService>().RunAsync(RoundId.Parse(Round), Token), Token)));
            var state = await StateAsync();
            Assert.Equal((i, i, i), (state.Deliveries.Count, state.Messages.Count, state.Mails.Count));
            Assert.All(state.Mails.Values, mail => Assert.Equal(1, mail.Attempts));
            _clock.Advance(TimeSpan.FromDays(1));
        }
        var sent = new[] { Path.Combine(_service.DataFolder, "outbox"), Path.Combine(_folder.Path, "other") }.Where(Directory.Exists).SelectMany(Directory.GetFiles);
        Assert.Equal(6, sent.Select(Path.GetFileName).Distinct().Count());
        Assert.Equal(6, sent.Count());
    }

    /// <summary>Of what is too large to be fetched there are the headers: its sender is told, and nothing else of it is kept.</summary>
    [Fact]
    public async Task MessageThatIsTooLargeToFetch_IsAnswered_AndBringsNothing()
    {
        var headers = Encoding.ASCII.GetBytes(
            $"From: {Sender}\r\nTo: office@kalasin.test\r\nSubject: [4602]\r\nMessage-Id: <large@kalasin.test>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n");
        for (var i = 0; i < 2; i++)
            Assert.Equal(MessageStanding.Done, await _service.Services.GetRequiredService<MessageIntake>().TakeInAsync(headers, Arrival, isWhole: false, Token));
        var state = await StateAsync();
        Assert.Empty(state.Deliveries);
        Assert.Equal((MessageKind.Delivery, null), (Assert.Single(state.Messages.Values).Kind, state.Messages.Values.Single().Receipt));
        var answer = await AnswerAsync();
        Assert.Contains("๗๐ เมกะไบต์", answer.TextBody, StringComparison.Ordinal);
        Assert.Equal("KAL7656", Assert.Single(MessageReader.ReadHead(headers, Token).Findings).Code);
        Assert.Equal("large@kalasin.test", answer.InReplyTo);
    }

    /// <summary>A file that is larger than any door takes keeps the others not out.</summary>
    [Fact]
    public async Task FileThatIsTooLarge_IsTold_AndTheOthersAreTakenIn()
    {
        var form = Form("4602");
        ((Multipart)form.Body!).Add(new MimePart("application", "octet-stream")
        {
            Content = new MimeContent(new MemoryStream(new byte[IntakeLimits.Default.FileBytes + 1])), FileName = "ภาพ.jpg", ContentTransferEncoding = ContentEncoding.Base64,
        });
        Assert.Equal(MessageStanding.Done, await TakeAsync(form));
        Assert.Single((await StateAsync()).Deliveries);
        Assert.Contains("ไฟล์แนบมีขนาดเกิน", (await AnswerAsync()).TextBody, StringComparison.Ordinal);
    }

    private DateTimeOffset Arrival { get; } = new(2024, 5, 10, 10, 30, 0, TimeSpan.FromHours(7));

    private Task<MessageStanding> TakeAsync(MimeMessage message) => TakeAsync(Bytes(message), _service);

    private Task<MessageStanding> TakeAsync(byte[] eml, RunningService service) =>
        service.Services.GetRequiredService<MessageIntake>().TakeInAsync(eml, Arrival, isWhole: true, Token);

    private Task<RoundState> StateAsync() => _service.Services.GetRequiredService<RoundLog>().LoadAsync(RoundId.Parse(Round), Token);

    private async Task<MimeMessage> AnswerAsync() => await ReadAsync(Assert.Single((await StateAsync()).Mails.Values).Eml);

    private async Task<MimeMessage> ReadAsync(ContentHash eml)
    {
        await using var stream = await _service.Services.GetRequiredService<RoundLog>().VaultOf(RoundId.Parse(Round)).OpenAsync(eml, ByteRange.All, Token);
        return await MimeMessage.LoadAsync(stream!, Token);
    }

    private MimeMessage Form(string unit, string subject = "แบบรายงาน") => Message($"form-{++_messages}", subject, SampleFiles.WorkbookOf(unit));

    private static MimeMessage Message(string id, string subject, (string Name, byte[] Bytes)? file = null, string to = "office@kalasin.test")
    {
        var body = new Multipart("mixed") { new TextPart("plain") { Text = "เรียน ผู้ประสานงาน" } };
        if (file is { } attached)
            body.Add(new MimePart("application", "octet-stream")
            {
                Content = new MimeContent(new MemoryStream(attached.Bytes)), FileName = attached.Name, ContentTransferEncoding = ContentEncoding.Base64,
            });
        var message = new MimeMessage { MessageId = $"{id}@kalasin.test", Subject = subject, Body = body };
        message.From.Add(new MailboxAddress("เจ้าหน้าที่", Sender));
        message.To.Add(new MailboxAddress("", to));
        return message;
    }

    private static MimeMessage Bounce(string id, string about) => MimeMessage.Load(new MemoryStream(Encoding.ASCII.GetBytes(
        $"From: MAILER-DAEMON@kalasin.test\r\nMessage-Id: <{id}@kalasin.test>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
        + "--b\r\n\r\nSorry\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
        + $"--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-Id: <{about}>\r\n\r\nx\r\n--b--\r\n")));

    private static byte[] Bytes(MimeMessage message)
    {
        using var bytes = new MemoryStream();
        message.WriteTo(bytes, Token);
        return bytes.ToArray();
    }

    /// <summary>Holds something else than the log names.</summary>
    private sealed class DamagedVault : IVault
    {
        public Task<Stream?> OpenAsync(ContentHash hash, ByteRange range, CancellationToken cancellationToken) => throw DamagedException.Changed(hash);

        public Task<StagedContent?> StageAsync(Stream content, long limit, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task PromoteAsync(IReadOnlyCollection<StagedContent> staged, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> ExistsAsync(ContentHash hash, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> RenewAsync(ContentHash hash, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> DeleteAsync(ContentHash hash, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> DeleteAsync(ContentHash hash, DateTimeOffset before, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<StoredContent> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    /// <summary>Runs on, since what fails is tried again after a while, and is moved ahead.</summary>
    private sealed class MovedClock(DateTimeOffset start) : TimeProvider
    {
        private readonly long _started = System.GetTimestamp();
        private TimeSpan _ahead;

        public override DateTimeOffset GetUtcNow() => start.ToUniversalTime() + System.GetElapsedTime(_started) + _ahead;

        public void Advance(TimeSpan time) => _ahead += time;
    }
}
