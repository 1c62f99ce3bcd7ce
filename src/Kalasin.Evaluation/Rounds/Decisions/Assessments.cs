using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Give a score by hand; it stands beside the computed one. A later one replaces it.</summary>
/// <param name="Indicator">On what.</param>
/// <param name="Score">0 to the indicator's full score, both inclusive; at most two decimals.</param>
/// <param name="Reason">Why.</param>
/// <param name="Entrant">Whom, where units are scored. Default: the province.</param>
internal sealed record Assess(IndicatorNumber Indicator, decimal Score, string Reason, UnitCode? Entrant = null) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge || actor.Role == ActorRole.Inspector;

    internal override Decision Decide(Asked asked)
    {
        if (asked.NoEntrant(Indicator, Entrant) is { } unknown) return Refuse.For(unknown);
        var indicator = asked.Rules.Framework.Find(Indicator)!;
        if (Score < 0 || Score > indicator.FullScore || Score != Math.Round(Score, 2))
            return Refuse.For(DecisionFindings.OffScale.At(Place.At("/score"), ThaiNumerals.Exact(Score), ThaiNumerals.Exact(indicator.FullScore)));
        if (asked.OwnResult(Indicator, Entrant) is { } own) return Refuse.For(own);
        return asked.State.Assessments.GetValueOrDefault((Indicator, Entrant)) is { } given && given.Score == Score
            ? Already.By(given.By.Number)
            : asked.Yes(this, new AssessmentEntered(Indicator, Entrant, Score, HashOf(Reason)));
    }
}

/// <summary>Take back a score that was given by hand.</summary>
/// <param name="Indicator">On what.</param>
/// <param name="Reason">Why.</param>
/// <param name="Entrant">Whom, where units are scored. Default: the province.</param>
internal sealed record TakeBackAssessment(IndicatorNumber Indicator, string Reason, UnitCode? Entrant = null) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge || actor.Role == ActorRole.Inspector;

    internal override Decision Decide(Asked asked)
    {
        if (asked.NoEntrant(Indicator, Entrant) is { } unknown) return Refuse.For(unknown);
        if (!asked.State.Assessments.ContainsKey((Indicator, Entrant))) return new Already();
        return asked.OwnResult(Indicator, Entrant) is { } own ? Refuse.For(own) : asked.Yes(this, new AssessmentTakenBack(Indicator, Entrant, HashOf(Reason)));
    }
}

/// <summary>A score was given by hand.</summary>
/// <param name="Indicator">On what.</param>
/// <param name="Entrant">Whom; <see langword="null"/> for a province.</param>
/// <param name="Score">The score.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record AssessmentEntered(IndicatorNumber Indicator, UnitCode? Entrant, decimal Score, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Assessments = state.Assessments.SetItem((Indicator, Entrant), new(how.Ruled(Reason), Score)) };

    internal override BilingualText Tell(Telling telling)
    {
        var (of, score) = (telling.IndicatorOf(Entrant, Indicator), ThaiNumerals.Number(Score, 2));
        return new($"ประเมิน{of.Thai} ให้ {score.Thai} คะแนน", $"{Counted.Of(score):point was|points were} given by hand on {of.English}");
    }
}

/// <summary>A score that was given by hand was taken back.</summary>
/// <param name="Indicator">On what.</param>
/// <param name="Entrant">Whom; <see langword="null"/> for a province.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record AssessmentTakenBack(IndicatorNumber Indicator, UnitCode? Entrant, ContentHash Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Reason];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) => state with { Assessments = state.Assessments.Remove((Indicator, Entrant)) };

    internal override BilingualText Tell(Telling telling)
    {
        var of = telling.IndicatorOf(Entrant, Indicator);
        return new($"ยกเลิกคะแนนที่ผู้ประเมินให้ใน{of.Thai}", $"The score given by hand on {of.English} was taken back");
    }
}

/// <summary>A score given by hand.</summary>
/// <param name="By">By whom, when, and why.</param>
/// <param name="Score">The score.</param>
internal sealed record EnteredAssessment(Ruled By, decimal Score);

internal sealed partial record RoundState
{
    /// <summary>Scores given by hand; without an entrant that of the province.</summary>
    public ImmutableDictionary<(IndicatorNumber Indicator, UnitCode? Entrant), EnteredAssessment> Assessments { get; init; } =
        ImmutableDictionary<(IndicatorNumber, UnitCode?), EnteredAssessment>.Empty;
}
