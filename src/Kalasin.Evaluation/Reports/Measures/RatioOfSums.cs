using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Scoring.Measures;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Reports.Measures;

/// <summary>Both sums and their ratio, by category.</summary>
internal sealed class RatioOfSumsTables : MeasureTables<RatioOfSumsMeasure>
{
    public override IEnumerable<Block> Compose(ReportContent report, Indicator indicator, Measurement measurement, int position)
    {
        var measure = (RatioOfSumsMeasure)indicator.Measure;
        string HeadingOf(string column) => indicator.Register.Find(column)?.Heading.Thai ?? column;
        yield return CategoryTable.Of(indicator, measurement, position, ["นำมาคิด", HeadingOf(measure.Numerator), HeadingOf(measure.Denominator), "ร้อยละ"], rows =>
        {
            var (part, whole) = (rows.Counted.Sum(r => RowNumbers.Number(r, measure.Numerator)), rows.Counted.Sum(r => RowNumbers.Number(r, measure.Denominator)));
            return [CellText.Number(rows.Counted.Length), ThaiNumerals.Exact(part).Thai, ThaiNumerals.Exact(whole).Thai, whole > 0 ? CellText.Percentage(part * 100 / whole) : CellText.None];
        });
    }
}
