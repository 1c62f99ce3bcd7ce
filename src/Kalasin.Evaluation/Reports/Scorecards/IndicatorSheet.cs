using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Reports.Scorecards.Measures;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>An indicator: its result on top, then who reports, what the measure needs beside, and the register with a verdict on every row.</summary>
/// <param name="Sheet">The sheet, laid out.</param>
/// <param name="Results">Cells that the summary refers to; <see langword="null"/> where the edition prints counted facts only.</param>
/// <param name="Widths">Widths of its columns.</param>
/// <param name="Head">Row of the register's head.</param>
internal sealed record IndicatorSheet(LiveSheet Sheet, ResultLines? Results, ImmutableArray<double> Widths, int Head)
{
    /// <summary>Characters that a wide page takes before its letters become too small to read.</summary>
    private const double PageWidth = 260;

    /// <summary>A result has room for twelve decimals.</summary>
    private const double ResultWidth = 24;

    public static IndicatorSheet Of(ReportContent report, IndicatorCase of, Score score, ImmutableArray<Return> returns, RuleCells rules, PrintedSources sources)
    {
        var sheet = new LiveSheet(FormLayout.SheetOf(of.Indicator.Number)) { Columns = 8 };
        var work = new IndicatorWork(report, of, score, returns, rules, sources, sheet);
        var measure = MeasureFormulas.Of(of.Indicator.Measure);
        var shown = report.ShowsLevel(of.Indicator);
        if (shown) work.Register.Judge(measure.Compared(of.Indicator));
        var tables = shown ? measure.Add(work) : null;
        if (work.Register.Table.Count > RowTable.MostLines)
        {
            sheet.Computes = false;
            work.Unsaid.Add($"ทะเบียนมี {ThaiNumerals.Format(work.Register.Table.Count)} แถว แสดง {ThaiNumerals.Format(RowTable.MostLines)} แถวแรก ทุกช่องของแผ่นนี้จึงเป็นค่าที่ระบบคำนวณจากทุกแถว");
        }
        sheet.Across(ThaiNumerals.ToThaiInProse($"ตัวชี้วัดที่ {of.Indicator.Number}"), CellStyle.Title);
        sheet.Across(ThaiNumerals.ToThaiInProse(of.Rules.TextOf(of.Indicator, report.Circumstances.Choices).Thai), CellStyle.Label);
        if (report.IsInternal && score.IsAssumed) sheet.Across("มีเกณฑ์สมมติ ใช้ตรวจทานภายในเท่านั้น ดูที่มาของแต่ละเกณฑ์ในแผ่นเกณฑ์", CellStyle.Note);
        var results = tables is null ? null : new ResultLines(work, measure, tables);
        results?.Place();
        tables?.Place?.Invoke();
        if (shown) work.Facts.Place();
        sheet.Blank();
        sheet.Across(shown ? "ทะเบียนที่หน่วยงานรายงาน และการพิจารณารายแถว (๑ = ใช่)" : "ทะเบียนที่หน่วยงานรายงาน", CellStyle.Label);
        foreach (var unsaid in work.Unsaid.Distinct()) sheet.Across($"ค่าที่มิใช่สูตร: {unsaid}", CellStyle.Note);
        var head = work.Register.Table.Place(sheet);
        var widths = work.Register.Table.Widths.ToArray();
        widths[2] = Math.Max(widths[2], 13);
        if (widths.Length > 3) widths[3] = Math.Max(widths[3], ResultWidth);
        return new(sheet, results, [.. widths], head);
    }

    public Sheet ToSheet() => Sheet.ToSheet(Widths, 0, new()
    {
        Landscape = true, PageNumbers = true, Footer = Sheet.Name, RepeatedRows = (Head, Head), RepeatedColumns = (1, 3), PagesAcross = (int)Math.Ceiling(Widths.Sum() / PageWidth),
    });
}
