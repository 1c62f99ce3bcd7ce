namespace Kalasin.Evaluation.Rounds;

/// <summary>Take the lease of a mail that is due; accepted for one only.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Mail">The mail.</param>
internal sealed record AttemptMail(Guid Id, MailId Mail) : RoundCommand(Id)
{
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.KeepsTime;

    internal override Decision Decide(Asked asked) => asked.State.Outbox.Find(m => m.Id == Mail) is { } mail && mail.NotBefore <= asked.Now
        ? asked.Yes(this, new MailAttempted(Mail, mail.LeaseFrom(asked.Now)))
        : new Already();
}

/// <summary>Record that a mail was handed over.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Mail">The mail.</param>
internal sealed record ConfirmMail(Guid Id, MailId Mail) : RoundCommand(Id)
{
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.KeepsTime;

    internal override Decision Decide(Asked asked) => asked.State.Outbox.Exists(m => m.Id == Mail) ? asked.Yes(this, new MailSent(Mail)) : new Already();
}

/// <summary>Record that a mail could not be handed over.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Mail">The mail.</param>
/// <param name="Code">Code of the finding.</param>
internal sealed record FailMail(Guid Id, MailId Mail, string Code) : RoundCommand(Id)
{
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.KeepsTime;

    internal override Decision Decide(Asked asked) =>
        asked.State.Outbox.Exists(m => m.Id == Mail) ? asked.Yes(this, new MailFailed(Mail, Code)) : new Already();
}
