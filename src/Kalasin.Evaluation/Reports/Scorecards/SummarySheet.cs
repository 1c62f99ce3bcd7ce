using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Reports.Province;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>The first sheet: one line per indicator and the weighted total, all of them references to the sheets behind.</summary>
internal static class SummarySheet
{
    public const string Name = "สรุปคะแนน";

    public static Sheet Compose(ReportContent report, ImmutableArray<IndicatorSheet> sheets, RuleCells rules, PrintedSources sources)
    {
        var (card, scoring) = (report.Card, report.ShowsScoreColumns && !report.Rules.Framework.ScoringOff);
        var total = scoring && (report.IsInternal || report.ShownTotal is not null);
        ImmutableArray<string> heads =
        [
            "ตัวชี้วัดที่", "ตัวชี้วัด", "เจ้าภาพหลัก", "หน่วยวัด", "ผลการดำเนินงาน",
            .. scoring ? ["คะแนน", "น้ำหนัก", "คะแนน × น้ำหนัก", "คะแนนเต็ม", "คะแนน: เศษ", "คะแนน: ส่วน"] : ImmutableArray<string>.Empty,
            "ที่มา",
        ];
        var sheet = new LiveSheet(Name) { Columns = heads.Length };
        sheet.Across($"สรุปผลคะแนน {card.EntrantName.Thai}", CellStyle.Title);
        sheet.Across(ThaiNumerals.ToThaiInProse(report.Rules.Framework.Title.Thai), CellStyle.Label);
        if (report.Circumstances.IsSample) sheet.Across("ข้อมูลตัวอย่าง มิใช่ผลการดำเนินงานจริง", CellStyle.Label);
        sheet.Across(
            $"{report.Footer} · พิจารณา ณ วันที่ {ThaiDate.Short(card.EvaluationDate)} · กรอบ {card.Framework} ฉบับที่ {ThaiNumerals.Format(card.Revision)}", CellStyle.Note);
        if (report.IsInternal && card.Scores.Any(s => s.IsAssumed))
            sheet.Across($"คะแนนที่มีคำว่า เกณฑ์สมมติ ใช้เกณฑ์ที่ระบบสมมติ มิใช่เกณฑ์ของ{report.Giver} ใช้ตรวจทานภายในเท่านั้น", CellStyle.Note);
        sheet.Add([.. heads.Select(h => (LiveCell)Cell.Text(h, CellStyle.Heading))]);
        var head = sheet.Row;
        var lines = card.Scores.Select((s, i) => new ScoreLine(report, s, sheets[i], scoring)).ToList();
        foreach (var line in lines) line.Place(sheet);
        if (total) new TotalLines(sheet, report, rules, sources, lines).Place();
        return sheet.ToSheet(
            [11, 46, 22, 12, 24, .. scoring ? [22d, 12, 22, 12, 16, 16] : ImmutableArray<double>.Empty, 18], head,
            new() { Landscape = true, RepeatedRows = (head, head), PageNumbers = true, Footer = report.Footer });
    }
}
