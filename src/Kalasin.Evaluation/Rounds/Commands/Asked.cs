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
    public Finding? Unknown(UnitCode unit, IndicatorNumber? indicator = null, string pointer = "/unit")
    {
        if (Rules.Plan.Find(unit) is not { } known) return RoundFindings.UnknownUnit.At(Place.At(pointer), unit.Value);
        return indicator is not { } number || Rules.Hosts(unit, number) ? null : DecisionFindings.NotItsIndicator.At(Place.At("/indicator"), known.Name, number.Bilingual);
    }

    /// <summary>Whether there is no such version of a return; <see langword="null"/> when there is.</summary>
    public Finding? NotReceived(UnitCode unit, IndicatorNumber indicator, int version)
    {
        if (Unknown(unit, indicator) is { } unknown) return unknown;
        return State.Returns.TryGetValue((unit, indicator), out var versions) && version >= 1 && version <= versions.Count
            ? null
            : DecisionFindings.VersionUnknown.At(Place.At("/version"), new Telling(Rules).ReturnOf(unit, indicator), ThaiNumerals.Number(version));
    }

    /// <summary>Whether a version is not the one that counts; <see langword="null"/> when it is.</summary>
    public Finding? NotCurrent(UnitCode unit, IndicatorNumber indicator, int version)
    {
        if (NotReceived(unit, indicator, version) is { } missing) return missing;
        return State.Current(unit, indicator) switch
        {
            null => DecisionFindings.NothingReported.At(Place.At("/version"), new Telling(Rules).ReturnOf(unit, indicator)),
            { Version: var current } when current != version => DecisionFindings.NotCurrent.At(Place.At("/version"), ThaiNumerals.Number(version), ThaiNumerals.Number(current)),
            _ => null,
        };
    }

    /// <summary>Whether a row that a decision names is in no current return; <see langword="null"/> when each was seen there.</summary>
    public Finding? Unseen(RoundDecision decision)
    {
        foreach (var (indicator, row, pointer) in decision.Rows)
            if (State.Current(row.Unit, indicator) is not { Content: var content } || !decision.Observed.Rows.Contains((indicator, row, content)))
                return DecisionFindings.RowUnknown.At(Place.At(pointer), new Telling(Rules).ReturnOf(row.Unit, indicator));
        return null;
    }

    /// <summary>Whether the framework lacks the indicator, or scores no such entrant on it; <see langword="null"/> when neither.</summary>
    public Finding? NoEntrant(IndicatorNumber indicator, UnitCode? entrant)
    {
        if (Rules.Framework.Find(indicator) is null) return DecisionFindings.IndicatorUnknown.At(Place.At("/indicator"), indicator.Bilingual);
        if (Rules.Framework.Entrant == EntrantKind.Province) return entrant is null ? null : DecisionFindings.EntrantUnknown.At(Place.At("/entrant"));
        return entrant is { } unit ? Unknown(unit, indicator, "/entrant") : DecisionFindings.EntrantUnknown.At(Place.At("/entrant"));
    }

    /// <summary>Whether whoever asks belongs to a unit: the coordinator to the one that collects, the holder of a link to the one it was issued for.</summary>
    public bool IsOwn(UnitCode unit) => Actor switch
    {
        { IsCoordinator: true } => Rules.Plan.Collector == unit,
        { Role: ActorRole.UnitOfficer } => Actor.IsOfficerOf(unit),
        _ => State.Links.Values.Any(l => l.Unit == unit && Actor.Id == Actor.OfLink(l.Number)),
    };

    /// <summary>Whether whoever asks is that person, in whatever role.</summary>
    public bool IsSelf(Actor other) => other.IsPerson && Actor.IsPerson && other.Id == Actor.Id;

    /// <summary>
    /// That whoever asks would settle what is their own unit's, which is for somebody else to say; <see langword="null"/> where it is another's. In
    /// either direction: a row that is left out may raise a percentage.
    /// </summary>
    public Finding? OwnMatter(UnitCode unit, string pointer) => IsOwn(unit) ? DecisionFindings.OwnWork.At(Place.At(pointer)) : null;

    /// <summary>Whether they made a return: it is their unit's, or they entered the version that counts. Such a return somebody else vouches for.</summary>
    public bool Made(UnitCode unit, IndicatorNumber indicator) => IsOwn(unit) || (State.Current(unit, indicator)?.Maker is { } maker && IsSelf(maker));

    /// <summary>
    /// Whether they may record what judges gave a unit: whoever is in charge, or who collects, but for their own unit. A program is nobody who could answer for a committee.
    /// </summary>
    public bool RecordsScoresOf(UnitCode unit) => (Actor.IsInCharge || Actor.IsOfficerOf(Rules.Plan.Collector)) && !IsOwn(unit);

    /// <summary>That whoever asks would assess a result that they made a part of; <see langword="null"/> where they didn't.</summary>
    public Finding? OwnResult(IndicatorNumber indicator, UnitCode? entrant) =>
        (entrant is { } unit ? Made(unit, indicator) : Rules.HostingOf(indicator).Hosts.Any(host => Made(host, indicator))) ? DecisionFindings.OwnWork.At(Place.Nowhere) : null;

    /// <summary>Whether a day is before the first possible one or absurdly far ahead; <see langword="null"/> when neither.</summary>
    public Finding? Misplaced(DateOnly day, DateOnly earliest, string pointer)
    {
        if (day < earliest) return DecisionFindings.DayTooEarly.At(Place.At(pointer), ThaiDate.Bilingual(day), ThaiDate.Bilingual(earliest));
        var latest = (earliest > Today ? earliest : Today).AddDays(MostDaysAhead);
        return day > latest ? DecisionFindings.DayTooLate.At(Place.At(pointer), ThaiDate.Bilingual(day), ThaiDate.Bilingual(latest)) : null;
    }

    /// <summary>That no delivery has that receipt.</summary>
    public static Refuse NoSuchReceipt(int receipt) => Refuse.For(DecisionFindings.ReceiptUnknown.At(Place.At("/receipt"), ThaiNumerals.Number(receipt)));

    /// <summary>That it is over.</summary>
    public static Refuse Over(BilingualText what, string pointer, long number) =>
        Refuse.For(DecisionFindings.IsOver.At(Place.At(pointer), what, ThaiNumerals.Number(number)));

    /// <summary>That no event of that number began such a thing.</summary>
    public static Refuse NoSuch(BilingualText what, string pointer, long number) =>
        Refuse.For(DecisionFindings.NumberUnknown.At(Place.At(pointer), what, ThaiNumerals.Number(number)));
}
