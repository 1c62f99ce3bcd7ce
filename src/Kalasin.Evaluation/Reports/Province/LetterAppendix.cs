using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>สำเนาหนังสือและคำสั่ง: which letters the rules come from, in the order in which copies are to be put behind the page.</summary>
internal static class LetterAppendix
{
    public const string Anchor = "letters";

    public static Chapter Compose(ReportContent report) => new(ChapterKind.Appendix, "สำเนาหนังสือและคำสั่ง", Blocks(report)) { Anchor = Anchor, GoesOn = true };

    private static IEnumerable<Block> Blocks(ReportContent report)
    {
        var cited = Cited(report).Where(c => c.Source is { IsAssumed: false, Citation: not null }).ToImmutableArray();
        // A citation that goes on after another's end names a place in the same letter.
        var letters = cited.Select(c => c.Source.Citation!).Distinct()
            .Where(c => !cited.Any(o => c.StartsWith(o.Source.Citation! + " ", StringComparison.Ordinal))).ToImmutableArray();
        if (letters.IsEmpty)
        {
            yield return new Paragraph("ไม่มีหนังสือหรือคำสั่งที่อ้างถึง");
            yield break;
        }
        yield return new Table(
            [new(1, Alignment.Center), new(6), new(6)],
            [TableRow.Of("ที่", "หนังสือหรือคำสั่ง", "เป็นที่มาของ")],
            [.. letters.Select((letter, i) => TableRow.Of(
                Printed.Number(i + 1),
                Printed.Prose(Confirmed(report, letter)),
                string.Join(" ", cited.Where(c => c.Source.Citation!.StartsWith(letter, StringComparison.Ordinal)).Select(c => c.What).Distinct())))])
        {
            Caption = "หนังสือและคำสั่งที่อ้างถึง (แนบสำเนาต่อจากหน้านี้ตามลำดับ)",
        };
    }

    private static IEnumerable<(string What, RuleSource Source)> Cited(ReportContent report)
    {
        yield return ($"กำหนดส่ง{report.Giver}", report.Rules.Framework.FinalDeadline.Source);
        if (report.Rules.Framework.Excluded is { } excluded) yield return ("จังหวัดที่ไม่อยู่ในการคัดเลือก", excluded.Source);
        yield return ("กำหนดส่งของหน่วยงาน", report.Rules.Plan.InternalDeadline.Source);
        foreach (var rule in report.Card.Scores.SelectMany(s => s.Rules)) yield return (UsedRules.NameOf(rule.Rule).Thai, rule.Source);
    }

    private static string Confirmed(ReportContent report, string citation) =>
        report.IsInternal ? citation : OpenWording.Of(report.Rules.Plan, report.Circumstances.Choices, citation);
}
