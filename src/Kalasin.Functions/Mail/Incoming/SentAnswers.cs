using System.Collections.Concurrent;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using MimeKit;

namespace Kalasin.Functions.Mail.Incoming;

/// <summary>When an address was answered before. The log names no addresses: they stand in the mails themselves, each of which is read once.</summary>
internal sealed class SentAnswers
{
    private readonly ConcurrentDictionary<ContentHash, string> _recipients = new();

    public async Task<IReadOnlyList<JournalMail>> ToAsync(string address, OpenedRound round, CancellationToken cancellationToken)
    {
        var found = new List<JournalMail>();
        foreach (var mail in round.State.Mails.Values.Where(m => m.Purpose is MailPurpose.Receipt or MailPurpose.Findings))
            if (address.Equals(await RecipientAsync(mail.Eml, round, cancellationToken), StringComparison.OrdinalIgnoreCase)) found.Add(mail);
        return found;
    }

    /// <returns>Empty for a mail whose content was erased, is lost or damaged: verify-log tells that.</returns>
    private async Task<string> RecipientAsync(ContentHash eml, OpenedRound round, CancellationToken cancellationToken)
    {
        if (_recipients.TryGetValue(eml, out var known)) return known;
        try
        {
            await using var stream = await round.Vault.OpenAsync(eml, ByteRange.All, cancellationToken);
            if (stream is null) return _recipients[eml] = "";
            using var message = await MimeMessage.LoadAsync(stream, cancellationToken);
            return _recipients[eml] = message.To.Mailboxes.FirstOrDefault()?.Address ?? "";
        }
        catch (DamagedException)
        {
            return _recipients[eml] = "";
        }
    }
}
