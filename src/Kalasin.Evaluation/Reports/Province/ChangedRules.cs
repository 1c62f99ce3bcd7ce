using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>
/// การปรับกติการะหว่างรอบ: to which revision the round moved, and what that changed, in words. The official edition names what changed and no values, among which
/// assumed ones may stand; of a plan, which holds addresses, neither edition does.
/// </summary>
internal static class ChangedRules
{
    private const int MostLines = 40;

    public static IEnumerable<Block> Blocks(ReportContent report)
    {
        if (report.Circumstances.Moves.IsEmpty) yield break;
        yield return new Heading(2, "การปรับกติการะหว่างรอบ");
        foreach (var move in report.Circumstances.Moves)
        {
            var (name, before, after) = (move.IsFramework ? "กรอบการประเมิน" : "แผนการรายงานของจังหวัด", Printed.Number(move.Before), Printed.Number(move.After));
            yield return new Paragraph($"รอบการประเมินนี้ย้ายจาก{name}ฉบับที่ {before} เป็นฉบับที่ {after} ซึ่งต่างกัน {Printed.Number(move.Changes.Length)} เรื่อง") { KeepWithNext = !move.Changes.IsEmpty };
            var lines = move.Changes.Select(c => Printed.Prose(report.IsInternal && move.IsFramework ? c.Line.Thai : c.What.Thai)).Distinct(StringComparer.Ordinal).ToList();
            if (lines.Count > 0) yield return ListBlock.Of(lines.Take(MostLines));
            if (lines.Count > MostLines) yield return new Paragraph($"และอีก {Printed.Number(lines.Count - MostLines)} เรื่อง ซึ่งดูได้ในหน้ากติกาของรอบ") { Style = ParagraphStyle.Note };
        }
        yield return new Paragraph($"ผลในรายงานนี้คิดตามกรอบการประเมินฉบับที่ {Printed.Number(report.Rules.Framework.Revision)} ทั้งหมด");
    }
}
