using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using MimeKit;

namespace Kalasin.Functions.Season;

/// <summary>A mail of the journal with its exact words, read from the very message that leaves.</summary>
/// <param name="To">Whom it goes to.</param>
/// <param name="Files">Names of what is attached.</param>
internal sealed record MailReading(JournalMail Mail, string To, string Subject, string Body, IReadOnlyList<string> Files)
{
    /// <exception cref="DamagedException">The vault lacks it, or holds something else.</exception>
    public static async Task<MailReading> OfAsync(OpenedRound round, JournalMail mail, CancellationToken cancellationToken)
    {
        await using var eml = await round.Vault.OpenAsync(mail.Eml, ByteRange.All, cancellationToken) ?? throw DamagedException.Missing(mail.Eml);
        using var message = await MimeMessage.LoadAsync(eml, cancellationToken);
        return new(mail, message.To.ToString(), message.Subject ?? "", message.TextBody ?? "", [.. message.Attachments.Select(a => a.ContentDisposition?.FileName ?? a.ContentType.Name ?? "")]);
    }
}
