using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Province;

namespace Kalasin.Evaluation.Reports.Measures;

/// <summary>What became of each step; where somebody's own wording of the steps may not be printed, only where the facts are.</summary>
internal sealed class LevelTables : MeasureTables
{
    public override IEnumerable<Block> Compose(ReportContent report, Indicator indicator, Measurement measurement) =>
    [
        report.ShowsLevel(indicator)
            ? Steps(indicator, measurement)
            : new Paragraph(["ข้อเท็จจริงที่รายงานแสดงในทะเบียนข้อมูล ", new Reference(RegisterAppendix.Anchor)]),
    ];

    private static Table Steps(Indicator indicator, Measurement measurement) => new(
        [new(1, Alignment.Center), new(4), new(1.5, Alignment.Center), new(5)],
        [TableRow.Of("ระดับ", "เงื่อนไข", "ผล", "เหตุผล")],
        [.. measurement.Steps.Select(s => IndicatorTables.Row(Printed.Number(s.Level), s.Text.Thai, s.Achieved ? "ครบ" : "ยังไม่ครบ", s.Reason.Thai))])
    {
        Caption = $"{indicator.ShortText.Thai}: ผลรายระดับ",
    };
}
