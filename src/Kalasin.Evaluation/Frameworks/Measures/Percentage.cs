using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// Rows that meet a condition, in per cent of the rows that are due or of a population. None due: not applicable, never 0 or 100.
/// </summary>
/// <param name="Unit">What the value is counted in.</param>
/// <param name="Source">Where the way of measuring comes from.</param>
/// <param name="Meets">Condition of the numerator. A row counts there only when it also counts in the denominator.</param>
internal sealed record PercentageMeasure(BilingualText Unit, RuleSource Source, Predicate Meets) : Measure(Unit, Source)
{
    private static readonly BilingualText UsualMet = new("เป็นไปตามเงื่อนไข", "met the condition"), UsualRow = new("รายการ", "rows");

    /// <summary>
    /// Condition of the denominator. Default: every row. With <see cref="Population"/>: a member whose row doesn't meet it is out of both
    /// numbers; one that no row speaks of stays in the denominator.
    /// </summary>
    public Predicate? Due { get; init; }

    /// <summary>A denominator that doesn't depend on the rows typed. Default: none.</summary>
    public Population? Population { get; init; }

    /// <summary>Everything on a list as the denominator, as <see cref="Population"/> is with local authorities. Default: none. Not together with it.</summary>
    public ListPopulation? Listed { get; init; }

    /// <summary>What is said of a row that meets the condition: ดำเนินการแล้วเสร็จ. Default: เป็นไปตามเงื่อนไข.</summary>
    public BilingualText Met { get; init => field = value ?? UsualMet; } = UsualMet;

    /// <summary>What rows are counted in: แห่ง, เรื่อง. Default: รายการ.</summary>
    public BilingualText Row { get; init => field = value ?? UsualRow; } = UsualRow;

    /// <summary>A second percentage of the same rows, shown beside and never scored (indicator 1's cohort). Default: none.</summary>
    public SecondaryPercentage? Also { get; init; }

    internal override (decimal Least, decimal Most)? Range => (0, 100);

    internal override bool AlwaysShowsDecimals => true;

    internal override Population? Over => Population;

    internal override Within? RowPeriod => Meets.Simple.OfType<Within>().FirstOrDefault(w => w is { From: ColumnOperand, To: ColumnOperand });

    internal override IEnumerable<(RuleKind Rule, RuleSource Source)> Sources =>
        (Population?.Source ?? Listed?.Source) is { } source ? base.Sources.Append((RuleKind.Population, source)) : base.Sources;

    internal override IEnumerable<Predicate> Conditions => Due is { } due ? [.. base.Conditions, Meets, due] : [.. base.Conditions, Meets];

    internal override BilingualText WithUnit(BilingualText number) => new($"ร้อยละ {number.Thai}", $"{number.English} per cent");

    internal override void Check(MeasureChecks checks)
    {
        checks.Condition(Meets, "meets");
        checks.Condition(Due, "due");
        checks.Condition(Also?.Meets, "also/meets");
        checks.Condition(Also?.Due, "also/due");
        if (Due?.Simple.OfType<OverdueAfter>().Any(o => o.EndsApartFrom(Meets)) == true) checks.Add("due", FrameworkFindings.HolidaysDiffer);
        if (Listed is { } listed)
        {
            if (checks.Column(listed.Key, ColumnType.Choice, "listed/key") is { Type: ColumnType.Choice, List: null }) checks.Add("listed/key", FrameworkFindings.NoList, listed.Key);
            if (Population is not null) checks.Add("listed", FrameworkFindings.TwoDenominators);
        }
        if (Population is not { } population) return;
        checks.Column(population.Key, ColumnType.Authority, "population/key");
        checks.Distinct(population.Kinds.Select(k => k.ToString()), "population/kinds");
    }
}

/// <summary>A percentage shown beside the value.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Meets">Condition of the numerator.</param>
/// <param name="Due">Condition of the denominator; <see langword="null"/> takes every row.</param>
internal sealed record SecondaryPercentage(BilingualText Name, Predicate Meets, Predicate? Due = null);

/// <summary>The local authorities of the province as a denominator, from the register valid on a day.</summary>
/// <param name="Key">Column of type <see cref="ColumnType.Authority"/> that says which authority a row is about.</param>
/// <param name="On">Day the register of authorities is taken of.</param>
/// <param name="Kinds">Which kinds belong; empty means all.</param>
/// <param name="Source">Where the day and the kinds come from. Default: the measure's own source.</param>
internal sealed record Population(string Key, DateOnly On, ImmutableArray<AuthorityKind> Kinds, RuleSource? Source = null);

/// <summary>The things on a list as a denominator.</summary>
/// <param name="Key">Choice column with a list that says which of them a row is about.</param>
/// <param name="Source">Where it comes from. Default: the measure's own source.</param>
internal sealed record ListPopulation(string Key, RuleSource? Source = null);
