namespace Kalasin.Evaluation.Rounds;

/// <summary>Record that the giver of the award says the report arrived; a later record replaces it.</summary>
/// <param name="By">How that is known.</param>
/// <param name="On">The day it arrived or was registered; from the day it left to today.</param>
/// <param name="Number">Number in the giver's register. Default: not told.</param>
internal sealed record AcknowledgeDispatch(AcknowledgedBy By, DateOnly On, string? Number = null) : RoundDecision
{
    private const int LongestNumber = 100;

    private static readonly BilingualText NumberWord = new("เลขที่รับ", "register number");

    private protected override IEnumerable<Said> Said => [new("number", NumberWord, Number, LongestNumber)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked)
    {
        if (asked.State.DispatchedAt is not { } left) return Refuse.For(SigningFindings.NotDispatched.At(Place.Nowhere));
        if (On > asked.Today) return Refuse.For(DecisionFindings.DayTooLate.At(Place.At("/on"), ThaiDate.Bilingual(On), ThaiDate.Bilingual(asked.Today)));
        return asked.Misplaced(On, BangkokTime.Date(left), "/on") is { } misplaced
            ? Refuse.For(misplaced)
            : asked.Yes(this, new DispatchAcknowledged(By, On, Number is null ? null : HashOf(Number)));
    }
}

/// <summary>The giver of the award says that the report arrived.</summary>
/// <param name="By">How that is known.</param>
/// <param name="On">The day it arrived or was registered.</param>
/// <param name="Number">Vault object with the number in the giver's register; <see langword="null"/> where it was not told.</param>
internal sealed record DispatchAcknowledged(AcknowledgedBy By, DateOnly On, ContentHash? Number) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => Number is { } number ? [number] : [];

    internal override RoundState Apply(RoundState state, Happened how) => state with { Acknowledgement = new(how.Ruled(Number), By, On) };

    internal override BilingualText Tell(Telling telling)
    {
        var (day, how) = (ThaiDate.Bilingual(On), Acknowledgement.NameOf(By));
        return new($"หน่วยงานเจ้าของรางวัลได้รับรายงานแล้ว เมื่อวันที่ {day.Thai} ({how.Thai})", $"The giver of the award has the report since {day.English} ({how.English})");
    }
}

/// <summary>That the giver of the award says the report arrived.</summary>
/// <param name="Recorded">Who recorded it and when, with the number in the giver's register.</param>
/// <param name="By">How that is known.</param>
/// <param name="On">The day it arrived or was registered.</param>
internal sealed record Acknowledgement(Ruled Recorded, AcknowledgedBy By, DateOnly On)
{
    public static BilingualText NameOf(AcknowledgedBy by) => by switch
    {
        AcknowledgedBy.Reply => new("ตอบกลับทางอีเมล", "by reply"),
        AcknowledgedBy.Register => new("แจ้งเลขทะเบียนรับ", "by register number"),
        _ => new("ตอบรับเป็นหนังสือ", "on paper"),
    };
}

/// <summary>How it is known that the report arrived.</summary>
internal enum AcknowledgedBy
{
    /// <summary>By a reply to the mail.</summary>
    Reply,

    /// <summary>By the number in the giver's register.</summary>
    Register,

    /// <summary>On paper.</summary>
    Paper,
}

internal sealed partial record RoundState
{
    /// <summary>That the giver of the award says the report arrived; <see langword="null"/> while nobody has recorded it.</summary>
    public Acknowledgement? Acknowledgement { get; init; }
}
