using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Reports.Measures;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>Tables of an indicator: those of its measure, then what each unit contributed.</summary>
internal static class IndicatorTables
{
    public static IEnumerable<Block> Compose(ReportContent report, Indicator indicator, Score score) => score.Measurement.State switch
    {
        MeasurementState.Missing => [new Paragraph(indicator.IsJudged ? "กรรมการยังไม่ได้ให้คะแนน" : "ยังไม่ได้รับรายงานจากหน่วยงานเจ้าภาพ")],
        MeasurementState.Excused => [new Paragraph("หน่วยงานเจ้าภาพได้รับยกเว้นการรายงาน")],
        _ => MeasureTables.Of(indicator.Measure).Compose(report, indicator, score.Measurement),
    };

    /// <summary>The indicator's chart; <see langword="null"/> where nothing was measured or nothing can be compared.</summary>
    public static Chart? Picture(ReportContent report, Indicator indicator, Score score, Language language = Language.Thai) =>
        score.Measurement.State is MeasurementState.Missing or MeasurementState.Excused ? null
            : MeasureTables.Of(indicator.Measure).Picture(report, indicator, score.Measurement, language);

    /// <summary>
    /// หน่วยงาน | รายงาน | ซ้ำ | ไม่นับ | นับได้ | ผลการดำเนินงาน; of a level, whose rows aren't counted one by one, only what was reported.
    /// The last says too that nothing came, or nothing was to be told; it is left out where it would be empty.
    /// </summary>
    public static Table PerUnit(ReportContent report, Indicator indicator, Score score)
    {
        var all = Contributions(report, indicator, score);
        string[] heads = indicator.Measure.IsLevel ? ["หน่วยงาน", "รายงาน"] : ["หน่วยงาน", "รายงาน", "ซ้ำ", "ไม่นับ", "นับได้"];
        var told = all.Any(c => c.Told.Length > 0);
        return new(
            [new(told ? 2.4 : 5), .. heads.Skip(1).Select(_ => new TableColumn(1, Alignment.Center)), .. told ? [new TableColumn(9)] : ImmutableArray<TableColumn>.Empty],
            [TableRow.Of([.. heads, .. told ? ["ผลการดำเนินงาน"] : ImmutableArray<string>.Empty])],
            [.. all.Select(c => report.Cells.NamedRow(c.Unit, Cells(c.Figures.AsSpan(0, heads.Length - 1), told ? c.Told : null)))])
        {
            Caption = $"{indicator.ShortText.Thai}: ผลแยกรายหน่วยงาน",
        };
    }

    /// <summary>Figures, and behind them what is told of them where that is printed.</summary>
    private static string[] Cells(ReadOnlySpan<int?> figures, string? told)
    {
        var cells = new string[figures.Length + (told is null ? 0 : 1)];
        for (var i = 0; i < figures.Length; i++) cells[i] = figures[i] is { } number ? Printed.Number(number) : Printed.None;
        if (told is not null) cells[^1] = told.Length == 0 ? Printed.None : told;
        return cells;
    }

    /// <summary>The same of the only host, in a sentence.</summary>
    public static string OnlyUnit(ReportContent report, Indicator indicator, Score score)
    {
        var name = report.Printed.UnitName(report.LeadOf(indicator.Number));
        if (Contributions(report, indicator, score)[0].Figures is not [{ } reported, { } same, { } left, { } counted]) return $"{name}: {Absent(report, indicator, score)}";
        return $"{name} รายงาน {Printed.Number(reported)} รายการ"
            + (indicator.Measure.IsLevel ? "" : $" นับได้ {Printed.Number(counted)} รายการ")
            + (indicator.Measure.IsLevel || same == 0 ? "" : $" ซ้ำ {Printed.Number(same)} รายการ")
            + (indicator.Measure.IsLevel || left == 0 ? "" : $" ไม่นับ {Printed.Number(left)} รายการ");
    }

    private static string Absent(ReportContent report, Indicator indicator, Score score) =>
        report.ReturnsOn(indicator.Number).Any() ? "รายงานว่าไม่มีเรื่อง" : score.Excused.Any() ? "ได้รับยกเว้นการรายงาน" : "ยังไม่ได้รับรายงาน";

    /// <summary>Of each host: what it reported, what of it is the same, doesn't count and counts, and what is told of it.</summary>
    private static ImmutableArray<(string Unit, int?[] Figures, string Told)> Contributions(ReportContent report, Indicator indicator, Score score)
    {
        var counted = score.Measurement.Counted.Concat(score.Measurement.NotMet.Select(e => e.Row)).ToLookup(r => r.Unit);
        var excluded = score.Measurement.Excluded.ToLookup(e => e.Row.Unit);
        var excused = score.Excused.ToHashSet();
        var reported = report.ReturnsOn(indicator.Number).ToDictionary(r => r.Unit);
        int?[] nothing = [null, null, null, null];
        return
        [
            .. report.HostsOf(indicator.Number).Select(host =>
            {
                var name = report.Printed.UnitShortName(host);
                if (!reported.TryGetValue(host, out var r)) return (name, nothing, excused.Contains(host) ? "ได้รับยกเว้นการรายงาน" : "ยังไม่ได้รับรายงาน");
                var told = Narratives.Beside(name, r.Narrative.Results.Trim());
                if (r.Status == ReturnStatus.Nil) return (name, nothing, $"ไม่มีเรื่อง {told}".TrimEnd());
                var same = excluded[host].Count(e => e.Why == ExclusionReason.Duplicate);
                return (name, [r.Rows.Length, same, excluded[host].Count() - same, counted[host].Count()], told);
            }),
        ];
    }

    public static TableRow Row(string name, params ReadOnlySpan<string> cells)
    {
        var row = new TableCell[cells.Length + 1];
        row[0] = new(name) { RowHeader = true };
        for (var i = 0; i < cells.Length; i++) row[i + 1] = new(cells[i]);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(row));
    }
}
