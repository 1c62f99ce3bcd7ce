using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// The sum of one number column in per cent of the sum of another: budget spent ÷ budget granted. Rows of the same thing count once. A row
/// that lacks one of the two numbers counts in neither sum. Nothing to divide by: not applicable.
/// </summary>
/// <param name="Unit">What the value is counted in.</param>
/// <param name="Source">Where the way of measuring comes from.</param>
/// <param name="Numerator">Number column whose sum is divided.</param>
/// <param name="Denominator">Number column whose sum it is divided by.</param>
internal sealed record RatioOfSumsMeasure(BilingualText Unit, RuleSource Source, string Numerator, string Denominator) : Measure(Unit, Source)
{
    internal override bool AlwaysShowsDecimals => true;

    internal override BilingualText WithUnit(BilingualText number) => new($"ร้อยละ {number.Thai}", $"{number.English} per cent");

    internal override void Check(MeasureChecks checks)
    {
        checks.Column(Numerator, ColumnType.Number, "numerator");
        checks.Column(Denominator, ColumnType.Number, "denominator");
    }
}
