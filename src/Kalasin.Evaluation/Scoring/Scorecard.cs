using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation;

/// <summary>All scores of one entrant, with the revision of the rules they were computed by. Computed, never stored.</summary>
/// <param name="Entrant">Province code, or unit code in a framework of units.</param>
/// <param name="EntrantName">Its name.</param>
/// <param name="Framework">Framework used.</param>
/// <param name="Revision">Revision used.</param>
/// <param name="EvaluationDate">Day "overdue" and "not yet due" were judged on.</param>
/// <param name="Scores">One per indicator, in order.</param>
/// <param name="Total">Exact, out of <see cref="FullTotal"/>: Σ(W·S)/ΣW over scored indicators, or what the framework says instead; <see langword="null"/> when none is scored.</param>
/// <param name="Provisional">Some indicator is unscored, so the total will change.</param>
public sealed record Scorecard(
    string Entrant,
    BilingualText EntrantName,
    FrameworkId Framework,
    int Revision,
    DateOnly EvaluationDate,
    ImmutableArray<Score> Scores,
    decimal? Total,
    bool Provisional)
{
    /// <summary>
    /// Returns that were given and belong to no score: of units that don't host the indicator, or on indicators that the framework
    /// doesn't have.
    /// </summary>
    public ImmutableArray<Finding> Findings { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Subtotals of the groups, in order. Default: the framework has none.</summary>
    public ImmutableArray<GroupScore> Groups { get; init => field = value.OrEmpty(); } = [];

    /// <summary>What bonuses add to the total, within their cap.</summary>
    public decimal Bonus { get; init; }

    /// <summary>What penalties take from the total, within their cap.</summary>
    public decimal Penalty { get; init; }

    /// <summary>What the entrant has to reach in order to be ranked, and whether it does. Default: nothing.</summary>
    public ImmutableArray<RequirementOutcome> Requirements { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Day on which the entrant's last return came, or its last score where judges alone score it, where whoever ranks knows it; tie-breaks may ask for it. Default: not said.</summary>
    public DateOnly? CompletedOn { get; init; }

    /// <summary>Some requirement is failed: the entrant is shown and not ranked.</summary>
    public bool IsBarred => Requirements.Any(r => r.IsMet == false);

    /// <summary>Every step from the scores to the total.</summary>
    public Explanation TotalExplanation { get; init => field = value ?? new([]); } = new([]);

    /// <summary>The total that full scores on the scored indicators would give; 5, or less where a scale ends lower.</summary>
    [JsonRequired] public decimal FullTotal { get; init; } = Scale.Levels;

    /// <summary>The total on a scale of 100.</summary>
    public decimal? TotalOf100 => Total * 100 / FullTotal;

    /// <summary>The score of an indicator.</summary>
    /// <exception cref="KeyNotFoundException">There is no such indicator.</exception>
    public Score this[string indicator] =>
        Scores.FirstOrDefault(s => s.Indicator.Value == indicator) ?? throw new KeyNotFoundException($"No indicator {indicator}.");
}

/// <summary>One indicator's score and how it came about.</summary>
/// <param name="Indicator">Its number.</param>
/// <param name="Measurement">The measured value.</param>
/// <param name="Points">Exact score; <see langword="null"/> when unscored (blank, never 0).</param>
/// <param name="Weight">Weight that counted in the total; 0 when unscored or excluded.</param>
/// <param name="Explanation">Every step of the arithmetic.</param>
/// <param name="NextLevel">What it would take to reach the next level; <see langword="null"/> at the top or unscored.</param>
/// <param name="Rules">Which rules were used and where each comes from.</param>
public sealed record Score(
    IndicatorNumber Indicator,
    Measurement Measurement,
    decimal? Points,
    decimal Weight,
    Explanation Explanation,
    BilingualText? NextLevel,
    ImmutableArray<UsedRule> Rules)
{
    /// <summary>The score that a person gave, which stands beside <see cref="Points"/>. Default: none.</summary>
    public Assessment? Assessment { get; init; }

    /// <summary>The score that the unit gives itself, which stands beside <see cref="Points"/>. Default: none.</summary>
    public decimal? SelfScore { get; init; }

    /// <summary><see cref="Points"/> are the person's, because none could be computed; such a score is an assumed rule's. Default <see langword="false"/>.</summary>
    public bool IsByPerson { get; init; }

    /// <summary>By how many points the person differs from the computed score, more or less than 0; <see langword="null"/> where one of the two is missing.</summary>
    public decimal? AssessmentDifference => IsByPerson ? null : Assessment?.Score - Points;

    /// <summary>What people decided about it, in words.</summary>
    [JsonInclude] internal ImmutableArray<Decided> Decided { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Hosts that are excused and have not reported.</summary>
    internal IEnumerable<UnitCode> Excused => Decided.Select(d => d.Absent).OfType<UnitCode>();

    /// <summary>Some rule behind the score is assumed: internal edition only.</summary>
    public bool IsAssumed => Rules.Any(r => r.Source.IsAssumed);
}

/// <summary>Steps of an argument, in order.</summary>
/// <param name="Steps">One sentence or formula each.</param>
public sealed record Explanation(ImmutableArray<BilingualText> Steps)
{
    /// <summary>The steps, one a line.</summary>
    /// <param name="language">Which language.</param>
    public string ToString(Language language) => string.Join('\n', Steps.Select(s => s.In(language)));

    /// <summary>The steps in Thai, one a line.</summary>
    public override string ToString() => ToString(Language.Thai);
}

/// <summary>A rule that a score used.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record UsedRule(RuleKind Rule, RuleSource Source);
