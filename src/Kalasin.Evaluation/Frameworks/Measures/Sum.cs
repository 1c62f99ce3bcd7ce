using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// A number column added up: trees planted, baht collected. Rows of the same thing count once; a row without the number is left out and said.
/// No row at all: 0, as of a count.
/// </summary>
/// <param name="Unit">What the value is counted in.</param>
/// <param name="Source">Where the way of measuring comes from.</param>
/// <param name="Column">Number column.</param>
internal sealed record SumMeasure(BilingualText Unit, RuleSource Source, string Column) : Measure(Unit, Source)
{
    internal override void Check(MeasureChecks checks) => checks.Column(Column, ColumnType.Number, "column");
}
