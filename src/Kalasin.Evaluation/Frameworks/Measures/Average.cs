using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>The arithmetic mean of a number column over the rows that count, rows of the same thing once. No number at all: not applicable.</summary>
/// <param name="Unit">What the value is counted in.</param>
/// <param name="Source">Where the way of measuring comes from.</param>
/// <param name="Column">Number column.</param>
/// <param name="Blanks">How a row without the number counts.</param>
internal sealed record AverageMeasure(BilingualText Unit, RuleSource Source, string Column, BlankRule Blanks) : Measure(Unit, Source)
{
    internal override bool AlwaysShowsDecimals => true;

    internal override void Check(MeasureChecks checks) => checks.Column(Column, ColumnType.Number, "column");
}

/// <summary>How a row without the number that is averaged counts.</summary>
internal enum BlankRule
{
    /// <summary>It doesn't: the mean is that of the rows with a number.</summary>
    LeftOut,

    /// <summary>As 0.</summary>
    Zero,
}
