using MimeKit;
using MimeKit.Text;

namespace Kalasin.Functions.Mail;

/// <summary>A message as the bytes that travel. The same input gives the same bytes.</summary>
internal static class Eml
{
    public static byte[] Of(Correspondent from, Correspondent to, string subject, string body, string messageId, DateTimeOffset date)
    {
        using var text = new TextPart(TextFormat.Plain);
        text.SetText(System.Text.Encoding.UTF8, body);
        text.ContentTransferEncoding = ContentEncoding.Base64; // Thai in it is a third shorter than quoted-printable
        using var message = new MimeMessage { Subject = subject, Body = text, MessageId = messageId, Date = date };
        message.From.Add(new MailboxAddress(from.Name, from.Address));
        message.To.Add(new MailboxAddress(to.Name, to.Address));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var bytes = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        message.WriteTo(format, bytes);
        return bytes.ToArray();
    }
}

/// <summary>Somebody who sends or gets mail: an office, never a person.</summary>
internal sealed record Correspondent(string Name, string Address);
