using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports.Mails;
using Kalasin.Functions.Mail;

namespace Kalasin.Functions.Season;

/// <summary>What leaves when the report is sent, for whoever orders it to look at before.</summary>
/// <param name="To">Address of its recipient; empty where the framework names none.</param>
/// <param name="Mails">In their order; none as long as no report is approved, or the letter is not numbered and signed, and none after it was sent.</param>
/// <param name="Obstacles">What keeps it from being sent now.</param>
internal sealed record DispatchPreview(string To, ImmutableArray<DispatchMail> Mails, ImmutableArray<Finding> Obstacles)
{
    /// <summary>Fingerprint of all that would be sent: tells whether it still is what somebody looked at.</summary>
    public ContentHash Seen => ContentHash.Of(Encoding.UTF8.GetBytes(string.Join('\n',
        [To, .. Mails.SelectMany(m => (string[])[m.Text.Subject, m.Text.Body, .. m.Files.SelectMany(f => (string[])[f.Name, ContentHash.Of(f.Content.Span).ToString()])])])));
}

/// <summary>A mail that carries the report, or some of its files.</summary>
internal sealed record DispatchMail(MailText Text, ImmutableArray<MailAttachment> Files);
