using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Units;

/// <summary>ผลการคำนวณ: what became of the unit's rows in the round, and what its return says by itself.</summary>
internal static class ReturnFigures
{
    private const string Rows = "รายการ";

    public static IEnumerable<Block> Of(PrintedReturnContent content)
    {
        if (content.Reported is not { } reported)
        {
            yield return new Paragraph("ระบบคำนวณจากทะเบียนข้อมูลเมื่อได้รับรายงานแล้ว");
            yield break;
        }
        if (content.Indicator.Measure.IsAssumed)
            yield return new Paragraph($"คำนวณตามเกณฑ์ที่สมมติไว้ระหว่างที่ยังไม่มีรายละเอียดตัวชี้วัดของ{content.Rules.Framework.Authority.Thai}")
            {
                Style = ParagraphStyle.Note, KeepWithNext = true,
            };
        yield return new Table(
            [new(4), new(1.5, Alignment.Center), new(1.5, Alignment.Center), new(6)],
            [TableRow.Of("รายการ", "จำนวน", "หน่วยนับ", "หมายเหตุ")],
            [.. OfRows(content, reported), .. OfValue(content, reported)])
        {
            Summary = "ผลการคำนวณจากทะเบียนข้อมูล",
        };
    }

    private static IEnumerable<TableRow> OfRows(PrintedReturnContent content, ReportedReturn reported)
    {
        var (unit, round, measure) = (content.Unit.Code, reported.InRound, content.Indicator.Measure);
        yield return Row("รายงาน", Printed.Number(reported.Return.Rows.Length), Rows, reported.Return.FaultyRows is > 0 and var faulty
            ? $"รอแก้ไข {Printed.Number(faulty)} แถว"
            : Printed.None);
        var counted = round.Counted.Count(r => r.Unit == unit);
        yield return Row(
            measure switch { PercentageMeasure => "เป็นไปตามตัวชี้วัด", { IsLevel: true } => "ใช้ยืนยันระดับที่ได้", _ => "นับได้" },
            Printed.Number(counted), Rows, Printed.None);
        foreach (var rows in ExcludedRows.Of(round.NotMet.Where(r => r.Row.Unit == unit)))
            yield return Row("ไม่เป็นไปตามตัวชี้วัด", Printed.Number(rows.Count), Rows, NoteOf(rows));
        foreach (var rows in ExcludedRows.Of(round.Excluded.Where(r => r.Row.Unit == unit)))
            yield return Row("ไม่นับ", Printed.Number(rows.Count), Rows, NoteOf(rows));
    }

    /// <summary>A count is what its rows are; of what more is to be said, where the unit's own answer matters at all.</summary>
    private static IEnumerable<TableRow> OfValue(PrintedReturnContent content, ReportedReturn reported)
    {
        var (indicator, alone) = (content.Indicator, reported.Alone);
        var hosting = content.Rules.HostingOf(indicator.Number);
        if (indicator.Measure is CountMeasure || (hosting.Hosts.Length > 1 && indicator.Merge.Kind == MergeKind.Lead && hosting.Lead != content.Unit.Code)) yield break;
        yield return alone.Value is { } value
            ? Row("ผลของหน่วยงาน", ScoreDisplay.Number(indicator, value).Thai, alone.Unit.Thai, FormulaOf(alone)) with { Emphasis = true }
            : Row("ผลของหน่วยงาน", Printed.None, Printed.None, alone.Sentence.Thai) with { Emphasis = true };
        foreach (var step in alone.Steps)
            yield return Row($"ระดับ {Printed.Number(step.Level)} {step.Text.Thai}", step.Achieved ? "ครบ" : "ยังไม่ครบ", Printed.None, step.Reason.Thai);
    }

    private static string NoteOf(ExcludedRows rows) => $"แถวที่ {Printed.Rows(rows)}: {rows.Reason.Thai}";

    private static string FormulaOf(Measurement alone) => alone.Formula.Thai.Contains('=', StringComparison.Ordinal) ? alone.Formula.Thai : Printed.None;

    private static TableRow Row(string what, string number, string unit, string note) =>
        new([new TableCell(what) { RowHeader = true }, new(number), new(unit), new(note)]);
}
