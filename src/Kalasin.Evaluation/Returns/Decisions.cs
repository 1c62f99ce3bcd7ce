using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Kalasin.Evaluation;

/// <summary>
/// What people decided about returns and scores. Empty until somebody decides. Of two decisions about the same thing the later in
/// its list holds; otherwise their order doesn't matter.
/// </summary>
/// <param name="Excluded">Returns that do not count.</param>
/// <param name="Duplicates">Pairs of rows that somebody judged.</param>
public sealed record Decisions(ImmutableArray<ExcludedReturn> Excluded, ImmutableArray<DuplicateDecision> Duplicates)
{
    /// <summary>Nothing decided.</summary>
    public static Decisions None { get; } = new([], []);

    /// <summary>Rows that do not count. Default: none.</summary>
    public ImmutableArray<RuledOutRow> ExcludedRows { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Whose answer counts where joint hosts disagree. Default: none.</summary>
    public ImmutableArray<DisagreementDecision> Disagreements { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Units that need not report. Default: none.</summary>
    public ImmutableArray<ExcusedUnit> Excused { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Scores given by persons. Default: none.</summary>
    public ImmutableArray<Assessment> Assessments { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Reasons for figures that are far from last year's or from peers'; they change no score. Default: none.</summary>
    public ImmutableArray<ExplainedJump> Jumps { get; init => field = value.OrEmpty(); } = [];
}

/// <summary>Something that a person decided. Closed: the records of this file.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ExcludedReturn), "excludedReturn")]
[JsonDerivedType(typeof(RuledOutRow), "ruledOutRow")]
[JsonDerivedType(typeof(DuplicateDecision), "duplicateDecision")]
[JsonDerivedType(typeof(DisagreementDecision), "disagreementDecision")]
[JsonDerivedType(typeof(ExcusedUnit), "excusedUnit")]
[JsonDerivedType(typeof(Assessment), "assessment")]
[JsonDerivedType(typeof(ExplainedJump), "explainedJump")]
public abstract record Ruling
{
    private protected Ruling(string reason) => Reason = reason;

    /// <summary>Why, in the person's own words; names of persons in it are withheld wherever it is shown (<see cref="PersonalData"/>).</summary>
    public string Reason { get; init; }

    /// <summary>In what role somebody decided, such as ผู้ประสานงาน; never a name. Default: not said.</summary>
    public BilingualText? By { get; init; }

    /// <summary>The reason as it may be shown, and who gave it.</summary>
    internal BilingualText Told => By is { } by ? new BilingualText($"{Shown} ({by.Thai})", $"{Shown} ({by.English})") : Shown;

    /// <summary>The reason as it may be shown.</summary>
    internal string Shown => PersonalData.Withhold(Reason);
}

/// <summary>A return that somebody excluded; a new version of it is another return.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Reason">Why.</param>
public sealed record ExcludedReturn(UnitCode Unit, IndicatorNumber Indicator, string Reason) : Ruling(Reason);

/// <summary>A row that somebody excluded; one that says the same in the same return is excluded with it.</summary>
/// <param name="Indicator">On what.</param>
/// <param name="Row">Its unit and what it says.</param>
/// <param name="Reason">Why.</param>
public sealed record RuledOutRow(IndicatorNumber Indicator, RowFingerprint Row, string Reason) : Ruling(Reason);

/// <summary>Somebody's judgement of two rows that look like the same thing.</summary>
/// <param name="Indicator">On what.</param>
/// <param name="First">One row: unit and fingerprint (<see cref="RowFingerprint"/>).</param>
/// <param name="Second">The other row.</param>
/// <param name="Same">They are the same thing and count once; otherwise each counts.</param>
/// <param name="Reason">Why.</param>
public sealed record DuplicateDecision(IndicatorNumber Indicator, RowFingerprint First, RowFingerprint Second, bool Same, string Reason)
    : Ruling(Reason);

/// <summary>Whose answer counts where joint hosts must agree (<see cref="MergeKind.Agree"/>) and don't; without effect where they do.</summary>
/// <param name="Indicator">On what.</param>
/// <param name="Counts">The unit whose answer is the value.</param>
/// <param name="Reason">Why.</param>
public sealed record DisagreementDecision(IndicatorNumber Indicator, UnitCode Counts, string Reason) : Ruling(Reason);

/// <summary>
/// A unit that need not report: nobody waits for it, and nothing is taken for granted of what it would have reported. A return
/// that came all the same counts.
/// </summary>
/// <param name="Unit">Which.</param>
/// <param name="Indicator">On what; <see langword="null"/> for all indicators.</param>
/// <param name="Reason">Why.</param>
public sealed record ExcusedUnit(UnitCode Unit, IndicatorNumber? Indicator, string Reason) : Ruling(Reason);

/// <summary>
/// A score that a person gives. It stands beside the computed one and doesn't change it; it counts in the total only while there
/// is no computed score (<see cref="Kalasin.Evaluation.Score.IsByPerson"/>).
/// </summary>
/// <param name="Indicator">On what.</param>
/// <param name="Entrant">Whom, where units are scored; <see langword="null"/> for a province.</param>
/// <param name="Score">0 to the indicator's full score, both inclusive.</param>
/// <param name="Reason">Why.</param>
public sealed record Assessment(IndicatorNumber Indicator, UnitCode? Entrant, decimal Score, string Reason) : Ruling(Reason)
{
    /// <summary>Points by which a person may differ from the computed score before somebody has to settle it: one level of five, whatever the full score. Source: assumed.</summary>
    internal static decimal Tolerance(decimal fullScore) => fullScore / Scale.Levels;

    /// <summary>Whether a score differs from the computed one by more than that.</summary>
    internal static bool Differs(decimal given, decimal computed, decimal fullScore) => Math.Abs(given - computed) > Tolerance(fullScore);
}

/// <summary>Why a unit's figure is far from its own of the year before, or from those of its peers.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what.</param>
/// <param name="Reason">Why.</param>
public sealed record ExplainedJump(UnitCode Unit, IndicatorNumber Indicator, string Reason) : Ruling(Reason);
