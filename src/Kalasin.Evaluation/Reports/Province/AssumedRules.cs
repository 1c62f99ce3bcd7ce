using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>Rules that somebody of the house assumed: each once, with the indicators that it bears on and the scores that they have by it.</summary>
internal static class AssumedRules
{
    public static ReviewTopic Of(ReportContent report)
    {
        const string Title = "เกณฑ์ที่สมมติและผลต่อคะแนน";
        var rules = report.Card.Scores
            .SelectMany(s => s.Rules.Where(r => r.Source.IsAssumed).Select(r => (Score: s, Name: UsedRules.NameOf(r.Rule).Thai, Note: r.Source.Note is { } note ? Printed.Prose(note) : Printed.None)))
            .Distinct().GroupBy(r => (r.Name, r.Note)).ToList();
        return rules.Count == 0 ? new(Title, "ไม่มี", []) : new(
            Title, $"{Printed.Number(rules.Count)} ข้อ ใช้กับ {Printed.Number(report.Card.Scores.Count(s => s.IsAssumed))} ตัวชี้วัด",
            [
                new Table(
                    [new(1, Alignment.Center), new(2.4), new(7), new(4.2)], [TableRow.Of("ที่", "เกณฑ์", "ที่สมมติไว้", "ใช้กับตัวชี้วัดที่ (คะแนนที่ได้)")],
                    [.. rules.Select((r, i) => TableRow.Of(Printed.Number(i + 1), r.Key.Name, r.Key.Note, string.Join(", ", r.Select(x => Effect(x.Score)))))])
                {
                    Caption = $"เกณฑ์ที่สมมติ (ไม่ใช่เกณฑ์ของ{report.Giver})",
                },
            ]);
    }

    private static string Effect(Score score) =>
        Printed.Indicator(score.Indicator) + (score.Points is { } points ? $" ({ScoreDisplay.Points(points).Thai})" : " (-)");
}
