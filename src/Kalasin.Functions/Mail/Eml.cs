using System.Text;
using Kalasin.Evaluation;
using MimeKit;
using MimeKit.Text;

namespace Kalasin.Functions.Mail;

/// <summary>A message as the bytes that travel, all of them ASCII. The same input gives the same bytes.</summary>
internal static class Eml
{
    /// <param name="attachments">In their order.</param>
    /// <param name="answered">The message that this one answers; null where it answers none.</param>
    /// <param name="isByAPerson">Somebody decided that this very mail goes: then it says nothing of programs (RFC 3834), and whoever is away says so.</param>
    public static byte[] Of(
        Correspondent from, Correspondent to, string subject, string body, string messageId, DateTimeOffset date,
        IReadOnlyList<MailAttachment>? attachments = null, AnsweredMessage? answered = null, bool isByAPerson = false)
    {
        using var text = new TextPart(TextFormat.Plain);
        text.SetText(Encoding.UTF8, body);
        text.ContentTransferEncoding = ContentEncoding.Base64; // Thai in it is a third shorter than quoted-printable
        using var whole = attachments is { Count: > 0 } ? With(text, attachments, messageId) : null;
        using var message = new MimeMessage { Subject = subject, Body = whole ?? (MimeEntity)text, MessageId = messageId, Date = date };
        message.From.Add(new MailboxAddress(from.Name, from.Address));
        message.To.Add(new MailboxAddress(to.Name, to.Address));
        if (!isByAPerson) message.Headers.Add(HeaderId.AutoSubmitted, answered is null ? "auto-generated" : "auto-replied");
        if (answered is { MessageId: { } id })
        {
            message.InReplyTo = id;
            foreach (var earlier in answered.References.Where(e => e != id).TakeLast(AnsweredMessage.MostReferences - 1).Append(id)) message.References.Add(earlier);
        }
        return BytesOf(message);
    }

    /// <summary>What a message says, once more: another message, and not what travelled before.</summary>
    /// <param name="eml">The message.</param>
    /// <param name="to">Whom it goes to; null for whom it went to.</param>
    public static byte[] Again(Stream eml, string? to, string messageId, DateTimeOffset date)
    {
        using var message = MimeMessage.Load(eml);
        (message.MessageId, message.Date) = (messageId, date);
        if (to is not null && message.To.Mailboxes.FirstOrDefault() is { } before)
        {
            message.To.Clear();
            message.To.Add(new MailboxAddress(before.Name, to));
        }
        return BytesOf(message);
    }

    private static byte[] BytesOf(MimeMessage message)
    {
        using var bytes = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        message.WriteTo(format, bytes);
        return bytes.ToArray();
    }

    private static Multipart With(TextPart text, IReadOnlyList<MailAttachment> attachments, string messageId)
    {
        // Its own boundary would be another one each time.
        var whole = new Multipart("mixed") { Boundary = $"={ContentHash.Of(Encoding.UTF8.GetBytes(messageId)).ToString()[..32]}" };
        whole.Add(text);
        foreach (var attachment in attachments)
        {
            var part = new MimePart(attachment.MediaType)
            {
                Content = new MimeContent(new MemoryStream(attachment.Content.ToArray(), writable: false)),
                ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
                ContentTransferEncoding = ContentEncoding.Base64,
                FileName = attachment.Name,
            };
            // The disposition says the name as RFC 2231 wants it; the type repeats it as programs from before that read it.
            if (part.ContentDisposition.Parameters.TryGetValue("filename", out Parameter? filename)) filename.EncodingMethod = ParameterEncodingMethod.Rfc2231;
            if (part.ContentType.Parameters.TryGetValue("name", out Parameter? name)) name.EncodingMethod = ParameterEncodingMethod.Rfc2047;
            whole.Add(part);
        }
        return whole;
    }
}

/// <summary>Somebody who sends or gets mail: an office, never a person.</summary>
internal sealed record Correspondent(string Name, string Address);

/// <param name="Name">Of the file, with its ending; Thai as such.</param>
internal sealed record MailAttachment(string Name, string MediaType, ReadOnlyMemory<byte> Content);

/// <summary>What an answer is threaded to.</summary>
/// <param name="MessageId">Null if it had none.</param>
/// <param name="References">What it referred to itself.</param>
internal sealed record AnsweredMessage(string? MessageId, IReadOnlyList<string> References)
{
    public const int MostReferences = 20;
}
