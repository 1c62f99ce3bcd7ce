using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// By how many per cent the sum of one number column is above that of another: revenue against last year's. Below 0 where it fell. Rows and
/// blanks count as in a <see cref="RatioOfSumsMeasure"/>.
/// </summary>
/// <param name="Unit">What the value is counted in.</param>
/// <param name="Source">Where the way of measuring comes from.</param>
/// <param name="Now">Number column whose sum is compared.</param>
/// <param name="Before">Number column whose sum it is compared with.</param>
internal sealed record GrowthMeasure(BilingualText Unit, RuleSource Source, string Now, string Before) : Measure(Unit, Source)
{
    internal override bool AlwaysShowsDecimals => true;

    internal override BilingualText WithUnit(BilingualText number) => new($"ร้อยละ {number.Thai}", $"{number.English} per cent");

    internal override void Check(MeasureChecks checks)
    {
        checks.Column(Now, ColumnType.Number, "now");
        checks.Column(Before, ColumnType.Number, "before");
    }
}
