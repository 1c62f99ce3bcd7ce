namespace Kalasin.Evaluation.Rounds;

/// <summary>Hold one mail back; it waits until it is released, whatever becomes of its batch.</summary>
/// <param name="Mail">The mail.</param>
internal sealed record HoldMail(MailId Mail) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked)
    {
        if (JournalFindings.Keeping(asked, Mail) is { } kept) return Refuse.For(kept);
        return asked.State.Mails[Mail].Hold == MailHold.Alone ? new Already() : asked.Yes(this, new MailHeld(Mail));
    }
}

/// <summary>Let one mail go that is held, alone or with its batch.</summary>
/// <param name="Mail">The mail.</param>
internal sealed record ReleaseMail(MailId Mail) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked)
    {
        if (JournalFindings.Keeping(asked, Mail) is { } kept) return Refuse.For(kept);
        return asked.State.Mails[Mail].Hold == MailHold.None ? new Already() : asked.Yes(this, new MailReleased(Mail));
    }
}

/// <summary>A mail is held back.</summary>
/// <param name="Mail">The mail.</param>
internal sealed record MailHeld(MailId Mail) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) => state.WithMail(Mail, mail => mail with { Hold = MailHold.Alone });

    internal override BilingualText Tell(Telling telling) => new($"ระงับการส่งอีเมล {Mail} ไว้ก่อน", $"The mail {Mail} is held back");
}

/// <summary>A mail that was held may go.</summary>
/// <param name="Mail">The mail.</param>
internal sealed record MailReleased(MailId Mail) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) => state.WithMail(Mail, mail => mail with { Hold = MailHold.None });

    internal override BilingualText Tell(Telling telling) => new($"ปล่อยอีเมล {Mail} ที่ระงับไว้", $"The mail {Mail} was released");
}
