using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Scoring.Totals;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>สรุปผล: one row per indicator; weights and scores only where a rule of the department stands behind them.</summary>
internal static class ResultsPart
{
    public const string Anchor = "results";

    public static Chapter Compose(ReportContent report) => 
        new(ChapterKind.Part, "สรุปผลการดำเนินงานตามตัวชี้วัด", Blocks(report)) { Anchor = Anchor };

    private static IEnumerable<Block> Blocks(ReportContent report)
    {
        var scores = report.ShowsScoreColumns;
        ImmutableArray<TableColumn> columns = [new(1, Alignment.Center), new(4), new(4.4), new(1.5, Alignment.Center), new(2.4, Alignment.Center)];
        ImmutableArray<TableCell> head = [new("ตัวชี้วัดที่"), new("ตัวชี้วัด"), new("เจ้าภาพหลัก"), new("หน่วยวัด"), new("ผลการดำเนินงาน")];
        if (scores)
        {
            columns = [.. columns, new(1.3, Alignment.Center), new(1.3, Alignment.Center)];
            head = [.. head, new("น้ำหนัก"), new("คะแนน")];
        }
        columns = [.. columns, new(1.4, Alignment.Center)];
        head = [.. head, new("หลักฐาน (รายการ)")];
        var rows = report.Card.Scores.Select(s => Row(report, s, scores)).ToList();
        if (scores && report.ShownTotal is { } total)
        {
            var name = TotalLine.NameOf(report.Rules.Framework).Thai + (report.Card.Provisional ? " (ชั่วคราว)" : "");
            TableCell label = new(name) { ColumnSpan = 6, Alignment = Alignment.End };
            rows.Add(new([label, new(ScoreDisplay.Points(total).Thai), new("")]) { Emphasis = true });
        }
        yield return new Table(columns, [new(head)], [.. rows]) { Caption = "สรุปผลการดำเนินงานรายตัวชี้วัด" };
        yield return new Paragraph(Note(report)) { Style = ParagraphStyle.Note };
        if (TotalTables.Classes(report) is { } classes) yield return new Paragraph(classes);
        if (TotalTables.Total(report) is { } totals) yield return totals;
        foreach (var block in TotalTables.Steps(report)) yield return block;
        if (TotalTables.Requirements(report) is { } requirements) yield return requirements;
        if (TotalTables.SelfScores(report) is { } self) yield return self;
    }

    private static TableRow Row(ReportContent report, Score score, bool scores)
    {
        var indicator = report.Rules.Framework[score.Indicator];
        var lead = report.LeadOf(indicator.Number);
        ImmutableArray<TableCell> cells =
        [
            new(Printed.Indicator(indicator.Number)) { RowHeader = true },
            new(indicator.ShortText.Thai),
            new(report.Printed.UnitShortName(lead)),
            new(indicator.Measure.Unit.Thai),
            new(report.ShowsLevel(indicator) ? report.ValueOf(indicator, score) : report.KeyFigure(indicator, score)),
        ];
        var evidence = new TableCell(Printed.Number(report.ReturnsOn(indicator.Number).Sum(r => r.Evidence.Length)));
        if (!scores) return new([.. cells, evidence]);
        var shown = report.ShowsScore(score);
        return new([.. cells, new(shown ? Share(indicator, score.Weight) : Printed.None),
            new(shown ? ScoreDisplay.Points(score.Points!.Value).Thai : Printed.None), evidence]);
    }

    /// <summary>A share of the total; what a bonus or penalty can do to it is no share, and says so.</summary>
    private static string Share(Indicator indicator, decimal weight)
    {
        var number = weight == decimal.Truncate(weight) ? Printed.Number((long)weight) : ThaiNumerals.Format(weight, 2);
        return indicator.Role switch { IndicatorRole.Bonus => $"เพิ่มไม่เกิน {number}", IndicatorRole.Penalty => $"หักไม่เกิน {number}", _ => number };
    }

    private static ImmutableArray<Inline> Note(ReportContent report) => report switch
    {
        { IsInternal: true } => ["น้ำหนักและคะแนนที่คำนวณจากเกณฑ์สมมติใช้ตรวจทานภายในเท่านั้น รายการเกณฑ์สมมติอยู่ใน", new Reference(ReviewPart.Anchor)],
        { ShowsScoreColumns: true } => [$"แสดงน้ำหนักและคะแนนเฉพาะตัวชี้วัดที่บันทึกเกณฑ์ของ{report.Giver} แล้ว เครื่องหมาย - หมายถึงยังไม่มีเกณฑ์"],
        _ => [$"ยังไม่แสดงน้ำหนักและคะแนน จนกว่าจะบันทึกเกณฑ์ตามสิ่งที่ส่งมาด้วยของ{report.Giver}"],
    };
}
