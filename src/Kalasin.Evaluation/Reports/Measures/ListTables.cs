using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Reports.Province;

namespace Kalasin.Evaluation.Reports.Measures;

/// <summary>Tables over a list: how many of its things meet the indicator, and by name those that don't and those nobody spoke of.</summary>
internal static class ListTables
{
    public static IEnumerable<Block> Compose(ReportContent report, Indicator indicator, Measurement measurement)
    {
        var key = ((PercentageMeasure)indicator.Measure).Listed!.Key;
        var (due, met) = ((int)(measurement.Denominator ?? 0), measurement.Counted.Length);
        yield return new Table(
            [new(3), new(2, Alignment.Center), new(2, Alignment.Center), new(2, Alignment.Center), new(2, Alignment.Center)],
            [TableRow.Of(indicator.Register.HeadingOf(key).Thai, "นำมาคิด (แห่ง)", "เป็นไปตามตัวชี้วัด (แห่ง)", "ร้อยละ", "ไม่มีข้อมูล (แห่ง)")],
            [IndicatorTables.Row("รวม", Printed.Number(due), Printed.Number(met), due == 0 ? Printed.None : Printed.Percentage(met * 100m / due),
                Printed.Number(measurement.Missing.Length)) with { Emphasis = true }])
        {
            Caption = $"{indicator.ShortText.Thai}: ผลตามรายชื่อ",
        };
        foreach (var list in Lists(report, indicator, measurement)) yield return list.InAParagraph;
    }

    /// <summary>Those of the list that don't meet the indicator, and those nobody spoke of.</summary>
    public static IEnumerable<NameList> Lists(ReportContent report, Indicator indicator, Measurement measurement)
    {
        var column = indicator.Register.Find(((PercentageMeasure)indicator.Measure).Listed!.Key)!;
        var items = report.Rules.Plan.Lists.FirstOrDefault(t => t.List == column.List)?.Items ?? [];
        NameList[] lists =
        [
            Named("not-met", "ที่ยังไม่เป็นไปตามตัวชี้วัด", measurement.NotMet.Select(e => e.Row.Row[column.Id] is ChoiceValue value
                ? column.Options.FirstOrDefault(o => o.Id == value.Option)?.Text.Thai ?? value.Option : Printed.None)),
            Named("unknown", "ที่ยังไม่มีข้อมูล", measurement.Missing),
        ];
        return lists.Where(l => !l.Names.IsEmpty);

        NameList Named(string anchor, string what, IEnumerable<string> names) =>
            new(what, $"names-{indicator.Number}-{anchor}", [.. names.Select(name => (DistrictOf(name), ThaiNumerals.ToThai(name)))]);

        string DistrictOf(string name) => items.FirstOrDefault(i => i.Name.Thai == name)?.District is { } code
            ? report.Rules.Province.Districts.FirstOrDefault(d => d.Code == code)?.Name ?? code : "ทั้งจังหวัด";
    }
}
