using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation;

/// <summary>One numbered indicator of a framework.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Text">Wording as its source has it; <c>{province}</c> stands where the source names the province.</param>
/// <param name="ShortText">A few words for tables and pages.</param>
/// <param name="TextSource">Where the wording comes from.</param>
/// <param name="Measure">How its value is computed.</param>
/// <param name="Register">What a return on it is made of.</param>
/// <param name="Weight">Its share of the total.</param>
/// <param name="Merge">How contributions of joint hosts become one answer.</param>
/// <param name="NotApplicable">What happens to the weight when there is nothing to measure.</param>
public sealed record Indicator(
    IndicatorNumber Number,
    BilingualText Text,
    BilingualText ShortText,
    RuleSource TextSource,
    Measure Measure,
    RegisterSchema Register,
    Weight Weight,
    MergeRule Merge,
    NotApplicableRule NotApplicable)
{
    /// <summary>How the value becomes a score; <see langword="null"/> (default): measured, unscored.</summary>
    public Scale? Scale { get; init; }

    /// <summary>The days that count; <see langword="null"/> (default): the rows aren't filtered by date.</summary>
    public Period? Period { get; init; }

    /// <summary>When what is measured was over, so that no work done later changes the value; <see langword="null"/> (default): it isn't.</summary>
    public Closing? Closed { get; init; }

    /// <summary>Formula, period and reading of the wording in words, for forms and reports.</summary>
    public ImmutableArray<BilingualText> Explanation { get; init => field = value.OrEmpty(); } = [];

    /// <summary>How officers fill the form in: printed in forms only, never in a report. Default: none.</summary>
    public ImmutableArray<BilingualText> Guidance { get; init => field = value.OrEmpty(); } = [];

    /// <summary>What it does to the total. Default: it counts by its weight.</summary>
    [JsonInclude] internal IndicatorRole? Role { get; init; }

    /// <summary>Evidence expected with a return.</summary>
    public ImmutableArray<BilingualText> Evidence { get; init => field = value.OrEmpty(); } = [];

    /// <summary>What counts only with evidence. Default: everything counts without.</summary>
    [JsonInclude] internal EvidenceRule? NeedsEvidence { get; init; }

    /// <summary>Number fact in which the unit says what score it gives itself, shown beside the computed one. Default: none.</summary>
    public string? SelfScore { get; init; }

    /// <summary>A committee of judges scores it, on sheets of its own.</summary>
    [JsonIgnore] internal bool IsJudged => Measure.JudgeColumn is not null;

    /// <summary>The highest score its scale gives: 5, or what it says itself.</summary>
    [JsonIgnore] public decimal FullScore => Scale?.FullOf(Measure) ?? Scale.Levels;
}

/// <summary>An indicator's share of the total.</summary>
/// <param name="Value">Greater than 0; shares need not add up to anything.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Weight(decimal Value, RuleSource Source);

/// <summary>The days that count, and the column that says which day a row is of.</summary>
/// <param name="Column">Date column.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Period(string Column, DateOnly From, DateOnly To, RuleSource Source);

/// <summary>When what an indicator measures was over.</summary>
/// <param name="On">Last day.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Closing(DateOnly On, RuleSource Source);

/// <summary>How contributions of joint hosts become one answer.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record MergeRule(MergeKind Kind, RuleSource Source);

/// <summary>See <see cref="MergeRule"/>.</summary>
public enum MergeKind
{
    /// <summary>Rows of all hosts together; the same thing from two hosts counts once.</summary>
    Union,

    /// <summary>All hosts must give the same value; differing answers are a finding and give no value.</summary>
    Agree,

    /// <summary>The lead's return counts; what others sent is compared with it.</summary>
    Lead,

    /// <summary>The host with the best value counts.</summary>
    Best,
}

/// <summary>What happens to an indicator's weight when nothing can be measured.</summary>
/// <param name="Kind">The policy.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record NotApplicableRule(NotApplicableKind Kind, RuleSource Source);

/// <summary>See <see cref="NotApplicableRule"/>.</summary>
public enum NotApplicableKind
{
    /// <summary>Left out; the other weights carry the total.</summary>
    ExcludeAndReweight,

    /// <summary>Full score.</summary>
    Full,

    /// <summary>No score: 0.</summary>
    Zero,
}
