namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// Reserve number and date of the letter that the report goes with; before anybody signs it with a certificate, since a number that is added
/// later breaks the signature. A later one replaces it.
/// </summary>
/// <param name="Number">Number as it is printed, at most 60 characters.</param>
/// <param name="On">Date of the letter.</param>
/// <param name="Reason">Why it replaces the one before; needed then. Default: it is the first.</param>
internal sealed record NumberLetter(string Number, DateOnly On, string? Reason = null) : RoundDecision
{
    private const int LongestNumber = 60;

    private static readonly BilingualText NumberWord = new("เลขที่หนังสือ", "number of the letter");

    private protected override IEnumerable<Said> Said => [new("number", NumberWord, Number, LongestNumber), Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked)
    {
        if (DispatchOrder.IsOver(asked) is { } over) return Refuse.For(over);
        if (asked.Misplaced(On, BangkokTime.Date(asked.State.Rules[0].Since), "/on") is { } misplaced) return Refuse.For(misplaced);
        return asked.State.Letter is not null && Reason is null
            ? Refuse.For(Rounds.Said.Why("").Objection!)
            : asked.Yes(this, new LetterNumbered(HashOf(Number), On, Reason is null ? null : HashOf(Reason)));
    }
}

/// <summary>Number and date of the letter were reserved.</summary>
/// <param name="Text">Vault object with the number as it is printed.</param>
/// <param name="On">Date of the letter.</param>
/// <param name="Reason">Vault object that says why it replaces the one before; <see langword="null"/> for the first.</param>
internal sealed record LetterNumbered(ContentHash Text, DateOnly On, ContentHash? Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => Reason is { } reason ? [Text, reason] : [Text];

    internal override RoundState Apply(RoundState state, Happened how) => state with { Letter = new(how.Ruled(Text), On, Reason) };

    internal override BilingualText Tell(Telling telling)
    {
        var day = ThaiDate.Bilingual(On);
        return Reason is null
            ? new($"ออกเลขที่หนังสือนำส่ง ลงวันที่ {day.Thai}", $"The covering letter got its number, dated {day.English}")
            : new($"เปลี่ยนเลขที่หนังสือนำส่ง ลงวันที่ {day.Thai}", $"The covering letter got another number, dated {day.English}");
    }
}

/// <summary>Number and date of the letter that the report goes with.</summary>
/// <param name="Reserved">By whom and when it was reserved, with the number.</param>
/// <param name="On">Date of the letter.</param>
/// <param name="Reason">Vault object that says why it replaces the one before; <see langword="null"/> for the first.</param>
internal sealed record LetterNumber(Ruled Reserved, DateOnly On, ContentHash? Reason);

internal sealed partial record RoundState
{
    /// <summary>Number and date of the letter that the report goes with; <see langword="null"/> before they were reserved.</summary>
    public LetterNumber? Letter { get; init; }

    /// <summary>
    /// Sequence of the last event that the words of the letter follow from: its number, or a later choice of words that stand in it. What was printed
    /// before is another letter. <see langword="null"/> before it has a number.
    /// </summary>
    public long? LetterFollows(AwardRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return Letter is null
            ? null
            : rules.Plan.OpenChoices.Where(c => c.StandsIn(rules.Framework.FinalDeadline.Source.Citation))
                .Select(c => Choices.GetValueOrDefault(c.Id)?.Number ?? 0).Append(Letter.Reserved.Number).Max();
    }
}
