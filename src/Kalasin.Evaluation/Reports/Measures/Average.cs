using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Scoring.Measures;

namespace Kalasin.Evaluation.Reports.Measures;

/// <summary>How many rows were averaged and their mean, by category.</summary>
internal sealed class AverageTables : MeasureTables<AverageMeasure>
{
    public override IEnumerable<Block> Compose(ReportContent report, Indicator indicator, Measurement measurement)
    {
        var column = ((AverageMeasure)indicator.Measure).Column;
        var name = indicator.Register.Find(column)?.Heading.Thai ?? column;
        yield return CategoryTable.Of(indicator, measurement, ["นำมาคิด", "ไม่นำมาคิด", $"{name}เฉลี่ย"], rows =>
        [
            Printed.Number(rows.Counted.Length),
            Printed.Number(rows.Excluded.Length),
            rows.Counted.IsEmpty ? Printed.None : ThaiNumerals.Format(rows.Counted.Sum(r => RowNumbers.Number(r, column)) / rows.Counted.Length, 2),
        ]);
    }
}
