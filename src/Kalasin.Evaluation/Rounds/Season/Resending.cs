namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// Say once more what a mail said that left: a new mail, because servers drop what has a Message-Id that they know. Not a
/// <see cref="RoundDecision"/>, because the host writes it.
/// </summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Mail">The mail.</param>
/// <param name="Again">Id of the new one.</param>
/// <param name="Eml">The exact <c>.eml</c> of the new one in the vault.</param>
internal sealed record ResendMail(Guid Id, MailId Mail, MailId Again, ContentHash Eml) : RoundCommand(Id)
{
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked) => asked.State.Mails.GetValueOrDefault(Mail) switch
    {
        null => Refuse.For(JournalFindings.MailUnknown.At(Place.At("/mail"), Mail.Value)),
        { Purpose: MailPurpose.Dispatch } => Refuse.For(JournalFindings.DispatchApart.At(Place.At("/mail"), Mail.Value)),
        { ResentAs: not null } => new Already(),
        { Link: { } link } when !asked.State.Links[link].Opens(asked.Now) => Refuse.For(JournalFindings.LinkOver.At(Place.At("/mail"), Mail.Value)),
        { Waits: true } => Refuse.For(JournalFindings.StillWaits.At(Place.At("/mail"), Mail.Value)),
        var mail => asked.Yes(this, new MailQueued(Again, mail.Purpose, Eml) { Unit = mail.Unit, Link = mail.Link }, new MailResent(Mail, Again)),
    };
}

/// <summary>A mail is sent once more, as another.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="Again">The other, which stands before this in the same append.</param>
internal sealed record MailResent(MailId Mail, MailId Again) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) => state.WithMail(Mail, mail => mail with { ResentAs = Again });

    internal override BilingualText Tell(Telling telling) => new($"ส่งอีเมล {Mail} ซ้ำเป็น {Again}", $"The mail {Mail} is sent once more as {Again}");
}
