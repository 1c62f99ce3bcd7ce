using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>
/// The sheet of rules: every constant that a formula asks for stands here once, with where it comes from, so that a changed cell shows what
/// another rule would give.
/// </summary>
internal sealed class RuleCells(AwardRules rules)
{
    public const string Name = "เกณฑ์";

    private static readonly ImmutableArray<string> Heads = ["ตัวชี้วัดที่", "เกณฑ์", "ค่า", "ที่มา", "หมายเหตุ"];

    private readonly LiveSheet sheet = new(Name) { Columns = 5 };
    private readonly Dictionary<(IndicatorNumber?, string Label, string Value), Spot> known = [];
    private (Spot First, Spot Last)? holidays;

    /// <summary>Lines above the first rule.</summary>
    private const int Headings = 3;

    public Spot EvaluationDate { get; } = new();

    /// <summary>Begins the sheet.</summary>
    public void Open(DateOnly evaluationDate, PrintedSources sources)
    {
        sheet.Across("เกณฑ์ ค่าคงที่ และที่มา", CellStyle.Title);
        sheet.Across("สูตรทุกสูตรอ้างถึงช่องสีเหลืองในแผ่นนี้ เปลี่ยนค่าเพื่อดูว่าผลจะเป็นอย่างไร ค่าเดิมอยู่ในไฟล์ต้นฉบับ", CellStyle.Note);
        sheet.Add([.. Heads.Select(h => (LiveCell)Cell.Text(h, CellStyle.Heading))]);
        Line(null, "วันที่พิจารณา (วันที่ใช้ตัดสินว่าถึงกำหนดหรือเกินกำหนด)", Cell.Date(evaluationDate, CellStyle.InputDate), (sources.Of(rules.Plan.InternalDeadline.Source).From, ""), EvaluationDate);
    }

    /// <summary>The cell of a rule; the same rule of an indicator has one cell.</summary>
    public Spot Of(Indicator? indicator, string label, Cell value, (string From, string Note) source)
    {
        var key = (indicator?.Number, label, $"{value.Content}|{value.Amount}");
        if (!known.TryGetValue(key, out var spot)) Line(indicator, label, value, source, known[key] = spot = new());
        return spot;
    }

    /// <summary>Cells of rules that stand one below the other.</summary>
    public (Spot First, Spot Last) List(Indicator indicator, IEnumerable<(string Label, decimal Value)> values, (string From, string Note) source)
    {
        var spots = new List<Spot>();
        foreach (var (label, value) in values) Line(indicator, label, Number(value), source, Added(spots));
        return (spots[0], spots[^1]);
    }

    /// <summary>The holidays that move the last day of a period.</summary>
    public string Holidays()
    {
        var (first, last) = holidays ??= (new(), new());
        if (known.TryAdd((null, "วันหยุด", ""), first))
        {
            ImmutableArray<DateOnly> days = [.. HolidayCalendar.Thailand.Holidays];
            foreach (var (i, day) in days.Index())
                Line(null, "วันหยุดราชการ", Cell.Date(day, CellStyle.InputDate), ("ปฏิทินวันหยุดในระบบ", ""), i == 0 ? first : i == days.Length - 1 ? last : new());
        }
        return Spot.RangeThere(first, last);
    }

    public static Cell Number(decimal value) => Cell.Number(value, CellStyle.InputNumber).As(CellFormat.ThaiGeneral);

    public Sheet ToSheet() => sheet.ToSheet([11, 46, 24, 34, 46], Headings, new()
    {
        Landscape = true, RepeatedRows = (Headings, Headings), PageNumbers = true, Footer = Name,
    });

    private void Line(Indicator? indicator, string label, Cell value, (string From, string Note) source, Spot spot) => sheet.Add(
        Cell.Text(indicator is null ? "ทุกตัวชี้วัด" : indicator.Number.Bilingual.Thai, CellStyle.Data),
        Cell.Text(label, CellStyle.Data),
        new(value, Spot: spot),
        Cell.Text(source.From, CellStyle.Data),
        Cell.Text(source.Note, CellStyle.Data));

    private static Spot Added(List<Spot> spots)
    {
        spots.Add(new());
        return spots[^1];
    }
}
