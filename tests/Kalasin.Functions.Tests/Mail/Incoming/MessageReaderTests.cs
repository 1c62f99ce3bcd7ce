using Kalasin.Evaluation.Intake.Messages;
using System.Globalization;
using System.Text;
using Kalasin.Functions.Mail.Incoming;
using MimeKit;

namespace Kalasin.Functions.Tests.Mail.Incoming;

/// <summary>Messages as officers' programs write them, and as nobody should.</summary>
public sealed class MessageReaderTests
{
    private static readonly byte[] Sheet = Encoding.ASCII.GetBytes("PK sheet");

    [Theory]
    [InlineData("filename*=UTF-8''%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2%E0%B8%99.xlsx")]
    [InlineData("filename*0*=UTF-8''%E0%B8%A3%E0%B8%B2%E0%B8%A2; filename*1*=%E0%B8%87%E0%B8%B2%E0%B8%99.xlsx")]
    [InlineData("filename=\"=?UTF-8?B?4Lij4Liy4Lii4LiH4Liy4LiZ?=.xlsx\"")]
    [InlineData("filename=\"=?TIS-620?B?w9LCp9K5?=.xlsx\"")]
    [InlineData("filename=\"=?windows-874?Q?=C3=D2=C2=A7=D2=B9?=.xlsx\"")]
    [InlineData("filename*=windows-874''%C3%D2%C2%A7%D2%B9.xlsx")]
    [InlineData("filename=\"\u00c3\u00d2\u00c2\u00a7\u00d2\u00b9.xlsx\"")]
    public void ThaiName_IsRead_HoweverItIsWritten(string parameter)
    {
        var message = Read(With($"Content-Disposition: attachment; {parameter}", "x"));
        Assert.Equal("รายงาน.xlsx", Assert.Single(message.Files).Name);
    }

    [Fact]
    public void Subject_InWindows874AsItStands_IsRead() =>
        Assert.Equal("รายงาน", Read("From: a@x.go.th\r\nSubject: \u00c3\u00d2\u00c2\u00a7\u00d2\u00b9\r\n\r\nx\r\n").Subject);

    [Theory]
    [InlineData("C:\\Users\\somchai\\form.xlsx", "form.xlsx")]
    [InlineData("../../etc/form.xlsx", "form.xlsx")]
    [InlineData("", "file-1.plain")]
    public void Name_IsTheFilesAlone(string given, string expected) =>
        Assert.Equal(expected, Assert.Single(Read(With($"Content-Disposition: attachment; filename=\"{given.Replace("\\", "\\\\", StringComparison.Ordinal)}\"", "x")).Files).Name);

    /// <summary>Letters go from before the ending, by which programs know a file, and none is left without its marks.</summary>
    [Fact]
    public void LongName_IsCutBetweenLetters_AndKeepsItsEnding()
    {
        using var message = new MimeMessage { Body = new Multipart("mixed") { File(string.Concat(Enumerable.Repeat("ที่", 150)) + ".xlsx") } };
        var name = Assert.Single(Read(Bytes(message)).Files).Name;
        Assert.InRange(name.Length, 250, 255);
        Assert.EndsWith("ที่….xlsx", name, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_AreThoseAttached_AndThoseOfForwardedMessages_NotTheSignaturesPictures()
    {
        using var inner = new MimeMessage { Subject = "inner", Body = new Multipart("mixed") { new TextPart("plain") { Text = "x" }, File("inner.xlsx") } };
        var logo = new MimePart("image", "png") { Content = new MimeContent(new MemoryStream(Sheet)), ContentId = "logo@x", FileName = "logo.png", ContentDisposition = new(ContentDisposition.Inline) };
        using var message = new MimeMessage
        {
            Body = new Multipart("mixed")
            {
                new MultipartRelated { new TextPart("html") { Text = "<img src=cid:logo@x>" }, logo },
                File("outer.xlsx"),
                new MessagePart { Message = inner },
                new MimePart("image", "jpeg") { Content = new MimeContent(new MemoryStream(Sheet)), FileName = "photo.jpg", ContentDisposition = new(ContentDisposition.Inline) },
            },
        };
        var read = Read(Bytes(message));
        Assert.Equal(["outer.xlsx", "inner.xlsx", "photo.jpg"], read.Files.Select(f => f.Name));
        using var content = new MemoryStream();
        using (var stream = read.Files[1].Open()) stream.CopyTo(content);
        Assert.Equal(Sheet, content.ToArray());
    }

    [Fact]
    public void ForwardedTooOften_IsTold_AndStillFromItsSender()
    {
        var (within, beyond) = (Read(Bytes(Nested(MessageBounds.Deepest))), Read(Bytes(Nested(MessageBounds.Deepest + 1))));
        Assert.Equal("deep.xlsx", Assert.Single(within.Files).Name);
        Assert.Empty(within.Findings);
        Assert.Empty(beyond.Files);
        Assert.Equal("KAL7651", Assert.Single(beyond.Findings).Code);
        Assert.Equal("a@x.go.th", beyond.Facts.From);
        Assert.True(beyond.Facts.BringsFiles);
    }

    [Fact]
    public void MoreFilesThanAllowed_AreTold_AndTheFirstAreRead()
    {
        var body = new Multipart("mixed");
        for (var i = 0; i <= MessageBounds.MostFiles; i++) body.Add(File($"{i}.xlsx"));
        using var message = new MimeMessage { Body = body };
        var read = Read(Bytes(message));
        Assert.Equal(MessageBounds.MostFiles, read.Files.Length);
        Assert.Equal("KAL7652", Assert.Single(read.Findings).Code);
    }

    [Theory]
    [InlineData("parts")]
    [InlineData("depth")]
    [InlineData("headers")]
    public void Bomb_IsNotUnpacked(string kind)
    {
        var text = new StringBuilder("From: a@x.go.th\r\nMessage-Id: <1@x>\r\n");
        if (kind == "headers") for (var i = 0; i < 30_000; i++) text.Append(CultureInfo.InvariantCulture, $"X-{i}: y\r\n");
        if (kind != "depth") text.Append("Content-Type: multipart/mixed; boundary=b\r\n\r\n");
        if (kind == "parts") for (var i = 0; i < 200_000; i++) text.Append("--b\r\n\r\n\r\n");
        if (kind == "depth") for (var i = 0; i < 2_000; i++) text.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n");
        var read = Read(text.ToString());
        Assert.Empty(read.Files);
        Assert.Equal("1@x", read.MessageId);
        Assert.Equal("KAL7651", Assert.Single(read.Findings).Code);
    }

    [Fact]
    public void Winmail_IsOpened_AndABrokenOneIsTold()
    {
        const string Headers = "Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=winmail.dat";
        var file = Assert.Single(Read(With(Headers, Convert.ToBase64String(Winmail("form.xlsx", Sheet)))).Files);
        using var content = new MemoryStream();
        using (var stream = file.Open()) stream.CopyTo(content);
        Assert.Equal(("form.xlsx", "PK sheet"), (file.Name, Encoding.ASCII.GetString(content.ToArray())));

        var broken = Read(With(Headers, Convert.ToBase64String("PK nothing of Outlook's"u8)));
        Assert.Empty(broken.Files);
        Assert.Equal("KAL7653", Assert.Single(broken.Findings).Code);
    }

    [Fact]
    public void EncryptedMessage_IsTold() =>
        Assert.Equal("KAL7654", Assert.Single(Read("From: a@x.go.th\r\nContent-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\nx\r\n").Findings).Code);

    [Theory]
    [InlineData("a@x.go.th", "a@x.go.th")]
    [InlineData("ก <a@x.go.th>", "a@x.go.th")]
    [InlineData("a@x.go.th, b@x.go.th", null)]
    [InlineData("สมชาย@x.go.th", null)]
    [InlineData("\"a b\"@x.go.th", null)]
    [InlineData("a", null)]
    [InlineData("", null)]
    public void Sender_IsOneAddressInPlainLetters(string from, string? expected) => Assert.Equal(expected, Read($"From: {from}\r\n\r\nx\r\n").Facts.From);

    [Theory]
    [InlineData("failed", "5.1.1 (unknown)", nameof(MailFate.Failed), "5.1.1")]
    [InlineData("delayed", "4.4.1", nameof(MailFate.Delayed), "4.4.1")]
    [InlineData("delivered", "2.0.0", nameof(MailFate.Other), null)]
    [InlineData("Failed", "nonsense", nameof(MailFate.Failed), null)]
    public void DeliveryReport_SaysWhatBecameOfWhichMail(string action, string status, string fate, string? code)
    {
        var read = Read($"""
            From: MAILER-DAEMON@mail.go.th
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b

            Sorry.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.go.th

            Final-Recipient: rfc822; somchai@x.go.th
            Action: {action}
            Status: {status}

            --b
            Content-Type: text/rfc822-headers

            Message-Id: <46-dla-2567.forms-1.0123456789abcdef@kalasin.go.th>
            Subject: x

            --b--
            """.ReplaceLineEndings("\r\n"));
        Assert.Equal((fate, code, "46-dla-2567.forms-1.0123456789abcdef@kalasin.go.th"),
            (read.Facts.Delivery!.Fate.ToString(), read.Facts.Delivery.Status?.Value, read.Facts.Delivery.MessageId));
        Assert.Equal("46-dla-2567.forms-1.0123456789abcdef@kalasin.go.th", read.References[0]);
        Assert.Empty(read.Files);
    }

    [Fact]
    public void AnyBytes_AreAMessage()
    {
        var random = new Random(10);
        var whole = Bytes(Nested(2));
        for (var i = 0; i < 300; i++)
        {
            var bytes = whole.ToArray();
            for (var j = 0; j < 1 + i % 30; j++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Assert.NotNull(MessageReader.Read(bytes.AsMemory(0, random.Next(bytes.Length)), TestContext.Current.CancellationToken));
        }
        Assert.NotNull(MessageReader.Read(ReadOnlyMemory<byte>.Empty, TestContext.Current.CancellationToken));
    }

    private static string With(string headers, string content) =>
        $"From: a@x.go.th\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ntext\r\n--b\r\n{headers}\r\n\r\n{content}\r\n--b--\r\n";

    /// <summary>Outlook's packet with one file: level, attribute, length, value and sum of each.</summary>
    private static byte[] Winmail(string name, byte[] file)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(0x223e9f78);
        writer.Write((short)1);
        Attribute(1, 0x00089006, [0, 0, 1, 0]);
        Attribute(1, 0x00069007, [0x6a, 3, 0, 0, 0, 0, 0, 0]);
        Attribute(2, 0x00069002, [1, 0, .. new byte[12]]);
        Attribute(2, 0x00018010, [.. Encoding.ASCII.GetBytes(name), 0]);
        Attribute(2, 0x0006800f, file);
        return bytes.ToArray();

        void Attribute(byte level, int tag, byte[] value)
        {
            writer.Write(level);
            writer.Write(tag);
            writer.Write(value.Length);
            writer.Write(value);
            writer.Write((ushort)value.Sum(b => b));
        }
    }

    private static MimeMessage Nested(int depth)
    {
        var message = new MimeMessage { Body = new Multipart("mixed") { new TextPart("plain") { Text = "x" }, File("deep.xlsx") } };
        for (var i = 0; i < depth; i++) message = new MimeMessage { Body = new Multipart("mixed") { new MessagePart { Message = message } } };
        message.From.Add(new MailboxAddress("", "a@x.go.th"));
        return message;
    }

    private static MimePart File(string name) =>
        new("application", "octet-stream") { Content = new MimeContent(new MemoryStream(Sheet)), FileName = name, ContentTransferEncoding = ContentEncoding.Base64 };

    private static byte[] Bytes(MimeMessage message)
    {
        using var bytes = new MemoryStream();
        message.WriteTo(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    private static IncomingMessage Read(string text) => Read((text.Any(c => c > '\xff') ? Encoding.UTF8 : Encoding.Latin1).GetBytes(text));

    private static IncomingMessage Read(byte[] bytes) => MessageReader.Read(bytes, TestContext.Current.CancellationToken);
}
