using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Charts;
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

    /// <summary>How many entries reached each level where levels may be printed and there are several; else what was reported.</summary>
    public override Chart? Picture(ReportContent report, Indicator indicator, Measurement measurement, Language language = Language.Thai)
    {
        if (report.ShowsLevel(indicator) && measurement.Reached.Length > 1)
        {
            var reached = measurement.Reached.CountBy(level => level).ToDictionary();
            return new BarChart(
                new BilingualText($"{indicator.ShortText.Thai}: จำนวนผลงานที่ถึงแต่ละระดับ", $"{indicator.ShortText.English}: how many reach each level").In(language),
                new BilingualText("ระดับ", "level").In(language), new BilingualText("ผลงาน", "entries").In(language), ChartScale.For(reached.Values.Max()), 0,
                [.. Enumerable.Range(0, measurement.Steps.Length + 1).Select(level => new Bar(ThaiNumerals.Number(level).In(language), reached.GetValueOrDefault(level)))]) { Language = language };
        }
        return RowCharts.Counts(indicator, new("รายการที่รายงาน", "rows reported"), new("รายการ", "rows"), [.. report.ReturnsOn(indicator.Number).SelectMany(r => r.Rows)], language);
    }

    private static Table Steps(Indicator indicator, Measurement measurement) => new(
        [new(1, Alignment.Center), new(4), new(1.5, Alignment.Center), new(5)],
        [TableRow.Of("ระดับ", "เงื่อนไข", "ผล", "เหตุผล")],
        [.. measurement.Steps.Select(s => IndicatorTables.Row(Printed.Number(s.Level), s.Text.Thai, s.Achieved ? "ครบ" : "ยังไม่ครบ", s.Reason.Thai))])
    {
        Caption = $"{indicator.ShortText.Thai}: ผลรายระดับ",
    };
}
