using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>
/// ข้อมูลตรวจทานภายใน: first what there is to look at and how much of it, then each of it under a heading of its own. What there is nothing
/// of has no heading.
/// </summary>
internal static class ReviewPart
{
    public const string Anchor = "review";

    public static Chapter Compose(ReportContent report) => new(ChapterKind.Part, "ข้อมูลตรวจทานภายใน", Blocks(report)) { Anchor = Anchor, InternalOnly = true };

    private static IEnumerable<Block> Blocks(ReportContent report)
    {
        yield return new Paragraph($"ส่วนนี้ใช้ภายในสำนักงานเท่านั้น ไม่รวมอยู่ในฉบับเสนอ{report.Giver}") { Style = ParagraphStyle.Notice };
        ImmutableArray<ReviewTopic> topics =
        [
            AssumedRules.Of(report),
            NextLevels(report),
            ArrivalReview.Of(report),
            RulingTables.Excluded(report),
            OpenFindings.Of(report),
            RulingTables.Duplicates(report),
            RulingTables.Assessments(report),
            RulingTables.Jumps(report),
        ];
        yield return new Paragraph("เรื่องที่ควรพิจารณาก่อนเสนอลงนาม") { Style = ParagraphStyle.Plain, KeepWithNext = true };
        yield return new Table(
            [new(5), new(6), new(2, Alignment.Center)], [TableRow.Of("เรื่อง", "จำนวน", "หัวข้อ")],
            [.. topics.Select((t, i) => new TableRow([new TableCell(t.Title) { RowHeader = true }, new TableCell(t.HowMuch), t.Blocks.IsEmpty ? new("-") : new TableCell([new Reference(AnchorOf(i)) { NumberOnly = true }])]))])
        {
            Summary = "เรื่องที่ควรพิจารณาก่อนเสนอลงนาม จำนวน และหัวข้อที่แสดงรายละเอียด",
        };
        foreach (var (i, topic) in topics.Index())
        {
            if (topic.Blocks.IsEmpty) continue;
            yield return new Heading(2, topic.Title) { Anchor = AnchorOf(i), PageBreakBefore = topic.OnNewPage };
            foreach (var block in topic.Blocks) yield return block;
        }
    }

    private static string AnchorOf(int topic) => FormattableString.Invariant($"{Anchor}-{topic + 1}");

    private static ReviewTopic NextLevels(ReportContent report)
    {
        var near = report.Card.Scores.Count(s => s.NextLevel is not null);
        return new("อีกเท่าใดจึงได้ระดับถัดไป", near == 0 ? "-" : $"ยังเพิ่มได้ {Printed.Number(near)} ตัวชี้วัด", [NextLevelTable(report)]);
    }

    private static Table NextLevelTable(ReportContent report) => new(
        [new(1, Alignment.Center), new(4), new(2, Alignment.Center), new(1.5, Alignment.Center), new(5)],
        [TableRow.Of("ตัวชี้วัดที่", "ตัวชี้วัด", "ผล", "คะแนน", "ระดับถัดไป")],
        [.. report.Card.Scores.Select(s => TableRow.Of(
            Printed.Indicator(s.Indicator),
            report.Rules.Framework[s.Indicator].ShortText.Thai,
            report.ValueOf(report.Rules.Framework[s.Indicator], s),
            s.Points is { } points ? ScoreDisplay.Points(points).Thai : Printed.None,
            s.NextLevel?.Thai ?? Printed.None))])
    {
        Caption = "ระยะถึงระดับถัดไป",
    };
}

/// <summary>One thing to look at.</summary>
/// <param name="Title">What it is.</param>
/// <param name="HowMuch">How much of it there is.</param>
/// <param name="Blocks">The details; none where there is nothing.</param>
internal sealed record ReviewTopic(string Title, string HowMuch, ImmutableArray<Block> Blocks)
{
    /// <summary>Begins a page, so that what is to be seen at a glance is not cut. Default <see langword="false"/>.</summary>
    public bool OnNewPage { get; init; }

    /// <summary>A table of so many things, or nothing.</summary>
    public static ReviewTopic Of(string title, Table? table, string unit) =>
        table is null ? new(title, "ไม่มี", []) : new(title, $"{Printed.Number(table.Rows.Length)} {unit}", [table]);
}
