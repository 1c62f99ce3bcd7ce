using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Kalasin.Functions.Mail;
using MimeKit;

namespace Kalasin.Functions.Tests.Mail;

/// <summary>Messages as bytes, read back by MimeKit and by another library.</summary>
public sealed class EmlTests
{
    private const string Subject = "นำส่งรายงานผลการประเมินประสิทธิภาพ ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ ของจังหวัดกาฬสินธุ์ ที่ กส ๐๐๒๓.๑/ว ๑๒๓๔ ลงวันที่ ๓๑ พฤษภาคม ๒๕๖๗";
    private const string Name = "แบบรายงาน “ตัวชี้วัดที่ ๑๐” อำเภอเมืองกาฬสินธุ์; ฉบับที่ ๒ (แก้ไข).xlsx";

    [Fact]
    public void ThaiSubjectNamesAndFiles_AreReadBack()
    {
        using var message = Read(Whole());
        Assert.Equal(Subject, message.Subject);
        Assert.Equal("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดกาฬสินธุ์", message.From.Mailboxes.Single().Name);
        var file = Assert.IsType<MimePart>(Assert.Single(message.Attachments));
        Assert.Equal((Name, Name), (file.FileName, file.ContentType.Name));
        using var content = new MemoryStream();
        file.Content!.DecodeTo(content, TestContext.Current.CancellationToken);
        Assert.Equal(Content, content.ToArray());
        Assert.Equal("เรียน ทุกหน่วย", message.TextBody!.TrimEnd());
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
    }

    [Fact]
    public void Bytes_AreAsciiInShortLines_AndTheSameEachTime()
    {
        var bytes = Whole();
        Assert.Equal(bytes, Whole());
        Assert.All(bytes, b => Assert.InRange(b, (byte)9, (byte)126));
        Assert.All(Encoding.ASCII.GetString(bytes).Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
    }

    [Fact]
    public void Answer_SaysSo_AndIsThreaded()
    {
        using var answer = Read(Eml.Of(
            new("a", "a@x.go.th"), new("b", "b@x.go.th"), "re", "text", "2@x.go.th", DateTimeOffset.UnixEpoch, answered: new("1@y.go.th", ["0@y.go.th"])));
        Assert.Equal("auto-replied", answer.Headers["Auto-Submitted"]);
        Assert.Equal("1@y.go.th", answer.InReplyTo);
        Assert.Equal(["0@y.go.th", "1@y.go.th"], answer.References);
    }

    /// <summary>What a person released is no program's (RFC 3834): it doesn't say so.</summary>
    [Fact]
    public void MailByAPerson_SaysNothingOfPrograms()
    {
        using var mail = Read(Eml.Of(new("a", "a@x.go.th"), new("b", "b@x.go.th"), "forms", "text", "3@x.go.th", DateTimeOffset.UnixEpoch, isByAPerson: true));
        Assert.Null(mail.Headers["Auto-Submitted"]);
    }

    [Fact]
    public void LongThread_IsCutAtItsBeginning()
    {
        var earlier = Enumerable.Range(0, 1_000).Select(i => $"{i}@y.go.th").ToList();
        using var answer = Read(Eml.Of(
            new("a", "a@x.go.th"), new("b", "b@x.go.th"), "re", "text", "2@x.go.th", DateTimeOffset.UnixEpoch, answered: new("1@y.go.th", earlier)));
        Assert.Equal(AnsweredMessage.MostReferences, answer.References.Count);
        Assert.Equal("1@y.go.th", answer.References[^1]);
    }

    [Fact]
    public async Task AnotherLibrary_ReadsItBack()
    {
        const string Script = """
            import email, email.header, email.policy, email.utils, hashlib, json, sys
            m = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
            a = next(m.iter_attachments())
            # Its newer reader of addresses leaves the blanks between two encoded words in.
            sender = email.utils.parseaddr(dict(m.raw_items())["From"])[0]
            print(json.dumps([m["subject"], str(email.header.make_header(email.header.decode_header(sender))), a.get_filename(),
                              hashlib.sha256(a.get_content()).hexdigest(), m.get_body().get_content().rstrip()]))
            """;
        using var python = Start("python3", Script);
        if (python is null) Assert.Skip("The program 'python3' is not on the PATH.");
        await python.StandardInput.BaseStream.WriteAsync(Whole(), TestContext.Current.CancellationToken);
        python.StandardInput.Close();
        var read = JsonSerializer.Deserialize<string[]>(await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            [Subject, "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดกาฬสินธุ์", Name, Kalasin.Evaluation.ContentHash.Of(Content).ToString(), "เรียน ทุกหน่วย"], read!);
    }

    private static byte[] Content { get; } = [.. Enumerable.Range(0, 10_000).Select(i => (byte)(i * 7))];

    private static byte[] Whole() => Eml.Of(
        new("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดกาฬสินธุ์", "office@kalasin.go.th"), new("กรมส่งเสริมการปกครองท้องถิ่น", "dla@dla.go.th"), Subject,
        "เรียน ทุกหน่วย\r\n", "1@kalasin.go.th", DateTimeOffset.UnixEpoch,
        [new(Name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Content)]);

    private static MimeMessage Read(byte[] bytes) => MimeMessage.Load(new MemoryStream(bytes));

    private static Process? Start(string program, string script)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, ["-c", script]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
