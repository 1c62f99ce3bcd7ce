namespace Kalasin.Evaluation.Rounds;

/// <summary>A mail waits to be sent.</summary>
/// <param name="Mail">Its id: the same whenever the same step is done.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Eml">The exact <c>.eml</c> in the vault; whom it goes to stands there alone.</param>
internal sealed record MailQueued(MailId Mail, MailPurpose Purpose, ContentHash Eml) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) => state with { Outbox = state.Outbox.Add(new(Mail, Purpose, Eml, how.At)) };

    internal override BilingualText Tell(Telling telling) => new($"เตรียมอีเมล {Mail} ไว้ส่ง", $"The mail {Mail} was queued");

    internal override IEnumerable<ContentHash> Contents => [Eml];
}

/// <summary>Somebody is about to send a mail. Nobody else is before the lease ends; then it may be sent once more, with the same Message-Id.</summary>
/// <param name="Mail">Its id.</param>
/// <param name="Until">End of the lease.</param>
internal sealed record MailAttempted(MailId Mail, DateTimeOffset Until) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) =>
        state.WithWaiting(Mail, mail => mail with { Attempts = mail.Attempts + 1, NotBefore = Until, Failure = null });

    internal override BilingualText Tell(Telling telling) => new($"กำลังส่งอีเมล {Mail}", $"The mail {Mail} is being sent");
}

/// <summary>A mail was handed over.</summary>
/// <param name="Mail">Its id.</param>
internal sealed record MailSent(MailId Mail) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) => state with { Outbox = state.Outbox.RemoveAll(mail => mail.Id == Mail) };

    internal override BilingualText Tell(Telling telling) => new($"ส่งอีเมล {Mail} แล้ว", $"The mail {Mail} was handed over");
}

/// <summary>A mail could not be handed over; it waits for the end of its lease.</summary>
/// <param name="Mail">Its id.</param>
/// <param name="Code">Code of the finding.</param>
internal sealed record MailFailed(MailId Mail, string Code) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) => state.WithWaiting(Mail, mail => mail with { Failure = Code });

    internal override BilingualText Tell(Telling telling) => new($"ส่งอีเมล {Mail} ไม่ได้ ({Code})", $"The mail {Mail} could not be handed over ({Code})");
}

internal sealed partial record RoundState
{
    /// <summary>With something changed of a mail that waits.</summary>
    internal RoundState WithWaiting(MailId id, Func<WaitingMail, WaitingMail> change) => Outbox.FindIndex(mail => mail.Id == id) is >= 0 and var at
        ? this with { Outbox = Outbox.SetItem(at, change(Outbox[at])) }
        : throw new InvalidDataException($"The mail {id} does not wait.");
}
