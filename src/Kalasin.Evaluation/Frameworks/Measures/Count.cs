using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>A number of rows, or of distinct rows.</summary>
/// <param name="Unit">What the value is counted in.</param>
/// <param name="Source">Where the way of measuring comes from.</param>
internal sealed record CountMeasure(BilingualText Unit, RuleSource Source) : Measure(Unit, Source)
{
    /// <summary>
    /// Columns whose values together make a row the same thing as another, also across units; texts are compared by their key. Empty:
    /// every row counts.
    /// </summary>
    public ImmutableArray<string> DistinctBy { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Categories that must each occur; one that doesn't is a finding (indicator 7). Default: none.</summary>
    public ExpectedCategories? Expects { get; init; }

    /// <summary>A second count shown beside and never scored (indicator 6's stories). Default: none.</summary>
    public SecondaryCount? Also { get; init; }

    internal override ImmutableArray<string> IdentityIn(RegisterSchema register) => DistinctBy.IsEmpty ? register.Key : DistinctBy;

    internal override void Check(MeasureChecks checks)
    {
        checks.Columns(DistinctBy, "distinctBy");
        if (Also is { } also)
        {
            if (also.DistinctBy.IsEmpty) checks.Add("also/distinctBy", FrameworkFindings.Empty);
            checks.Columns(also.DistinctBy, "also/distinctBy");
        }
        if (Expects is not { } expects) return;
        if (expects.Options.IsEmpty) checks.Add("expects/options", FrameworkFindings.Empty);
        checks.Options(expects.Column, expects.Options, "expects");
    }
}

/// <summary>Categories that must each occur among the counted rows.</summary>
/// <param name="Column">Choice column.</param>
/// <param name="Options">Option ids.</param>
internal sealed record ExpectedCategories(string Column, ImmutableArray<string> Options);

/// <summary>A count shown beside the value.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="DistinctBy">Columns that make a row the same thing as another.</param>
internal sealed record SecondaryCount(BilingualText Name, ImmutableArray<string> DistinctBy);
