using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Scoring.Measures;

namespace Kalasin.Evaluation.Reports.Measures;

/// <summary>Both sums and their ratio, by category.</summary>
internal sealed class RatioOfSumsTables : MeasureTables<RatioOfSumsMeasure>
{
    public override IEnumerable<Block> Compose(ReportContent report, Indicator indicator, Measurement measurement)
    {
        var measure = (RatioOfSumsMeasure)indicator.Measure;
        ImmutableArray<string> heads = ["นำมาคิด", HeadingOf(measure.Numerator), HeadingOf(measure.Denominator), "ร้อยละ"];
        yield return CategoryTable.Of(indicator, measurement, heads, rows =>
        {
            var (part, whole) = (Sum(rows, measure.Numerator), Sum(rows, measure.Denominator));
            var share = whole > 0 ? Printed.Percentage(part * 100 / whole) : Printed.None;
            return [Printed.Number(rows.Counted.Length), ThaiNumerals.Exact(part).Thai, ThaiNumerals.Exact(whole).Thai, share];
        });

        string HeadingOf(string column) => indicator.Register.Find(column)?.Heading.Thai ?? column;
        static decimal Sum(CategoryRows rows, string column) => rows.Counted.Sum(r => RowNumbers.Number(r, column));
    }
}
