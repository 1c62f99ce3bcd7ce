using Kalasin.Evaluation.Rounds;
using MimeKit;

namespace Kalasin.Functions.Mail.Incoming;

/// <summary>What a mail server says became of a mail (RFC 3464).</summary>
/// <param name="Fate">The worst for any of its recipients.</param>
/// <param name="Status">Of that recipient; null where none is given.</param>
/// <param name="MessageId">Of the mail that it is about; null where nothing of it came back.</param>
internal sealed record DeliveryReport(MailFate Fate, SmtpStatus? Status, string? MessageId)
{
    private const int MostBytes = 64 << 10;
    private const int MostRecipients = 100;

    /// <returns>Null for what is no such report.</returns>
    public static DeliveryReport? Of(MimeMessage message)
    {
        if (message.Body is not MultipartReport { ReportType: { } type } report || !type.Equals("delivery-status", StringComparison.OrdinalIgnoreCase)) return null;
        var (fate, status) = (MailFate.Other, (SmtpStatus?)null);
        if (report.OfType<MessageDeliveryStatus>().FirstOrDefault() is { Content.Stream.Length: <= MostBytes, StatusGroups: { } groups })
            foreach (var recipient in groups.Skip(1).Take(MostRecipients)) // the first is about the mail as a whole
            {
                var now = recipient["Action"]?.Trim().ToLowerInvariant() switch { "failed" => MailFate.Failed, "delayed" => MailFate.Delayed, _ => MailFate.Other };
                if (now <= fate) continue;
                fate = now;
                status = SmtpStatus.TryParse(recipient["Status"]?.Trim().Split(' ', '(')[0], out var code) ? code : null;
            }
        return new(fate, status, report.OfType<MessagePart>().FirstOrDefault()?.Message?.MessageId);
    }
}

/// <summary>In the order of how bad it is.</summary>
internal enum MailFate
{
    /// <summary>Delivered, relayed, or not said.</summary>
    Other,

    /// <summary>Not yet there; its server goes on trying.</summary>
    Delayed,

    /// <summary>It won't arrive.</summary>
    Failed,
}
