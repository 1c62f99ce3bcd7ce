using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Reports.Province;

namespace Kalasin.Evaluation.Reports.Measures;

/// <summary>Rows reported, left out and counted, by category.</summary>
internal sealed class CountTables : MeasureTables<CountMeasure>
{
    public override IEnumerable<Block> Compose(ReportContent report, Indicator indicator, Measurement measurement) =>
    [
        CategoryTable.Of(indicator, measurement, ["รายงาน", "ซ้ำหรือไม่นับ", "นับได้"], rows =>
            [Printed.Number(rows.Counted.Length + rows.Excluded.Length), Printed.Number(rows.Excluded.Length), Printed.Number(rows.Counted.Length)]),
    ];
}
