using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Reports.Province;

namespace Kalasin.Evaluation.Reports.Measures;

/// <summary>Tables over a list: how many of its things meet the indicator, and by name those that don't and those nobody spoke of.</summary>
internal static class ListTables
{
    public static IEnumerable<Block> Compose(Indicator indicator, Measurement measurement)
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
        var options = indicator.Register.Find(key)?.Options ?? [];
        if (Named("ที่ยังไม่เป็นไปตามตัวชี้วัด", [.. measurement.NotMet.Select(e => NameOf(e.Row.Row))]) is { } notMet) yield return notMet;
        if (Named("ที่ยังไม่มีข้อมูล", measurement.Missing) is { } missing) yield return missing;

        string NameOf(RegisterRow row) => row[key] is ChoiceValue value ? options.FirstOrDefault(o => o.Id == value.Option)?.Text.Thai ?? value.Option : Printed.None;
    }

    private static Paragraph? Named(string what, IReadOnlyCollection<string> names) => names.Count == 0
        ? null
        : new($"{what} {Printed.Number(names.Count)} แห่ง ได้แก่ {string.Join(", ", names.Select(ThaiNumerals.ToThai))}") { Style = ParagraphStyle.Note };
}
