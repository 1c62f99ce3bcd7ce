using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports.Mails;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Mail.Incoming;

/// <summary>An answer before it is a message. It has no attachment: whatever sends it back brings no files, and is not answered.</summary>
internal sealed record AnswerDraft(MailPurpose Purpose, MailText Text)
{
    /// <param name="then">The round right after the delivery.</param>
    public static AnswerDraft Accepted(OpenedRound then, DeliveryOutcome.Accepted accepted, Installation installation) =>
        new(MailPurpose.Receipt, AnswerMails.Receipt(then.Rules, Receipts.ContentOf(then, accepted.Delivery, accepted.Details, installation)));

    public static AnswerDraft Refused(OpenedRound round, ReportingUnit unit, DateTimeOffset receivedAt, ImmutableArray<Finding> findings, Installation installation) =>
        new(MailPurpose.Findings, AnswerMails.Refused(round.Rules, unit, receivedAt, findings, installation.IsSample));

    public static AnswerDraft WhoAreYou(OpenedRound round, DateTimeOffset receivedAt, Installation installation) =>
        new(MailPurpose.Findings, AnswerMails.WhoAreYou(round.Rules, receivedAt, installation.IsSample));
}
