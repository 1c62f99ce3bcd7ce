using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports;

/// <summary>Findings of a unit, a line each.</summary>
internal sealed class FindingLines(FindingsContent content)
{
    /// <summary>Values that are named of what several rows say.</summary>
    private const int MostValues = 3;

    private readonly Printed printed = new(content.Rules, asTyped: true);

    /// <summary>The table of a unit's findings.</summary>
    /// <param name="unit">Whose.</param>
    /// <param name="findings">By indicator, in the order of those; first what is about the files that it sent.</param>
    public Table Of(UnitCode unit, IEnumerable<IGrouping<IndicatorNumber?, OpenFinding>> findings) => new(
        [new(0.8, Alignment.Center), new(2, Alignment.Center), new(2.3), new(2), new(1.7), new(5.2), new(3.8)],
        [TableRow.Of("ที่", "ตัวชี้วัด", "แถวหรือช่อง", "ประเภท", "ที่อ่านได้", "ข้อสังเกต", "สิ่งที่ขอให้ดำเนินการ")],
        [
            .. findings.SelectMany(about => about.Select(f => (f.Finding, About: about.Key, Reported: ReportedOn(unit, about.Key))))
                .OrderByDescending(line => line.Finding.Severity).Select((line, i) => Row(i + 1, line.About, line.Finding, line.Reported)),
        ])
    {
        Dense = true,
        Summary = "ข้อสังเกตทีละข้อ ข้อที่ต้องแก้มาก่อน",
    };

    private Return? ReportedOn(UnitCode unit, IndicatorNumber? indicator) =>
        indicator is { } number ? content.Returns.FirstOrDefault(r => r.Unit == unit && r.Indicator == number) : null;

    private TableRow Row(int number, IndicatorNumber? about, Finding finding, Return? reported)
    {
        var rows = reported?.Rows.Where(row => row.Faults.Any(f => Says(f, finding))).ToList() ?? [];
        return new(
        [
            new(Printed.Number(number)),
            new(about is { } indicator ? Printed.Indicator(indicator) : "ไฟล์"),
            new(Where(finding, rows)),
            new([$"{finding.Severity.Name().Thai}", new LineBreak(), finding.Code]),
            new(Read(finding, rows, reported)),
            new(ThaiNumerals.ToThaiInProse(finding.Message.Thai)),
            new(finding.Remedy.Thai.Length == 0 ? "ไม่ต้องดำเนินการ" : ThaiNumerals.ToThaiInProse(finding.Remedy.Thai)),
        ]);
    }

    private static bool Says(Finding fault, Finding finding) => fault.Code == finding.Code && fault.Message.Thai == finding.Message.Thai;

    private static string Where(Finding finding, List<RegisterRow> rows)
    {
        var place = Printed.Place(finding.Place with { File = null, Sheet = null });
        var cells = place.Length > 0 ? $"ช่อง {place}" : Printed.Place(finding.Place with { Sheet = null });
        if (rows.Count == 0) return cells.Length > 0 ? cells : Printed.None;
        var numbers = new CellRanges();
        foreach (var row in rows) numbers.Add(new Place { Cell = FormattableString.Invariant($"{row.Number}") });
        var named = ThaiNumerals.ToThai(numbers.ToString().Replace(" ", ", ", StringComparison.Ordinal).Replace(':', '–'));
        return $"แถวที่ {named}{(rows.Count > numbers.Named ? $" รวม {Printed.Number(rows.Count)} แถว" : "")}{(place.Length > 0 ? $" ({cells})" : "")}";
    }

    /// <summary>What stands in the cells that the finding is about.</summary>
    private string Read(Finding finding, List<RegisterRow> rows, Return? reported)
    {
        if (rows.Count == 0 || content.Rules.Framework.Find(reported!.Indicator) is not { Register: var register }) return Printed.None;
        var values = rows.SelectMany(row => row.Faults.Where(f => Says(f, finding)).Select(f => register.Find(f.Place.Pointer?.TrimStart('/') ?? "") is { } column
            ? printed.Of(row[column.Id], column) : Printed.None)).Where(v => v != Printed.None).Distinct().ToList();
        return values.Count == 0 ? Printed.None : string.Join(", ", values.Take(MostValues)) + (values.Count > MostValues ? " …" : "");
    }
}
