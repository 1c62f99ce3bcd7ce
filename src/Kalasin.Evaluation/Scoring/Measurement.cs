using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation;

/// <summary>An indicator's computed value with everything it was computed from.</summary>
/// <param name="State">Whether there is a value.</param>
/// <param name="Value">The exact value, never rounded; <see langword="null"/> unless <see cref="State"/> is <see cref="MeasurementState.Measured"/>.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Formula">The formula with its numbers, such as ๑๒๐ ÷ ๑๕๑ × ๑๐๐ = ๗๙.๔๗.</param>
/// <param name="Sentence">One official sentence (reports-th.md, ประโยคสรุปอัตโนมัติ).</param>
public sealed record Measurement(MeasurementState State, decimal? Value, BilingualText Unit, BilingualText Formula, BilingualText Sentence)
{
    /// <summary>Numerator of a percentage or ratio; the count of a count; the sum of a sum or an average, each number times its weight; <see langword="null"/> for a level.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>Denominator of a percentage or ratio; how many numbers an average is of, or their weights together.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>How many rows can still turn the value the better way.</summary>
    [JsonInclude] internal Prospects Prospects { get; init; }

    /// <summary>What the denominator is, where it isn't the rows: which register of authorities, as of when. Default: none.</summary>
    public BilingualText? Basis { get; init; }

    /// <summary>Rows in the value: those of the numerator or count, or those that prove the level.</summary>
    public ImmutableArray<RowReference> Counted { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Rows that are in the denominator only (due, not met), with why they don't meet the condition.</summary>
    public ImmutableArray<ExcludedRow> NotMet { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Rows in neither number, with the reason: not yet due, faulty, duplicate, outside the period, excluded.</summary>
    public ImmutableArray<ExcludedRow> Excluded { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Rows in the value that look the same as others in it.</summary>
    [JsonInclude] internal ImmutableArray<LookAlike> LookAlikes { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Values shown beside and never scored.</summary>
    public ImmutableArray<SecondaryValue> Also { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Members of the population or expected senders that no row speaks of, by display name.</summary>
    public ImmutableArray<string> Missing { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Members of the population that no row speaks of because the unit of their district need not report; they stay in the denominator. Default: none.</summary>
    public ImmutableArray<string> Excused { get; init => field = value.OrEmpty(); } = [];

    /// <summary>For a level: every step with whether it is complete and why.</summary>
    public ImmutableArray<StepOutcome> Steps { get; init => field = value.OrEmpty(); } = [];

    /// <summary>For a level: how far each of its subjects came, in the order in which they first occur. Default: none.</summary>
    [JsonInclude] internal ImmutableArray<int> Reached { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Findings that only the whole shows: duplicates across units, missing authorities, disagreeing hosts, gaps in steps.</summary>
    public ImmutableArray<Finding> Findings { get; init => field = value.OrEmpty(); } = [];
}

/// <summary>Whether there is a value.</summary>
public enum MeasurementState
{
    /// <summary>There is.</summary>
    Measured,

    /// <summary>Nothing was there to measure (none due, all hosts nil where nil means none): see the not-applicable rule.</summary>
    NotApplicable,

    /// <summary>No host has reported yet, though some must, or one whose answer is needed has not: the lead where its return counts, any host where all must agree.</summary>
    Missing,

    /// <summary>Joint hosts gave different answers; no value until they agree or somebody decides.</summary>
    Disagreed,

    /// <summary>No host has reported, and none of them must.</summary>
    Excused,
}

/// <summary>A row of a unit's return.</summary>
/// <param name="Unit">Whose return.</param>
/// <param name="Row">The row.</param>
public sealed record RowReference(UnitCode Unit, RegisterRow Row);

/// <summary>A row that does not count, and why.</summary>
/// <param name="Row">The row.</param>
/// <param name="Why">The reason.</param>
/// <param name="Reason">The reason in words.</param>
public sealed record ExcludedRow(RowReference Row, ExclusionReason Why, BilingualText Reason)
{
    /// <summary>The row that it is taken to say the same as; <see langword="null"/> where it is left out for something else.</summary>
    [JsonInclude] internal RowReference? SameAs { get; init; }
}

/// <summary>Why a row does not count.</summary>
public enum ExclusionReason
{
    /// <summary>It has an error.</summary>
    Faulty,

    /// <summary>Outside the period.</summary>
    OutsidePeriod,

    /// <summary>What it reports happened after the evaluation date.</summary>
    AfterEvaluationDate,

    /// <summary>Not what the indicator is about.</summary>
    NotConcerned,

    /// <summary>It lacks a number that the value is made of.</summary>
    NumberMissing,

    /// <summary>It proves none of the levels that were reached.</summary>
    NoProof,

    /// <summary>Not yet due on the evaluation date.</summary>
    NotYetDue,

    /// <summary>The same thing is counted already.</summary>
    Duplicate,

    /// <summary>Its return was excluded by a decision.</summary>
    ReturnExcluded,

    /// <summary>Excluded itself by a decision.</summary>
    RowExcluded,

    /// <summary>The lead's return counts; this one is compared with it.</summary>
    NotLead,

    /// <summary>Belongs to another subject than the best one.</summary>
    OtherSubject,

    /// <summary>Counted in the denominator but does not meet the condition.</summary>
    NotMet,

    /// <summary>Among the lowest or highest numbers, which a mean leaves out.</summary>
    Trimmed,

    /// <summary>The framework asks for evidence of it, and none names it.</summary>
    NoEvidence,

    /// <summary>It speaks of a place in another province.</summary>
    OtherProvince,
}

/// <summary>A value shown beside.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Value">The value; <see langword="null"/> when there is nothing to measure.</param>
/// <param name="Formula">The formula with its numbers.</param>
public sealed record SecondaryValue(BilingualText Name, decimal? Value, BilingualText Formula);

/// <summary>What became of one step of a level.</summary>
/// <param name="Level">Its number, from 1.</param>
/// <param name="Text">What the step asks.</param>
/// <param name="Achieved">Whether its own condition holds, lower steps aside.</param>
/// <param name="Reason">Why, or what is missing.</param>
public sealed record StepOutcome(int Level, BilingualText Text, bool Achieved, BilingualText Reason)
{
    /// <summary>Not achieved, and work done from the evaluation date on can change that.</summary>
    [JsonInclude] internal bool CanBeDone { get; init; }
}
