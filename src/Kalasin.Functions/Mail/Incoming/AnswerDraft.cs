using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports.Mails;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Mail.Incoming;

/// <summary>
/// An answer before it is a message. It has no attachment but the sender's own workbooks with notes, where something in them is to be corrected:
/// whatever else sends it back brings no files, and is not answered.
/// </summary>
internal sealed record AnswerDraft(MailPurpose Purpose, MailText Text)
{
    /// <summary>The sender's own workbooks with notes.</summary>
    public ImmutableArray<MailAttachment> Attachments { get; private init; } = [];

    /// <param name="then">The round right after the delivery.</param>
    public static AnswerDraft Accepted(OpenedRound then, DeliveryOutcome.Accepted accepted, Installation installation, ImmutableArray<MailAttachment> notes) =>
        new(MailPurpose.Receipt, AnswerMails.Receipt(then.Rules, Receipts.ContentOf(then, accepted.Delivery, accepted.Details, installation), notes.Length)) { Attachments = notes };

    public static AnswerDraft Refused(
        OpenedRound round, ReportingUnit unit, DateTimeOffset receivedAt, ImmutableArray<Finding> findings, Installation installation, ImmutableArray<MailAttachment> notes) =>
        new(MailPurpose.Findings, AnswerMails.Refused(round.Rules, unit, receivedAt, findings, installation.IsSample, notes.Length)) { Attachments = notes };

    public static AnswerDraft WhoAreYou(OpenedRound round, DateTimeOffset receivedAt, Installation installation) =>
        new(MailPurpose.Findings, AnswerMails.WhoAreYou(round.Rules, receivedAt, installation.IsSample));
}
