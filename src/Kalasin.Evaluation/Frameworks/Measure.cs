using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Localities;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>How an indicator's value is computed from register rows and facts. Closed family; <c>kind</c> tells which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PercentageMeasure), "percentage")]
[JsonDerivedType(typeof(CountMeasure), "count")]
[JsonDerivedType(typeof(LevelMeasure), "level")]
public abstract record Measure
{
    private protected Measure(BilingualText unit, RuleSource source) => (Unit, Source) = (unit, source);

    /// <summary>What the value is counted in: ร้อยละ, กิจกรรม, ครั้ง, เรื่อง, ระดับ.</summary>
    public BilingualText Unit { get; init; }

    /// <summary>Where this way of measuring comes from; when assumed, the official edition prints counted facts without a level.</summary>
    public RuleSource Source { get; init; }

    /// <summary>
    /// Details that <see cref="Source"/> leaves open, each with its own source: a threshold, a denominator, what makes two rows the same
    /// thing. Default: none; the source says all.
    /// </summary>
    public ImmutableArray<RuleSource> DetailSources { get; init; } = [];

    /// <summary>Somebody's default is part of the measure: it doesn't pose as a rule that was given.</summary>
    [JsonIgnore] public bool IsAssumed => Source.IsAssumed || DetailSources.Any(s => s.IsAssumed);

    /// <summary>Which rows belong to the indicator at all; others are excluded with that reason. Default: all rows.</summary>
    public Predicate? Where { get; init; }
}

/// <summary>
/// Rows that meet a condition, in per cent of the rows that are due or of a population. None due: not applicable, never 0 or 100.
/// </summary>
/// <param name="Unit">What the value is counted in.</param>
/// <param name="Source">Where the way of measuring comes from.</param>
/// <param name="Meets">Condition of the numerator. A row counts there only when it also counts in the denominator.</param>
public sealed record PercentageMeasure(BilingualText Unit, RuleSource Source, Predicate Meets) : Measure(Unit, Source)
{
    /// <summary>Condition of the denominator. Default: every row. Not together with <see cref="Population"/>.</summary>
    public Predicate? Due { get; init; }

    /// <summary>A denominator that doesn't depend on the rows typed. Default: none.</summary>
    public Population? Population { get; init; }

    /// <summary>What is said of a row that meets the condition: ดำเนินการแล้วเสร็จ. Default: เป็นไปตามเงื่อนไข.</summary>
    public BilingualText Met { get; init; } = new("เป็นไปตามเงื่อนไข", "met the condition");

    /// <summary>What rows are counted in: แห่ง, เรื่อง. Default: รายการ.</summary>
    public BilingualText Row { get; init; } = new("รายการ", "rows");

    /// <summary>A second percentage of the same rows, shown beside and never scored (indicator 1's cohort). Default: none.</summary>
    public SecondaryPercentage? Also { get; init; }
}

/// <summary>A percentage shown beside the value.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Meets">Condition of the numerator.</param>
/// <param name="Due">Condition of the denominator; <see langword="null"/> takes every row.</param>
public sealed record SecondaryPercentage(BilingualText Name, Predicate Meets, Predicate? Due = null);

/// <summary>The local authorities of the province as a denominator, from the register valid on a day.</summary>
/// <param name="Key">Column of type <see cref="ColumnType.Authority"/> that says which authority a row is about.</param>
/// <param name="On">Day the register of authorities is taken of.</param>
/// <param name="Kinds">Which kinds belong; empty means all.</param>
/// <param name="Source">Where the day and the kinds come from. Default: the measure's own source.</param>
public sealed record Population(string Key, DateOnly On, ImmutableArray<AuthorityKind> Kinds, RuleSource? Source = null);

/// <summary>A number of rows, or of distinct rows.</summary>
/// <param name="Unit">What the value is counted in.</param>
/// <param name="Source">Where the way of measuring comes from.</param>
public sealed record CountMeasure(BilingualText Unit, RuleSource Source) : Measure(Unit, Source)
{
    /// <summary>Columns whose values together make a row the same thing as another, also across units; texts are compared by their key. Empty: every row counts.</summary>
    public ImmutableArray<string> DistinctBy { get; init; } = [];

    /// <summary>Categories that must each occur; one that doesn't is a finding (indicator 7). Default: none.</summary>
    public ExpectedCategories? Expects { get; init; }

    /// <summary>A second count shown beside and never scored (indicator 6's stories). Default: none.</summary>
    public SecondaryCount? Also { get; init; }
}

/// <summary>Categories that must each occur among the counted rows.</summary>
/// <param name="Column">Choice column.</param>
/// <param name="Options">Option ids.</param>
public sealed record ExpectedCategories(string Column, ImmutableArray<string> Options);

/// <summary>A count shown beside the value.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="DistinctBy">Columns that make a row the same thing as another.</param>
public sealed record SecondaryCount(BilingualText Name, ImmutableArray<string> DistinctBy);

/// <summary>
/// The highest of five steps that is complete together with all below it. Steps of different subjects never add up; the best
/// subject counts.
/// </summary>
/// <param name="Unit">What the value is counted in.</param>
/// <param name="Source">Where the way of measuring comes from.</param>
/// <param name="Steps">Exactly five, levels 1 to 5 in order.</param>
public sealed record LevelMeasure(BilingualText Unit, RuleSource Source, ImmutableArray<LevelStep> Steps) : Measure(Unit, Source)
{
    /// <summary>Columns that together name the subject; the reporting unit always belongs to it when any is named. Empty: the entrant itself is the subject.</summary>
    public ImmutableArray<string> Subject { get; init; } = [];
}

/// <summary>One level of a <see cref="LevelMeasure"/>.</summary>
/// <param name="Level">1 to 5.</param>
/// <param name="Text">What has been achieved at this level.</param>
/// <param name="Condition">When it is achieved.</param>
public sealed record LevelStep(int Level, BilingualText Text, LevelCondition Condition);

/// <summary>When a level is achieved. Closed family; <c>kind</c> tells which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SomeRow), "someRow")]
[JsonDerivedType(typeof(FactHolds), "fact")]
[JsonDerivedType(typeof(Coverage), "coverage")]
public abstract record LevelCondition
{
    private protected LevelCondition() { }
}

/// <summary>Some row of the subject meets a condition.</summary>
/// <param name="Where">The condition.</param>
public sealed record SomeRow(Predicate Where) : LevelCondition;

/// <summary>A condition on facts and dates alone holds.</summary>
/// <param name="Holds">The condition; it names no column.</param>
public sealed record FactHolds(Predicate Holds) : LevelCondition;

/// <summary>Every expected sender occurs among the rows that meet a condition; those missing are listed by name.</summary>
/// <param name="Column">Column of type <see cref="ColumnType.Sender"/>.</param>
/// <param name="Senders">Who is expected.</param>
/// <param name="Where">Condition of a row that counts; <see langword="null"/> takes every row.</param>
public sealed record Coverage(string Column, ExpectedSenders Senders, Predicate? Where = null) : LevelCondition;

/// <summary>Who has to send something: units of a kind and authorities of some kinds.</summary>
/// <param name="Units">Kinds of units of the plan.</param>
/// <param name="Authorities">Kinds of local authorities of the province that report directly.</param>
/// <param name="Source">Where this comes from.</param>
public sealed record ExpectedSenders(ImmutableArray<UnitKind> Units, ImmutableArray<AuthorityKind> Authorities, RuleSource Source);
