using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Mail;

/// <summary>The mails of all rounds that somebody or something still has to do with.</summary>
internal sealed class Outbox(RoundLog log, MailWay way)
{
    private static readonly FindingKind[] OfFailures =
    [
        MailFindings.NotHandedOver, MailFindings.NotThere, MailFindings.Refused, MailFindings.TooLarge, MailFindings.LoginRefused, MailFindings.Untrusted,
        MailFindings.SenderRefused,
    ];

    /// <summary>Mails that wait, and those that did not arrive and that nobody has done anything about.</summary>
    public async Task<IReadOnlyList<JournalMail>> OpenAsync(CancellationToken cancellationToken)
    {
        var open = new List<JournalMail>();
        foreach (var round in await log.ListAsync(cancellationToken))
            if ((await log.FindOrSayAsync(round, cancellationToken)).Round is { State: var state }) open.AddRange([.. state.Outbox, .. state.LostMails]);
        return open;
    }

    /// <summary>What the coordinator should know of them; nothing as long as they only wait for the next tick.</summary>
    public IEnumerable<Finding> Findings(IReadOnlyList<JournalMail> open)
    {
        if (way.Transport is null && open.Count(mail => mail is { Waits: true, Hold: MailHold.None }) is > 0 and var stuck)
            yield return MailFindings.NoWay.At(Place.Nowhere, ThaiNumerals.Number(stuck));
        foreach (var kind in OfFailures)
            if (open.Count(mail => mail.Failure == kind.Code) is > 0 and var failed) yield return kind.At(Place.Nowhere, ThaiNumerals.Number(failed));
        if (open.Count(mail => mail.Bounce is { Permanent: true }) is > 0 and var bounced) yield return JournalFindings.NotArrived.At(Place.Nowhere, ThaiNumerals.Number(bounced));
    }
}
