using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Reports.Papers;

/// <summary>What the memo to the head says that isn't in the rules.</summary>
/// <param name="Mark">Number and date.</param>
/// <param name="Report">Hash of the official edition's PDF that is put forward.</param>
/// <param name="Status">The grid of the round.</param>
/// <param name="Choices">What was chosen, by id of the plan's open choice.</param>
/// <param name="Note">What the head should know, in the coordinator's words. Default: nothing.</param>
/// <param name="IsSample">Made of sample data.</param>
internal sealed record MemoToHeadContent(
    MemoMark Mark, ContentHash Report, RoundStatus Status, ImmutableDictionary<string, string> Choices, string? Note, bool IsSample);

/// <summary>บันทึกข้อความ in which the report is put forward to the head for signature.</summary>
internal static class MemoToHead
{
    /// <summary>The memo as a document.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="content">What else it says.</param>
    public static ReportDocument Compose(AwardRules rules, MemoToHeadContent content) => OfficePaper.Of(
        rules, "บันทึกข้อความ เสนอรายงานเพื่อพิจารณาลงนาม", content.Mark.Date, Blocks(rules, content), content.IsSample);

    private static IEnumerable<Block> Blocks(AwardRules rules, MemoToHeadContent content)
    {
        var (plan, framework, status) = (rules.Plan, rules.Framework, content.Status);
        var head = Signatures.HeadOf(plan).Thai;
        yield return OfficePaper.Memo(rules, content.Mark, $"เสนอพิจารณาลงนาม{NumberedLetter.SubjectOf(rules).Thai}", head);
        yield return new Paragraph(
            $"ตาม{OfficePaper.AskingLetter(rules, content.Choices)} ให้จังหวัดรายงานผลการดำเนินการตามกรอบ{framework.Title.Thai} "
            + $"ภายใน{ThaiDate.WithWeekday(framework.FinalDeadline.Date)} นั้น");
        yield return new Paragraph(
            $"{plan.Find(plan.Collector)!.Name.Thai}ได้รวบรวมรายงานของหน่วยงานเจ้าภาพแล้ว ได้รับ {Printed.Number(status.Received)} รายการ "
            + $"จากที่ต้องส่ง {Printed.Number(status.Expected)} รายการ ส่งล่าช้า {Printed.Number(status.Late)} รายการ{Missing(status)}");
        ImmutableArray<OpenChoice> open = [.. plan.OpenChoices.Where(c => !content.Choices.ContainsKey(c.Id))];
        if (!open.IsEmpty)
        {
            yield return new Paragraph($"มีข้อที่หนังสือเปิดไว้และต้องเลือกก่อนส่ง{framework.Authority.Thai} {Printed.Number(open.Length)} ข้อ ดังนี้");
            yield return ListBlock.Of(open.Select(c => c.Question.Thai), ListMarker.ThaiNumber);
        }
        if (content.Note is { Length: > 0 } note) yield return new Paragraph($"ข้อที่ขอเรียนเพิ่มเติม {Printed.Prose(note)}");
        yield return new Paragraph(
            $"จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบ โปรดลงนามในหน้ารับรองของรายงาน และเสนอผู้มีอำนาจลงนามในหนังสือถึง{framework.Authority.Thai}ต่อไป");
        yield return new SignatureBox([OfficePaper.Compiler(plan)]);
        yield return new Paragraph([new Run($"คำสั่งของ{head}") { Bold = true }]) { Style = ParagraphStyle.Plain, KeepWithNext = true };
        yield return new Paragraph("(   ) เห็นชอบ     (   ) ส่งคืนเพื่อแก้ไข เหตุผล ........................................................................")
        {
            Style = ParagraphStyle.Plain, KeepWithNext = true,
        };
        yield return new SignatureBox([Signatures.Head(plan)]) { IsDated = true };
        yield return new Paragraph($"ลายนิ้วมือของรายงานฉบับที่เสนอ (SHA-256) {content.Report}") { Style = ParagraphStyle.Note };
    }

    private static string Missing(RoundStatus status)
    {
        var missing = status.Missing.Count();
        return missing == 0 ? " ไม่มีรายงานที่ยังขาด" : $" และยังขาด {Printed.Number(missing)} รายการ ซึ่งปรากฏในรายงานฉบับตรวจทานภายใน";
    }
}
