using System.Collections.Immutable;
using System.Net.Mime;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports.Mails;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Mail.Incoming;

/// <summary>An answer before it is a message.</summary>
internal sealed record AnswerDraft(MailPurpose Purpose, MailText Text, IReadOnlyList<MailAttachment> Attachments)
{
    /// <summary>The receipt, in words and as PDF.</summary>
    /// <param name="then">The round right after the delivery.</param>
    public static async Task<AnswerDraft> AcceptedAsync(
        OpenedRound then, DeliveryOutcome.Accepted accepted, Installation installation, CancellationToken cancellationToken)
    {
        using var pdf = new MemoryStream();
        await Receipts.Of(then, accepted.Delivery, accepted.Details, installation).WriteAsync(pdf, ReportFormat.Pdf, cancellationToken);
        var name = $"ใบตอบรับข้อมูล เลขที่ {ThaiNumerals.Format(accepted.Delivery.Receipt.Value)}.pdf";
        return new(
            MailPurpose.Receipt, AnswerMails.Receipt(then.Rules, Receipts.ContentOf(then, accepted.Delivery, accepted.Details, installation)),
            [new(name, MediaTypeNames.Application.Pdf, pdf.ToArray())]);
    }

    public static AnswerDraft Refused(OpenedRound round, ReportingUnit unit, DateTimeOffset receivedAt, ImmutableArray<Finding> findings, Installation installation) =>
        new(MailPurpose.Findings, AnswerMails.Refused(round.Rules, unit, receivedAt, findings, installation.IsSample), []);

    public static AnswerDraft WhoAreYou(OpenedRound round, DateTimeOffset receivedAt, Installation installation) =>
        new(MailPurpose.Findings, AnswerMails.WhoAreYou(round.Rules, receivedAt, installation.IsSample), []);
}
