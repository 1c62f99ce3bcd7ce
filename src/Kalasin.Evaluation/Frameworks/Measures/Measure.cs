using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kalasin.Evaluation.Frameworks.Reading;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation;

/// <summary>How an indicator's value is computed from register rows and facts. Closed family; <c>kind</c> tells which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PercentageMeasure), "percentage")]
[JsonDerivedType(typeof(CountMeasure), "count")]
[JsonDerivedType(typeof(LevelMeasure), "level")]
[JsonDerivedType(typeof(RatioOfSumsMeasure), "ratioOfSums")]
[JsonDerivedType(typeof(GrowthMeasure), "growth")]
[JsonDerivedType(typeof(SumMeasure), "sum")]
[JsonDerivedType(typeof(AverageMeasure), "average")]
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
    public ImmutableArray<RuleSource> DetailSources { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Somebody's default is part of the measure: it doesn't pose as a rule that was given.</summary>
    [JsonIgnore] public bool IsAssumed => Source.IsAssumed || DetailSources.Any(s => s.IsAssumed);

    /// <summary>Which rows belong to the indicator at all; others are excluded with that reason. Default: all rows.</summary>
    [JsonInclude] internal Predicate? Where { get; init; }

    /// <summary>Its value is one of worded levels and no number of facts.</summary>
    internal virtual bool IsLevel => false;

    /// <summary>Least and greatest value it can have, where it has both.</summary>
    internal virtual (decimal Least, decimal Most)? Range => null;

    /// <summary>Decimals of a value that isn't whole; a percentage always shows them.</summary>
    internal virtual bool AlwaysShowsDecimals => false;

    /// <summary>The column that names who gave each number, where judges give them.</summary>
    internal virtual string? JudgeColumn => null;

    /// <summary>The local authorities that are its denominator, if they are.</summary>
    internal virtual Population? Over => null;

    /// <summary>The period between two columns that it asks about, if it does.</summary>
    internal virtual Within? RowPeriod => null;

    /// <summary>Who is expected to stand in a column, if anybody is.</summary>
    internal virtual ExpectedSenders? SendersIn(string column) => null;

    /// <summary>Texts of its steps, which a column of the register may word too.</summary>
    internal virtual IEnumerable<BilingualText> StepTexts => [];

    /// <summary>Columns whose values together say that two rows are about the same thing.</summary>
    internal virtual ImmutableArray<string> IdentityIn(RegisterSchema register) => register.Key;

    /// <summary>Everything it rests on with where that comes from, by which rule of an indicator it is.</summary>
    internal virtual IEnumerable<(RuleKind Rule, RuleSource Source)> Sources => DetailSources.Prepend(Source).Select(s => (RuleKind.Measure, s));

    /// <summary>All conditions it asks rows and facts, those of what is shown beside excepted.</summary>
    internal virtual IEnumerable<Predicate> Conditions => Where is { } where ? [where] : [];

    /// <summary>A shown number with its unit: ๒๓ กิจกรรม.</summary>
    internal virtual BilingualText WithUnit(BilingualText number) => Amount(number, Unit);

    /// <summary>So much of a unit: ๒๓ กิจกรรม, but ร้อยละ ๗๙.๔๗. A framework names its unit in English by one form, and where that is a plural a single one stands behind it: activities: 1.</summary>
    internal static BilingualText Amount(BilingualText number, BilingualText unit) => new(
        unit.Thai == "ร้อยละ" ? $"{unit.Thai} {number.Thai}" : $"{number.Thai} {unit.Thai}",
        number.English == "1" && unit.English.EndsWith('s') ? $"{unit.English}: {number.English}" : $"{number.English} {unit.English}");

    /// <summary>Notes what doesn't fit the register.</summary>
    internal abstract void Check(MeasureChecks checks);
}
