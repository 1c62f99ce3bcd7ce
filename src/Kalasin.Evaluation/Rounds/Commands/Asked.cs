namespace Kalasin.Evaluation.Rounds;

/// <summary>How a command is asked.</summary>
/// <param name="State">The round as it is.</param>
/// <param name="Rules">The rules in force; of a round that is to be opened, those it is opened under.</param>
/// <param name="Now">When.</param>
/// <param name="Actor">By whom.</param>
internal sealed record Asked(RoundState State, AwardRules Rules, DateTimeOffset Now, Actor Actor)
{
    /// <summary>Most days that a day may lie ahead.</summary>
    private const int MostDaysAhead = 366;

    /// <summary>Today in Bangkok.</summary>
    public DateOnly Today => BangkokTime.Date(Now);

    /// <summary>Do it: these events follow.</summary>
    public Accept Yes(RoundCommand command, params IEnumerable<RoundEvent> events) =>
        new([.. events.Select(e => new RoundEntry(Now, Actor, command.Id, e) { Body = command.Fingerprint })]);

    /// <summary>Whether the plan lacks the unit, or the unit doesn't report on the indicator; <see langword="null"/> when neither.</summary>
    public Finding? Unknown(UnitCode unit, IndicatorNumber? indicator = null)
    {
        if (Rules.Plan.Find(unit) is not { } known) return RoundFindings.UnknownUnit.At(Place.At("/unit"), unit.Value);
        return indicator is not { } number || Rules.Hosts(unit, number) ? null : DecisionFindings.NotItsIndicator.At(Place.At("/indicator"), known.Name, number.Bilingual);
    }

    /// <summary>Whether a day is before the first possible one or absurdly far ahead; <see langword="null"/> when neither.</summary>
    public Finding? Misplaced(DateOnly day, DateOnly earliest, string pointer)
    {
        if (day < earliest) return DecisionFindings.DayTooEarly.At(Place.At(pointer), ThaiDate.Bilingual(day), ThaiDate.Bilingual(earliest));
        var latest = (earliest > Today ? earliest : Today).AddDays(MostDaysAhead);
        return day > latest ? DecisionFindings.DayTooLate.At(Place.At(pointer), ThaiDate.Bilingual(day), ThaiDate.Bilingual(latest)) : null;
    }

    /// <summary>That no event of that number began such a thing.</summary>
    public static Refuse NoSuch(BilingualText what, string pointer, long number) =>
        Refuse.For(DecisionFindings.NumberUnknown.At(Place.At(pointer), what, ThaiNumerals.Number(number)));
}
