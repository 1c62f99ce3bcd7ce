using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// The mean of a number column over the rows that count, rows of the same thing once: plain, weighted by another column, or without its
/// lowest and highest numbers. Nothing to average, or too few numbers to leave any out: not applicable.
/// </summary>
/// <param name="Unit">What the value is counted in.</param>
/// <param name="Source">Where the way of measuring comes from.</param>
/// <param name="Column">Number column.</param>
/// <param name="Blanks">How a row without the number counts.</param>
internal sealed record AverageMeasure(BilingualText Unit, RuleSource Source, string Column, BlankRule Blanks) : Measure(Unit, Source)
{
    /// <summary>Largest weight of a row: sums of products stay exact.</summary>
    private const decimal MostWeight = 1_000_000;

    /// <summary>Number column that says how much a row counts: its limits are 0 or more, up to 1,000,000. Default: each row as much as another.</summary>
    public string? Weights { get; init; }

    /// <summary>How many numbers are left out at both ends, as of judges' scores. Default: none. Not together with <see cref="Weights"/>.</summary>
    public Trim? Trim { get; init; }

    /// <summary>
    /// Text column that says which judge gave the number, and the register's only key: a committee scores, on sheets of its own, and no unit reports its own score. The
    /// number's column has a minimum and a maximum. Not together with <see cref="Weights"/>. Default: units report the numbers.
    /// </summary>
    public string? Judge { get; init; }

    internal override bool AlwaysShowsDecimals => true;

    internal override string? JudgeColumn => Judge;

    internal override void Check(MeasureChecks checks)
    {
        checks.Column(Column, ColumnType.Number, "column");
        if (Judge is { } judge) checks.Judged(judge, Column, isWeighted: Weights is not null);
        if (Weights is { } weights && checks.Column(weights, ColumnType.Number, "weights") is { Type: ColumnType.Number } column
            && column is not { Minimum: >= 0, Maximum: <= MostWeight })
            checks.Add("weights", FrameworkFindings.WeightsUnbounded, weights, ThaiNumerals.Exact(MostWeight));
        if (Trim is not { } trim) return;
        checks.InRange(trim.Lowest, 0, 100, "trim/lowest");
        checks.InRange(trim.Highest, 0, 100, "trim/highest");
        if (trim is { Lowest: 0, Highest: 0 }) checks.Add("trim", FrameworkFindings.Empty);
        if (Weights is not null) checks.Add("trim", FrameworkFindings.TrimmedWeights);
    }
}

/// <summary>Numbers that a mean leaves out.</summary>
/// <param name="Lowest">How many of the lowest, 0 to 100.</param>
/// <param name="Highest">How many of the highest, 0 to 100.</param>
internal sealed record Trim(int Lowest, int Highest);

/// <summary>How a row without the number that is averaged counts.</summary>
internal enum BlankRule
{
    /// <summary>It doesn't: the mean is that of the rows with a number.</summary>
    LeftOut,

    /// <summary>As 0.</summary>
    Zero,
}
