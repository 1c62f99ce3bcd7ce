using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Take the lease of a mail that is due; accepted for one only.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Mail">The mail.</param>
internal sealed record AttemptMail(Guid Id, MailId Mail) : RoundCommand(Id)
{
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.KeepsTime;

    internal override Decision Decide(Asked asked) => asked.State.Mails.GetValueOrDefault(Mail) is { } mail && mail.IsDue(asked.Now)
        ? asked.Yes(this, new MailAttempted(Mail, mail.LeaseFrom(asked.Now)))
        : new Already();
}

/// <summary>Record that a mail was handed over.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Mail">The mail.</param>
internal sealed record ConfirmMail(Guid Id, MailId Mail) : RoundCommand(Id)
{
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.KeepsTime;

    /// <summary>One that was cancelled while it was leaving has left all the same.</summary>
    internal override Decision Decide(Asked asked) =>
        asked.State.Mails.GetValueOrDefault(Mail) is { SentAt: null, Attempts: > 0 } ? asked.Yes(this, new MailSent(Mail)) : new Already();
}

/// <summary>Record that a mail could not be handed over.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Mail">The mail.</param>
/// <param name="Code">Code of the finding.</param>
/// <param name="ForGood">The server would not take it later either. Default: it is tried again.</param>
internal sealed record FailMail(Guid Id, MailId Mail, string Code, bool ForGood = false) : RoundCommand(Id)
{
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.KeepsTime;

    internal override Decision Decide(Asked asked) =>
        asked.State.Mails.GetValueOrDefault(Mail) is { Waits: true } ? asked.Yes(this, new MailFailed(Mail, Code) { ForGood = ForGood }) : new Already();
}

/// <summary>A mail to be queued.</summary>
/// <param name="Mail">Its id.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Eml">The exact <c>.eml</c> in the vault.</param>
internal sealed record MailToQueue(MailId Mail, MailPurpose Purpose, ContentHash Eml)
{
    /// <summary>Most events that mails of one command become, inclusive: with what begins and ends them they are one append.</summary>
    public const int MostEvents = 90;

    /// <summary>The unit that it goes to. Default: none.</summary>
    public UnitCode? Unit { get; init; }

    /// <summary>The link to the unit's page in it, which is issued with it. Default: none.</summary>
    public LinkToIssue? Link { get; init; }

    /// <summary>The events that queue mails, each after the link in it.</summary>
    /// <param name="mails">The mails.</param>
    /// <param name="asked">Asked when and by whom, of which round.</param>
    /// <param name="first">Sequence that the first of the events gets.</param>
    /// <param name="batch">Number of their batch; <see langword="null"/> where they are none.</param>
    /// <returns>The events, or why they can't be.</returns>
    internal static (ImmutableArray<RoundEvent> Events, Refuse? Refusal) Queue(ImmutableArray<MailToQueue> mails, Asked asked, long first, long? batch)
    {
        var events = ImmutableArray.CreateBuilder<RoundEvent>();
        foreach (var mail in mails)
        {
            if (asked.State.Mails.ContainsKey(mail.Mail)) throw new ArgumentException($"The mail {mail.Mail} was queued before.", nameof(mails));
            if (mail.Unit is { } unit && asked.Unknown(unit) is { } unknown) return ([], Refuse.For(unknown));
            long? link = null;
            if (mail.Link is { } issued)
            {
                var command = new IssueLink(Guid.Empty, LinkPurpose.Unit, mail.Unit, issued.Secret, issued.Expires);
                if (!command.IsOpenTo(asked.Actor, asked.State)) return ([], Refuse.For(RoundFindings.NotAllowed.At(Place.Nowhere)));
                switch (command.Decide(asked))
                {
                    case Refuse refusal: return ([], refusal);
                    case Accept accept: events.AddRange(accept.Entries.Select(e => e.Event)); break;
                }
                link = first + events.Count - 1;
            }
            events.Add(new MailQueued(mail.Mail, mail.Purpose, mail.Eml) { Unit = mail.Unit, Batch = batch, Link = link });
        }
        return events.Count <= MostEvents ? (events.DrainToImmutable(), null) : throw new ArgumentException($"More than {MostEvents} events in one append.", nameof(mails));
    }
}

/// <summary>A link that is issued in a mail.</summary>
/// <param name="Secret">Hash of the secret.</param>
/// <param name="Expires">When it stops opening anything.</param>
internal sealed record LinkToIssue(ContentHash Secret, DateTimeOffset Expires);
