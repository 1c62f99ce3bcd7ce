using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Intake.Messages;
using MimeKit;

namespace Kalasin.Functions.Mail.Incoming;

/// <summary>Takes messages apart. Whatever their bytes are, the answer is a message: with findings where something of it can't be read.</summary>
internal static class MessageReader
{
    private const int MostReferences = 50;
    private const int MostRecipients = 50;
    private const int LongestAddress = 254;
    private const int LongestSubject = 1_000;
    private const int LongestHead = 256 << 10;

    /// <param name="eml">The message; not longer than <see cref="MessageBounds.MostBytes"/>.</param>
    public static IncomingMessage Read(ReadOnlyMemory<byte> eml, CancellationToken cancellationToken)
    {
        var isWithinBounds = MessageBounds.Hold(Reading(eml), cancellationToken);
        var message = Load(isWithinBounds ? eml : HeadOf(eml), cancellationToken);
        var files = new MessageFiles(cancellationToken);
        if (isWithinBounds && message.Body is not MultipartReport) files.Add(message.Body, depth: 0);
        return Of(message, files.Found, isWithinBounds ? files.Findings : [MessageFindings.TooMuch.At(Place.Nowhere)]);
    }

    /// <summary>What there is to know of a message that is too large to be fetched.</summary>
    /// <param name="head">Its headers.</param>
    public static IncomingMessage ReadHead(ReadOnlyMemory<byte> head, CancellationToken cancellationToken)
    {
        return Of(Load(HeadOf(head), cancellationToken), [], [IncomingFindings.TooLarge.At(Place.Nowhere, ThaiNumerals.Number(MessageBounds.MostBytes >> 20))]);
    }

    private static MimeMessage Load(ReadOnlyMemory<byte> eml, CancellationToken cancellationToken)
    {
        try
        {
            return MimeMessage.Load(MessageBounds.Reading, Reading(eml), persistent: true, cancellationToken);
        }
        catch (FormatException)
        {
            return new MimeMessage(Enumerable.Empty<Header>()); // no headers: it says nothing of itself
        }
    }

    private static IncomingMessage Of(MimeMessage message, ImmutableArray<MessageFile> files, ImmutableArray<Finding> findings)
    {
        var from = message.From.Mailboxes.Take(2).ToList();
        var report = DeliveryReport.Of(message);
        return new(
            message.MessageId,
            [.. RecipientsOf(message).Take(MostRecipients)],
            Cut(message.Subject ?? ""),
            [.. new[] { report?.MessageId, message.InReplyTo }.Concat(message.References.Reverse()).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostReferences)],
            new()
            {
                From = from is [var one] && AddressOf(one) is { } address ? address : null,
                ReturnPath = ReturnPathOf(message),
                AutoSubmitted = message.Headers[HeaderId.AutoSubmitted],
                Precedence = message.Headers[HeaderId.Precedence],
                SuppressedAnswers = message.Headers["X-Auto-Response-Suppress"],
                IsOfList = message.Headers.Any(h => h.Field.StartsWith("List-", StringComparison.OrdinalIgnoreCase)),
                IsReport = message.Body is MultipartReport,
                Delivery = report,
                BringsFiles = !files.IsEmpty || !findings.IsEmpty,
            },
            files, findings);
    }

    private static IEnumerable<string> RecipientsOf(MimeMessage message)
    {
        foreach (var name in (string[])["Delivered-To", "X-Original-To"])
            if (message.Headers[name] is { Length: <= LongestAddress } text) yield return text.Trim();
        foreach (var mailbox in message.To.Mailboxes.Concat(message.Cc.Mailboxes))
            if (AddressOf(mailbox) is { } address) yield return address;
    }

    /// <summary>An address that can be written to without being understood in another way: in plain letters, without blanks.</summary>
    private static string? AddressOf(MailboxAddress mailbox)
    {
        var address = mailbox.Address;
        return address is { Length: > 2 and <= LongestAddress } && address.Count(c => c == '@') == 1 && address[0] != '@' && address[^1] != '@'
            && address.All(c => c is > ' ' and < '\x7f' and not ('"' or '<' or '>' or ',' or ';' or '(' or ')' or '\\'))
            ? address
            : null;
    }

    private static string? ReturnPathOf(MimeMessage message) => message.Headers[HeaderId.ReturnPath]?.Trim() is { } path ? path.Trim('<', '>', ' ') : null;

    private static string Cut(string subject) => subject.Length <= LongestSubject ? subject : subject[..LongestSubject];

    /// <summary>Up to the first empty line, and not much of it; whole lines.</summary>
    private static ReadOnlyMemory<byte> HeadOf(ReadOnlyMemory<byte> eml)
    {
        var head = eml.Span[..Math.Min(eml.Length, LongestHead)];
        var end = head.IndexOf("\n\r\n"u8) is >= 0 and var windows ? windows : head.IndexOf("\n\n"u8) is >= 0 and var unix ? unix : head.LastIndexOf((byte)'\n');
        return (byte[])[.. head[..(end + 1)], .. "\r\n"u8];
    }

    private static MemoryStream Reading(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array)
            ? new(array.Array!, array.Offset, array.Count, writable: false)
            : new(bytes.ToArray(), writable: false);
}
