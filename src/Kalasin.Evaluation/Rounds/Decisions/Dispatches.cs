using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// Send the report to the giver of the award; once, unless that is cancelled. Its mails are queued with it. Not a <see cref="RoundDecision"/>, because the host writes them.
/// </summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Mails">At least one, all of purpose <see cref="MailPurpose.Dispatch"/>.</param>
/// <param name="Reason">What should be known of it. Default: nothing.</param>
internal sealed record OrderDispatch(Guid Id, ImmutableArray<MailToQueue> Mails, StatedText? Reason = null) : RoundCommand(Id)
{
    internal override IEnumerable<StatedText> Texts => Reason is null ? [] : [Reason];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked)
    {
        if (asked.State.Dispatch is { Ordered: var before }) return Already.By(before.Number);
        if (DispatchOrder.Obstacles(asked.State, asked.Rules) is { IsEmpty: false } obstacles) return new Refuse(obstacles);
        if (Mails.FirstOrDefault(m => asked.State.Mails.ContainsKey(m.Mail)) is { } known) return Refuse.For(JournalFindings.MailGone.At(Place.Nowhere, known.Mail.Value));
        if (Mails.IsEmpty || Mails.Any(m => m.Purpose != MailPurpose.Dispatch)) throw new ArgumentException("The report goes by mails of its own.", nameof(asked));
        var queued = MailToQueue.Queue(Mails, asked, asked.State.Sequence + 2, null);
        var (report, letter) = (asked.State.Signing!.Report, asked.State.SignedCopyOf(SignedPaper.Letter, asked.Rules)!);
        return queued.Refusal is { } refusal
            ? refusal
            : asked.Yes(this, queued.Events.Prepend(new DispatchOrdered(
                report.Word, report.Pdf, letter.File, asked.State.SignedCopyOf(SignedPaper.SignaturePage, asked.Rules)?.File, letter.Of, Reason?.Hash)));
    }
}

/// <summary>Say what became of a mail of the dispatch that is not tried again by itself: whoever was sending it was cut off, the server did not take it, or it came back.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="Left">It left, and counts as sent; otherwise the same is sent again.</param>
/// <param name="Reason">How that is known.</param>
internal sealed record SettleDispatch(MailId Mail, bool Left, string Reason) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked) => asked.State.Mails.GetValueOrDefault(Mail) is { Purpose: MailPurpose.Dispatch } mail
        && (mail.IsInterrupted(asked.Now) || mail.IsLost)
        ? asked.Yes(this, new DispatchSettled(Mail, Left, HashOf(Reason)))
        : Refuse.For(SigningFindings.NotInterrupted.At(Place.At("/mail"), Mail.Value));
}

/// <summary>Call a dispatch off of which nothing arrived, so that it can be ordered anew: after the address was corrected, or with another letter.</summary>
/// <param name="Reason">Why.</param>
internal sealed record CancelDispatch(string Reason) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked)
    {
        if (asked.State.Dispatch is null) return Refuse.For(SigningFindings.NotOrdered.At(Place.Nowhere));
        return asked.State.DispatchMails.FirstOrDefault(m => m.MayHaveLeft(asked.Now)) is { } left
            ? Refuse.For(SigningFindings.DispatchLeft.At(Place.Nowhere, left.Id.Value))
            : asked.Yes(this, new DispatchCancelled(HashOf(Reason)));
    }
}

/// <summary>The report is on its way to the giver of the award; its mails follow in the same append.</summary>
/// <param name="Word">Hash of the official edition's .docx.</param>
/// <param name="Pdf">Hash of its .pdf.</param>
/// <param name="SignedLetter">Hash of the signed letter.</param>
/// <param name="SignedPage">Hash of the signed signature page; <see langword="null"/> where none was attached.</param>
/// <param name="Letter">Sequence of the event that the letter's words follow from.</param>
/// <param name="Reason">Vault object with what should be known of it; <see langword="null"/> where nothing was said.</param>
internal sealed record DispatchOrdered(
    ContentHash Word, ContentHash Pdf, ContentHash SignedLetter, ContentHash? SignedPage, long Letter, ContentHash? Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => Reason is { } reason ? [reason] : [];

    internal override IEnumerable<ContentHash> Contents => [Word, Pdf, SignedLetter, .. SignedPage is { } page ? [page] : Array.Empty<ContentHash>(), .. Texts];

    internal override RoundState Apply(RoundState state, Happened how) => state is { Dispatch: null, Signing: { IsApproved: true, Report: var report } } && report.Pdf == Pdf
        ? state with { Dispatch = new(how.Ruled(Reason), report, SignedLetter, SignedPage) }
        : throw new InvalidDataException($"Event {how.Number} dispatches what was not approved, or twice.");

    internal override BilingualText Tell(Telling telling) => new("สั่งส่งรายงานถึงหน่วยงานเจ้าของรางวัล", "The report was ordered to be sent to the giver of the award");
}

/// <summary>Somebody found out what became of a mail of the dispatch.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="Left">It left; otherwise it is sent again.</param>
/// <param name="Reason">Vault object that says how that is known.</param>
internal sealed record DispatchSettled(MailId Mail, bool Left, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override RoundState Apply(RoundState state, Happened how) =>
        state.WithMail(Mail, mail =>
            (Left ? mail with { SentAt = mail.SentAt ?? how.At } : mail with { SentAt = null, Attempts = 0, NotBefore = how.At }) with { Bounce = null, IsRefused = false, Failure = null });

    internal override BilingualText Tell(Telling telling) => Left
        ? new($"ยืนยันว่าอีเมล {Mail} ส่งออกไปแล้ว", $"The mail {Mail} was found to have left")
        : new($"ยืนยันว่าอีเมล {Mail} ยังไม่ได้ส่งออก ให้ส่งอีกครั้ง", $"The mail {Mail} was found not to have left and is sent again");
}

/// <summary>A dispatch of which nothing arrived was called off; its mails are cancelled with it, and whatever was recorded of its arrival was a mistake.</summary>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record DispatchCancelled(ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override RoundState Apply(RoundState state, Happened how) => state.Dispatch is null
        ? throw new InvalidDataException($"Event {how.Number} cancels a dispatch that nobody ordered.")
        : state.DispatchMails.Aggregate(state with { Dispatch = null, Acknowledgement = null }, (before, mail) => before.WithMail(mail.Id, m => m with { Cancelled = how.Ruled(Reason) }));

    internal override BilingualText Tell(Telling telling) =>
        new("ยกเลิกการส่งรายงานถึงหน่วยงานเจ้าของรางวัล", "The dispatch of the report to the giver of the award was called off");
}

internal sealed partial record RoundState
{
    /// <summary>That the report was sent to the giver of the award, and which; <see langword="null"/> before.</summary>
    public DispatchOrder? Dispatch { get; init; }

    /// <summary>When the last mail of the dispatch had left; <see langword="null"/> before, and where one of them did not arrive.</summary>
    public DateTimeOffset? DispatchedAt
    {
        get
        {
            if (Dispatch is null) return null;
            var left = DispatchMails.Select(m => m.IsLost ? null : m.SentAt).ToList();
            return left.Contains(null) ? null : left.Max();
        }
    }

    /// <summary>The mails of the dispatch, oldest first, without those of one that was called off.</summary>
    public IEnumerable<JournalMail> DispatchMails => Mails.Values.Where(m => m is { Purpose: MailPurpose.Dispatch, Cancelled: null }).OrderBy(m => m.Number);

    /// <summary>What the round has come to since the report that was dispatched; <see langword="null"/> where none was.</summary>
    public ReportDifference? DifferenceToDispatched(AwardRules rules) => Dispatch is { Report: var report } ? ReportDifference.Of(report, this, rules) : null;
}
