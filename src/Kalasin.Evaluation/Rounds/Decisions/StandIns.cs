using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Name who stands in for the head (รักษาราชการแทน) on some days.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive; today or later.</param>
/// <param name="Link">Number of the personal link by which they act; one for a stand-in, not revoked.</param>
/// <param name="Reason">By which order, or why.</param>
internal sealed record NameStandIn(DateOnly From, DateOnly To, long Link, string Reason) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked)
    {
        if (asked.State.Links.GetValueOrDefault(Link) is not { Purpose: LinkPurpose.StandIn, Revoked: null }) return Asked.NoSuch(IssuedLink.Word, "/link", Link);
        if (asked.Misplaced(To, From > asked.Today ? From : asked.Today, "/to") is { } misplaced) return Refuse.For(misplaced);
        return asked.State.StandIns.Values.FirstOrDefault(s => s.Ended is null && (s.From, s.To, s.Link) == (From, To, Link)) is { } named
            ? Already.By(named.Named.Number)
            : asked.Yes(this, new StandInNamed(From, To, Link, HashOf(Reason)));
    }
}

/// <summary>End a stand-in before the last day.</summary>
/// <param name="StandIn">Its number.</param>
/// <param name="Reason">Why.</param>
internal sealed record EndStandIn(long StandIn, string Reason) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked) => asked.State.StandIns.GetValueOrDefault(StandIn) switch
    {
        null => Asked.NoSuch(Rounds.StandIn.Word, "/standIn", StandIn),
        { Ended: { } ended } => Already.By(ended.Number),
        _ => asked.Yes(this, new StandInEnded(StandIn, HashOf(Reason))),
    };
}

/// <summary>Somebody stands in for the head on some days.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Link">Number of the personal link by which they act.</param>
/// <param name="Reason">Vault object that says by which order, or why.</param>
internal sealed record StandInNamed(DateOnly From, DateOnly To, long Link, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { StandIns = state.StandIns.Add(how.Number, new(how.Ruled(Reason), From, To, Link)) };

    internal override BilingualText Tell(Telling telling)
    {
        var (from, to, link) = (ThaiDate.Bilingual(From), ThaiDate.Bilingual(To), ThaiNumerals.Number(Link));
        return new(
            $"กำหนดให้ผู้ถือลิงก์เลขที่ {link.Thai} รักษาราชการแทน ตั้งแต่วันที่ {from.Thai} ถึงวันที่ {to.Thai}",
            $"The holder of link {link.English} stands in for the head from {from.English} to {to.English}");
    }
}

/// <summary>A stand-in ended before the last day.</summary>
/// <param name="StandIn">Number of the stand-in.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record StandInEnded(long StandIn, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { StandIns = state.StandIns.SetItem(StandIn, how.Earlier(state.StandIns, StandIn) with { Ended = how.Ruled(Reason) }) };

    internal override BilingualText Tell(Telling telling) =>
        new($"สิ้นสุดการรักษาราชการแทนเลขที่ {ThaiNumerals.Format(StandIn)}", $"Stand-in {ThaiNumerals.Number(StandIn).English} ended");
}

/// <summary>Somebody who stands in for the head.</summary>
/// <param name="Named">By whom, when, and why.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Link">Number of the personal link by which they act.</param>
internal sealed record StandIn(Ruled Named, DateOnly From, DateOnly To, long Link)
{
    public static BilingualText Word { get; } = new("การรักษาราชการแทน", "stand-in");

    /// <summary>Who ended it early, when and why; <see langword="null"/> when nobody did.</summary>
    public Ruled? Ended { get; init; }

    /// <summary>Whether they stand in on a day.</summary>
    public bool IsOn(DateOnly day) => Ended is null && day >= From && day <= To;
}

internal sealed partial record RoundState
{
    /// <summary>Stand-ins by their numbers, past and ended ones included.</summary>
    public ImmutableSortedDictionary<long, StandIn> StandIns { get; init; } = ImmutableSortedDictionary<long, StandIn>.Empty;

    /// <summary>As whom whoever holds a link acts at a moment; <see langword="null"/> when it opens nothing then.</summary>
    public Actor? ActorOf(IssuedLink link, DateTimeOffset now)
    {
        if (!link.Opens(now)) return null;
        return link.Purpose switch
        {
            LinkPurpose.Unit => Actor.Officer(link.Unit!.Value),
            LinkPurpose.Head => new(ActorRole.Head, Actor.OfLink(link.Number)),
            LinkPurpose.Inspector => new(ActorRole.Inspector, Actor.OfLink(link.Number)),
            LinkPurpose.Confirmer => new(ActorRole.Confirmer, Actor.OfLink(link.Number)),
            _ => StandIns.Values.Any(s => s.Link == link.Number && s.IsOn(BangkokTime.Date(now))) ? new(ActorRole.Head, Actor.OfLink(link.Number)) : null,
        };
    }
}
