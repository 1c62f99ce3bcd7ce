using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>Tables of a chapter, chosen by the measure alone: by district and kind for a population, by first category for cases and counts, by step for a level.</summary>
internal static class ChapterTables
{
    public static IEnumerable<Block> Compose(ReportContent report, Indicator indicator, Score score, int position)
    {
        var caption = Caption(position, 1);
        if (score.Measurement.State == MeasurementState.Missing)
        {
            yield return new Paragraph("ยังไม่ได้รับรายงานจากหน่วยงานเจ้าภาพ");
            yield break;
        }
        switch (indicator.Measure)
        {
            case PercentageMeasure { Population: { } population }:
                foreach (var block in PopulationTables.Compose(report, indicator, population, score.Measurement, position)) yield return block;
                break;
            case PercentageMeasure:
                yield return ByCategory(indicator, score.Measurement, caption);
                break;
            case LevelMeasure when !report.ShowsLevel(indicator):
                yield return new Paragraph("ข้อเท็จจริงที่รายงานแสดงในทะเบียนข้อมูล ภาคผนวก ก");
                break;
            case LevelMeasure:
                yield return Steps(indicator, score.Measurement, caption);
                break;
            default:
                yield return ByCategory(indicator, score.Measurement, caption);
                break;
        }
    }

    /// <summary>Number of a chapter's table.</summary>
    public static string Caption(int position, int number) => $"ตาราง ๓-{CellText.Number(position)}-{CellText.Number(number)}";

    /// <summary>หน่วยงาน | รายงาน | ซ้ำ | ไม่นับ | นับได้; of a level, whose rows aren't counted one by one, only what was reported. <c>number</c> is its place among the chapter's tables.</summary>
    public static Table PerUnit(ReportContent report, Indicator indicator, Score score, int position, int number)
    {
        var counted = score.Measurement.Counted.Concat(score.Measurement.NotMet.Select(e => e.Row)).ToLookup(r => r.Unit);
        var excluded = score.Measurement.Excluded.ToLookup(e => e.Row.Unit);
        var reported = report.ReturnsOn(indicator.Number).ToDictionary(r => r.Unit);
        ReadOnlySpan<string> heads = ["หน่วยงาน", "รายงาน (รายการ)", "ซ้ำ", "ไม่นับ", "นับได้"];
        var columns = indicator.Measure is LevelMeasure ? 2 : heads.Length;
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        foreach (var host in report.HostsOf(indicator.Number))
        {
            var duplicates = excluded[host].Count(e => e.Why == ExclusionReason.Duplicate);
            ReadOnlySpan<string> cells = reported.TryGetValue(host, out var r)
                ? [Reported(r), CellText.Number(duplicates), CellText.Number(excluded[host].Count() - duplicates), CellText.Number(counted[host].Count())]
                : ["ยังไม่ได้รับรายงาน", CellText.None, CellText.None, CellText.None];
            rows.Add(Row(report.Cells.UnitShortName(host), cells[..(columns - 1)]));
        }
        ImmutableArray<TableColumn> widths = [new(5), new(3, Alignment.Center), .. Enumerable.Repeat(new TableColumn(1.5, Alignment.Center), columns - 2)];
        return new(widths, [TableRow.Of(heads[..columns])], rows.ToImmutable()) { Caption = $"{Caption(position, number)} {indicator.ShortText.Thai}: ผลแยกรายหน่วยงาน" };
    }

    private static string Reported(Return r) => r.Status == ReturnStatus.Nil ? "ไม่มีเรื่อง" : CellText.Number(r.Rows.Length);

    /// <summary>By the first choice column of the register, or in one line where it has none.</summary>
    private static Table ByCategory(Indicator indicator, Measurement measurement, string caption)
    {
        var column = indicator.Register.Columns.FirstOrDefault(c => c.Type == ColumnType.Choice && !c.Internal);
        var by = column?.Heading.Thai ?? indicator.Register.Row.Thai;
        var title = $"{caption} {indicator.ShortText.Thai}: ผลจำแนกตาม{(by[0] is >= 'ก' and <= '๛' && !by.Contains('.', StringComparison.Ordinal) ? "" : " ")}{by}";
        var verdicts = indicator.Measure is PercentageMeasure percentage ? Verdicts.Of(percentage) : null;
        var groups = ImmutableArray.CreateBuilder<(string Name, Func<RegisterRow, bool> In)>();
        foreach (var option in column?.Options ?? [])
            groups.Add((option.Text.Thai, row => row[column!.Id] is ChoiceValue v && v.Option == option.Id));
        groups.Add(("รวม", _ => true));

        var rows = groups.Select((g, i) =>
        {
            var met = measurement.Counted.Count(r => g.In(r.Row));
            var not = measurement.NotMet.Count(e => g.In(e.Row.Row));
            var open = measurement.Excluded.Count(e => e.Why == ExclusionReason.NotYetDue && g.In(e.Row.Row));
            var other = measurement.Excluded.Count(e => e.Why != ExclusionReason.NotYetDue && g.In(e.Row.Row));
            var row = verdicts is not null
                ? Row(g.Name, CellText.Number(met + not), CellText.Number(met), CellText.Number(not), CellText.Number(open), met + not == 0 ? CellText.None : CellText.Percentage(met * 100m / (met + not)))
                : Row(g.Name, CellText.Number(met + other), CellText.Number(other), CellText.Number(met));
            return row with { Emphasis = i == groups.Count - 1 };
        });
        return verdicts is not null
            ? new(
                [new(4), new(2, Alignment.Center), new(2, Alignment.Center), new(2, Alignment.Center), new(2, Alignment.Center), new(2, Alignment.Center)],
                [TableRow.Of(by, "นำมาคิด", verdicts.Met, verdicts.NotMet, verdicts.Open, "ร้อยละ")],
                [.. rows]) { Caption = title }
            : new(
                [new(5), new(2, Alignment.Center), new(2, Alignment.Center), new(2, Alignment.Center)],
                [TableRow.Of(by, "รายงาน", "ซ้ำหรือไม่นับ", "นับได้")],
                [.. rows]) { Caption = title };
    }

    private static Table Steps(Indicator indicator, Measurement measurement, string caption) => new(
        [new(1, Alignment.Center), new(4), new(1.5, Alignment.Center), new(5)],
        [TableRow.Of("ระดับ", "เงื่อนไข", "ผล", "เหตุผล")],
        [.. measurement.Steps.Select(s => Row(CellText.Number(s.Level), s.Text.Thai, s.Achieved ? "ครบ" : "ยังไม่ครบ", s.Reason.Thai))])
    {
        Caption = $"{caption} {indicator.ShortText.Thai}: ผลรายระดับ",
    };

    public static TableRow Row(string name, params ReadOnlySpan<string> cells)
    {
        var row = ImmutableArray.CreateBuilder<TableCell>(cells.Length + 1);
        row.Add(new TableCell(name) { RowHeader = true });
        foreach (var cell in cells) row.Add(new(cell));
        return new(row.MoveToImmutable());
    }
}
