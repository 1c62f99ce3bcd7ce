using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>บทสรุปผู้บริหาร, one page.</summary>
internal static class ExecutiveSummary
{
    public static Chapter Compose(ReportContent report) => new(ChapterKind.Uncounted, "บทสรุปผู้บริหาร", Blocks(report));

    private static IEnumerable<Block> Blocks(ReportContent report)
    {
        var (rules, card) = (report.Rules, report.Card);
        var expected = card.Scores.Sum(s => report.HostsOf(s.Indicator).Length);
        var excused = card.Scores.Sum(s => s.Excused.Count());
        var received = card.Scores.Sum(s => report.ReturnsOn(s.Indicator).Count());
        var ofProvince = rules.Framework.Entrant == EntrantKind.Province;
        yield return new Paragraph(
            (ofProvince ? $"จังหวัด{rules.Province.Name}ได้รับรายงานจากหน่วยงานเจ้าภาพ" : $"{card.EntrantName.Thai}รายงาน")
            + $" {Printed.Number(received)} รายการ จากที่กำหนดไว้ {Printed.Number(expected)} รายการ "
            + (excused > 0 ? $"(ยกเว้นการรายงาน {Printed.Number(excused)} รายการ) " : "")
            + $"ครอบคลุมตัวชี้วัดทั้ง {Printed.Number(card.Scores.Length)} ตัวชี้วัด ผลการดำเนินงาน ณ วันที่ {ThaiDate.Long(report.AsOf)} สรุปได้ดังนี้");

        yield return ListBlock.Of(card.Scores.Select(s => Line(report, s)), ListMarker.ThaiNumber);
        if (IndicatorChart.Of(report) is { } chart) yield return chart;

        if (!report.ShowsScoreColumns)
        {
            yield return new Paragraph(
                "รายงานฉบับนี้แสดงผลการดำเนินงานโดยไม่แสดงน้ำหนักและคะแนน "
                + $"เนื่องจากยังมิได้บันทึกเกณฑ์การให้คะแนนตามสิ่งที่ส่งมาด้วยของ{rules.Framework.Authority.Thai}") { Style = ParagraphStyle.Note };
            yield break;
        }
        if (report.ShownTotal is null && card.Total is not null)
        {
            yield return new Paragraph(
                $"ยังไม่แสดงคะแนนเฉลี่ยถ่วงน้ำหนัก เนื่องจากบางตัวชี้วัดยังมิได้บันทึกเกณฑ์การให้คะแนนของ{report.Giver}") { Style = ParagraphStyle.Note };
        }
        if (report.ShownTotal is { } total)
        {
            yield return new Paragraph(
                $"คะแนนเฉลี่ยถ่วงน้ำหนัก {ScoreDisplay.Points(total).Thai} จากคะแนนเต็ม {ScoreDisplay.Full(card).Thai} "
                + $"หรือร้อยละ {ThaiNumerals.Format(card.TotalOf100!.Value, 2)}"
                + (card.Provisional ? " เป็นคะแนนชั่วคราว เพราะยังมีตัวชี้วัดที่ไม่มีเกณฑ์ให้คะแนนหรือยังไม่ครบข้อมูล" : "")
                + (card.Scores.Any(s => s.IsAssumed) ? $" (คำนวณจากเกณฑ์ที่ระบบสมมติ ไม่ใช่เกณฑ์ของ{report.Giver})" : ""));
        }
    }

    private static string Line(ReportContent report, Score score)
    {
        var indicator = report.Rules.Framework[score.Indicator];
        var result = report.ShowsLevel(indicator) ? score.Measurement.Sentence.Thai : report.ValueOf(indicator, score);
        return $"{indicator.ShortText.Thai}: {result}";
    }
}
