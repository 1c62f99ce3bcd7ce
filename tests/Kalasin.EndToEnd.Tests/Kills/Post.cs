using System.Globalization;
using MimeKit;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>What units write to the office: messages with a form, words, and what no program should stumble over.</summary>
internal sealed class Post(Random random)
{
    private static readonly string Office = Season.Plan.InternalDeadline.Email;

    private int sent;

    /// <summary>A form as an attachment.</summary>
    public MimeMessage Form(string unit, byte[] workbook)
    {
        var message = Words(unit);
        message.Body = new Multipart("mixed")
        {
            message.Body!, new MimePart("application", "octet-stream")
            {
                Content = new MimeContent(new MemoryStream(workbook)), FileName = "แบบรายงาน.xlsx", ContentTransferEncoding = ContentEncoding.Base64,
            },
        };
        return message;
    }

    /// <summary>A message that is none: parts that end nowhere, headers that say nothing.</summary>
    public MimeMessage Poison(string unit)
    {
        var message = Words(unit);
        var bytes = new byte[random.Next(10, 4_000)];
        random.NextBytes(bytes);
        message.Headers.Replace("Content-Transfer-Encoding", "base64");
        message.Body = new MimePart("application", "ms-tnef") { Content = new MimeContent(new MemoryStream(bytes)), FileName = "winmail.dat", ContentTransferEncoding = ContentEncoding.Base64 };
        return message;
    }

    private MimeMessage Words(string unit)
    {
        var message = new MimeMessage
        {
            Subject = $"ส่งแบบรายงาน [{InstallationUnderTest.Round}/{unit}]", Body = new TextPart("plain") { Text = "เรียน ผู้ประสานงาน" },
            MessageId = string.Create(CultureInfo.InvariantCulture, $"message-{++sent}-{random.Next()}@kalasin.test"),
        };
        message.From.Add(new MailboxAddress("เจ้าหน้าที่", $"u{unit.ToLowerInvariant()}@kalasin.test"));
        message.To.Add(new MailboxAddress("", Office));
        return message;
    }

    public static byte[] BytesOf(MimeMessage message)
    {
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        return bytes.ToArray();
    }
}
