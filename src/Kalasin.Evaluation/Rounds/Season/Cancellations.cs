namespace Kalasin.Evaluation.Rounds;

/// <summary>Keep a mail, or all of a batch that still wait, from ever leaving.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Batch">Number of the batch. Default: one mail is meant.</param>
/// <param name="Mail">The mail. Default: a batch is meant.</param>
internal sealed record CancelMails(string Reason, long? Batch = null, MailId? Mail = null) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked)
    {
        if (Batch is null == Mail is null) return Refuse.For(JournalFindings.MailOrBatch.At(Place.Nowhere));
        if (Mail is { } id)
        {
            if (asked.State.Mails.GetValueOrDefault(id) is { Cancelled: { } cancelled }) return Already.By(cancelled.Number);
            return JournalFindings.Keeping(asked, id) is { } kept ? Refuse.For(kept) : asked.Yes(this, Cancelled);
        }
        if (asked.State.Batches.GetValueOrDefault(Batch!.Value) is not { } batch) return Asked.NoSuch(MailBatch.Word, "/batch", Batch.Value);
        if (batch.Cancelled is { } before) return Already.By(before.Number);
        return asked.State.Outbox.Any(m => m.Batch == Batch && !m.IsUnderWay(asked.Now)) ? asked.Yes(this, Cancelled) : Asked.Over(MailBatch.Word, "/batch", Batch.Value);
    }

    private MailsCancelled Cancelled => new(Batch, Mail, HashOf(Reason));
}

/// <summary>Mails that waited were cancelled. One that is being sent leaves all the same, and is not among them.</summary>
/// <param name="Batch">Number of the batch; <see langword="null"/> where one mail is meant.</param>
/// <param name="Mail">The mail; <see langword="null"/> where a batch is meant.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record MailsCancelled(long? Batch, MailId? Mail, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override RoundState Apply(RoundState state, Happened how)
    {
        var why = how.Ruled(Reason);
        if (Mail is { } id) return state.WithMail(id, Cancel);
        if (Batch is not { } batch) throw new InvalidDataException($"Event {how.Number} cancels neither a mail nor a batch.");
        var batches = state.Batches.SetItem(batch, how.Earlier(state.Batches, batch) with { Cancelled = why });
        return state.Outbox.Where(m => m.Batch == batch && !m.IsUnderWay(how.At))
            .Aggregate(state with { Batches = batches }, (before, waiting) => before.WithMail(waiting.Id, Cancel));

        JournalMail Cancel(JournalMail mail) => mail with { Cancelled = why };
    }

    internal override BilingualText Tell(Telling telling)
    {
        if (Mail is { } id) return new($"ยกเลิกการส่งอีเมล {id}", $"The mail {id} was cancelled");
        var batch = ThaiNumerals.Number(Batch ?? 0);
        return new($"ยกเลิกอีเมลชุดเลขที่ {batch.Thai} ที่ยังไม่ได้ส่ง", $"What still waited of batch {batch.English} of mails was cancelled");
    }
}
