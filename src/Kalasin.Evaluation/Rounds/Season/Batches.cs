using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// Prepare mails of one purpose together; they are held until they are released. A mail that goes to its own preparer leaves at once. Not a
/// <see cref="RoundDecision"/>, because the host writes them.
/// </summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Mails">At least one, of one purpose; with the links that are issued in them at most <see cref="MailToQueue.MostEvents"/> events.</param>
internal sealed record PrepareMails(Guid Id, ImmutableArray<MailToQueue> Mails) : RoundCommand(Id)
{
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked)
    {
        var purpose = Mails[0].Purpose;
        if (Mails.Any(m => m.Purpose != purpose)) throw new ArgumentException("A batch has one purpose.", nameof(asked));
        var batch = asked.State.Sequence + 1;
        var queued = MailToQueue.Queue(Mails, asked, batch + 1, batch);
        if (queued.Refusal is { } refusal) return refusal;
        IEnumerable<RoundEvent> events = [new MailsPrepared(purpose, Mails.Length), .. queued.Events];
        return asked.Yes(this, purpose == MailPurpose.Test ? events.Append(new MailsReleased(batch)) : events);
    }
}

/// <summary>Let the mails of a batch go; those that somebody holds alone stay.</summary>
/// <param name="Batch">Its number.</param>
internal sealed record ReleaseMails(long Batch) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked) => asked.State.Batches.GetValueOrDefault(Batch) switch
    {
        null => Asked.NoSuch(MailBatch.Word, "/batch", Batch),
        { Released: { } released } => Already.By(released.Number),
        { Cancelled: not null } => Asked.Over(MailBatch.Word, "/batch", Batch),
        _ => asked.Yes(this, new MailsReleased(Batch)),
    };
}

/// <summary>Mails of one purpose were prepared; those that are queued with it are held until it is released. Its sequence is the batch's number.</summary>
/// <param name="Purpose">What they are for.</param>
/// <param name="Count">How many.</param>
internal sealed record MailsPrepared(MailPurpose Purpose, int Count) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Batches = state.Batches.Add(how.Number, new(how.Ruled(null), Purpose, Count)) };

    internal override BilingualText Tell(Telling telling)
    {
        var what = Purpose.Name();
        return new($"เตรียมอีเมลชุดใหม่ {ThaiNumerals.Format(Count)} ฉบับ ({what.Thai}) รอการปล่อย", $"{Counted.Of(Count):mail was|mails were} prepared ({what.English}), to be released");
    }
}

/// <summary>A batch may go.</summary>
/// <param name="Batch">Its number.</param>
internal sealed record MailsReleased(long Batch) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how)
    {
        var batches = state.Batches.SetItem(Batch, how.Earlier(state.Batches, Batch) with { Released = how.Ruled(null) });
        return state.Outbox.Where(m => m.Batch == Batch && m.Hold == MailHold.WithBatch)
            .Aggregate(state with { Batches = batches }, (before, held) => before.WithMail(held.Id, mail => mail with { Hold = MailHold.None }));
    }

    internal override BilingualText Tell(Telling telling)
    {
        var batch = ThaiNumerals.Number(Batch);
        return new($"ปล่อยอีเมลชุดเลขที่ {batch.Thai}", $"Batch {batch.English} of mails was released");
    }
}

/// <summary>Mails that were prepared together.</summary>
/// <param name="Prepared">By whom and when; its number is the batch's.</param>
/// <param name="Purpose">What they are for.</param>
/// <param name="Count">How many.</param>
internal sealed record MailBatch(Ruled Prepared, MailPurpose Purpose, int Count)
{
    public static BilingualText Word { get; } = new("อีเมลชุด", "batch of mails");

    /// <summary>By whom and when it was released; <see langword="null"/> before.</summary>
    public Ruled? Released { get; init; }

    /// <summary>By whom, when and why what still waited of it was cancelled; <see langword="null"/> where it was not.</summary>
    public Ruled? Cancelled { get; init; }
}

internal sealed partial record RoundState
{
    /// <summary>Batches of mails by their numbers.</summary>
    public ImmutableSortedDictionary<long, MailBatch> Batches { get; init; } = ImmutableSortedDictionary<long, MailBatch>.Empty;
}
