using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// Issue a personal link. The host draws its secret and shows it once; here stands its hash alone. Not a <see cref="RoundDecision"/>, because
/// more than words is needed for it.
/// </summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Purpose">For whom it is.</param>
/// <param name="Unit">The unit whose page it opens; of a confirmer's link the unit whose head confirms, if any; otherwise none.</param>
/// <param name="Secret">Hash of the secret.</param>
/// <param name="Expires">When it stops opening anything.</param>
/// <param name="Note">Whom it was given to, in free text. Default: not said.</param>
internal sealed record IssueLink(
    Guid Id, LinkPurpose Purpose, UnitCode? Unit, ContentHash Secret, DateTimeOffset Expires, StatedText? Note = null) : RoundCommand(Id)
{
    internal override IEnumerable<StatedText> Texts => Note is null ? [] : [Note];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked)
    {
        if (Unit is { } unit && asked.Unknown(unit) is { } unknown) return Refuse.For(unknown);
        var isRight = Purpose switch { LinkPurpose.Unit => Unit is not null, LinkPurpose.Confirmer => true, _ => Unit is null };
        if (!isRight) return Refuse.For(DecisionFindings.LinkUnit.At(Place.At("/unit")));
        if (asked.Misplaced(BangkokTime.Date(Expires), asked.Today, "/expires") is { } misplaced) return Refuse.For(misplaced);
        if (asked.State.Links.Values.Any(l => l.Secret == Secret)) throw new ArgumentException("A secret opens one link.", nameof(asked));
        return asked.Yes(this, new LinkIssued(Purpose, Unit, Secret, Expires, Note?.Hash));
    }
}

/// <summary>Take a personal link back; it opens nothing any more.</summary>
/// <param name="Link">Its number.</param>
/// <param name="Reason">Why.</param>
internal sealed record RevokeLink(long Link, string Reason) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked) => asked.State.Links.GetValueOrDefault(Link) switch
    {
        null => Asked.NoSuch(IssuedLink.Word, "/link", Link),
        { Revoked: { } revoked } => Already.By(revoked.Number),
        _ => asked.Yes(this, new LinkRevoked(Link, HashOf(Reason))),
    };
}

/// <summary>A personal link was issued.</summary>
/// <param name="Purpose">For whom.</param>
/// <param name="Unit">The unit it has to do with, if any.</param>
/// <param name="Secret">Hash of the secret.</param>
/// <param name="Expires">When it stops opening anything.</param>
/// <param name="Note">Vault object that says whom it was given to; <see langword="null"/> where nobody said.</param>
internal sealed record LinkIssued(LinkPurpose Purpose, UnitCode? Unit, ContentHash Secret, DateTimeOffset Expires, ContentHash? Note) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => Note is { } note ? [note] : [];

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Links = state.Links.Add(how.Number, new(how.Number, Purpose, Unit, Secret, how.Ruled(Note), Expires)) };

    internal override BilingualText Tell(Telling telling)
    {
        var (day, whom) = (BangkokTime.DateAndTime(Expires), telling.HolderOf(Purpose, Unit));
        return new($"ออกลิงก์ส่วนบุคคลให้{whom.Thai} ใช้ได้ถึง {day.Thai}", $"A personal link was issued ({whom.English}), valid until {day.English}");
    }
}

/// <summary>A personal link was taken back.</summary>
/// <param name="Link">Its number.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record LinkRevoked(long Link, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Links = state.Links.SetItem(Link, how.Earlier(state.Links, Link) with { Revoked = how.Ruled(Reason) }) };

    internal override BilingualText Tell(Telling telling) =>
        new($"ยกเลิกลิงก์ส่วนบุคคลเลขที่ {ThaiNumerals.Format(Link)}", $"Personal link {ThaiNumerals.Number(Link).English} was taken back");
}

/// <summary>A personal link.</summary>
/// <param name="Number">Sequence of the event that issued it.</param>
/// <param name="Purpose">For whom.</param>
/// <param name="Unit">The unit it has to do with, if any.</param>
/// <param name="Secret">Hash of the secret.</param>
/// <param name="Issued">When, by whom, and whom it was given to.</param>
/// <param name="Expires">When it stops opening anything.</param>
internal sealed record IssuedLink(long Number, LinkPurpose Purpose, UnitCode? Unit, ContentHash Secret, Ruled Issued, DateTimeOffset Expires)
{
    public static BilingualText Word { get; } = new("ลิงก์ส่วนบุคคล", "personal link");

    /// <summary>What holders are called whose link is no unit's own.</summary>
    public static BilingualText HolderOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Head => Actor.NameOf(ActorRole.Head),
        LinkPurpose.Inspector => Actor.NameOf(ActorRole.Inspector),
        LinkPurpose.Confirmer => Actor.NameOf(ActorRole.Confirmer),
        LinkPurpose.StandIn => new("ผู้รักษาราชการแทน", "stand-in"),
        _ => Actor.NameOf(ActorRole.UnitOfficer),
    };

    /// <summary>When, by whom and why it was taken back; <see langword="null"/> while it was not.</summary>
    public Ruled? Revoked { get; init; }

    /// <summary>When it was first opened; <see langword="null"/> where it was not, and where that was before openings were recorded.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Whether it opens anything at a moment.</summary>
    public bool Opens(DateTimeOffset now) => Revoked is null && now < Expires;
}

/// <summary>For whom a personal link is.</summary>
internal enum LinkPurpose
{
    /// <summary>Whoever reports for a unit.</summary>
    Unit,

    /// <summary>The head, who signs.</summary>
    Head,

    /// <summary>An inspector, who reads everything.</summary>
    Inspector,

    /// <summary>Whoever confirms what others have made; of a unit, its head.</summary>
    Confirmer,

    /// <summary>Whoever stands in for the head, on the days that somebody named.</summary>
    StandIn,
}

internal sealed partial record RoundState
{
    /// <summary>Personal links by their numbers, expired and revoked ones included.</summary>
    public ImmutableSortedDictionary<long, IssuedLink> Links { get; init; } = ImmutableSortedDictionary<long, IssuedLink>.Empty;
}
