namespace Kalasin.Evaluation.Rounds;

/// <summary>Show the units their provisional results; they may object until a day. A later decision moves that day.</summary>
/// <param name="Until">Last day for objections, inclusive; today or later.</param>
internal sealed record ShowResults(DateOnly Until) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked)
    {
        if (asked.State.Results is { } shown && shown.Until == Until) return Already.By(shown.By.Number);
        return asked.Misplaced(Until, asked.Today, "/until") is { } misplaced ? Refuse.For(misplaced) : asked.Yes(this, new ResultsShown(Until));
    }
}

/// <summary>Provisional results are shown to the units.</summary>
/// <param name="Until">Last day for objections, inclusive.</param>
internal sealed record ResultsShown(DateOnly Until) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) => state with { Results = new(how.Ruled(null), Until) };

    internal override BilingualText Tell(Telling telling)
    {
        var day = ThaiDate.Bilingual(Until);
        return new($"แจ้งผลเบื้องต้นให้หน่วยงานทราบ โต้แย้งได้ถึงวันที่ {day.Thai}", $"Provisional results are shown to the units; objections until {day.English}");
    }
}

/// <summary>That provisional results are shown to the units.</summary>
/// <param name="By">By whom and since when.</param>
/// <param name="Until">Last day for objections, inclusive.</param>
internal sealed record ProvisionalResults(Ruled By, DateOnly Until);

internal sealed partial record RoundState
{
    /// <summary>Until when units may object to the results that they are shown; <see langword="null"/> where nobody has decided to show them.</summary>
    public ProvisionalResults? Results { get; init; }
}
