using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Mail;

/// <summary>The mails of all rounds that wait.</summary>
internal sealed class Outbox(RoundLog log, MailWay way)
{
    private static readonly FindingKind[] OfFailures =
    [
        MailFindings.NotHandedOver, MailFindings.NotThere, MailFindings.Refused, MailFindings.TooLarge, MailFindings.LoginRefused, MailFindings.Untrusted,
    ];

    public async Task<IReadOnlyList<JournalMail>> WaitingAsync(CancellationToken cancellationToken)
    {
        var waiting = new List<JournalMail>();
        foreach (var round in await log.ListAsync(cancellationToken))
            if ((await log.FindOrSayAsync(round, cancellationToken)).Round is { } found) waiting.AddRange(found.State.Outbox);
        return waiting;
    }

    /// <summary>What the coordinator should know of them; nothing as long as they only wait for the next tick.</summary>
    public IEnumerable<Finding> Findings(IReadOnlyList<JournalMail> waiting)
    {
        if (way.Transport is null && waiting.Count(mail => mail.Hold == MailHold.None) is > 0 and var stuck)
            yield return MailFindings.NoWay.At(Place.Nowhere, ThaiNumerals.Number(stuck));
        foreach (var kind in OfFailures)
            if (waiting.Count(mail => mail.Failure == kind.Code) is > 0 and var failed) yield return kind.At(Place.Nowhere, ThaiNumerals.Number(failed));
    }
}
