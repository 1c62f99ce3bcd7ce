using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Give a unit more time; a later one replaces it, and the plan's own last day takes it back.</summary>
/// <param name="Unit">Whom.</param>
/// <param name="Until">Last day, inclusive; the plan's or later.</param>
/// <param name="Reason">Why.</param>
internal sealed record ExtendDeadline(UnitCode Unit, DateOnly Until, string Reason) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked)
    {
        if (asked.Unknown(Unit) is { } unknown) return Refuse.For(unknown);
        var planned = asked.Rules.Plan.InternalDeadline.Date;
        if (asked.Misplaced(Until, planned, "/until") is { } misplaced) return Refuse.For(misplaced);
        return asked.State.ExtensionOf(Unit) switch
        {
            { } extension when extension.Until == Until => Already.By(extension.Given.Number),
            null when Until == planned => new Already(),
            _ when asked.IsOwn(Unit) => Refuse.For(DecisionFindings.OwnWork.At(Place.At("/unit"))),
            _ => asked.Yes(this, new DeadlineExtended(Unit, Until, HashOf(Reason))),
        };
    }
}

/// <summary>A unit was given more time.</summary>
/// <param name="Unit">Whom.</param>
/// <param name="Until">Last day, inclusive.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record DeadlineExtended(UnitCode Unit, DateOnly Until, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) => state with { Extensions = state.Extensions.Add(new(how.Ruled(Reason), Unit, Until)) };

    internal override BilingualText Tell(Telling telling)
    {
        var (unit, day) = (telling.NameOf(Unit), ThaiDate.Bilingual(Until));
        return Until == telling.Planned
            ? new($"ให้{unit.Thai}กลับไปใช้กำหนดส่งเดิม วันที่ {day.Thai}", $"{unit.English} has to report by the plan's day again, {day.English}")
            : new($"ขยายกำหนดส่งรายงานของ{unit.Thai}ถึงวันที่ {day.Thai}", $"{unit.English} may report until {day.English}");
    }
}

/// <summary>More time for a unit.</summary>
/// <param name="Given">By whom, when, and why.</param>
/// <param name="Unit">Whom.</param>
/// <param name="Until">Last day, inclusive.</param>
internal sealed record Extension(Ruled Given, UnitCode Unit, DateOnly Until);

internal sealed partial record RoundState
{
    /// <summary>Every extension ever given, oldest first: receipts say what held when they were given.</summary>
    public ImmutableList<Extension> Extensions { get; init; } = [];

    /// <summary>The extension of a unit that holds, or held after an event.</summary>
    /// <param name="unit">Whose.</param>
    /// <param name="after">Sequence of the event. Default: the last.</param>
    public Extension? ExtensionOf(UnitCode unit, long after = long.MaxValue) => Extensions.FindLast(e => e.Unit == unit && e.Given.Number <= after);
}
