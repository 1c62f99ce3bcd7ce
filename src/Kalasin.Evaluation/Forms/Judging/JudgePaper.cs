using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Forms.Judging;

/// <summary>A judge's form on paper, to be filled in with a pen.</summary>
internal static class JudgePaper
{
    public static ReportDocument Compose(JudgeForm form)
    {
        var rules = form.Committee.Rules;
        return new($"{JudgeForm.Title} {form.Whose}", rules.Plan.JudgedOn,
        [
            new([.. Blocks(form)])
            {
                Landscape = form.Committee.Indicators.Length > 2,
                Footer = [new Run($"รอบ {rules.Plan.Id} · กรอบฉบับที่ {ThaiNumerals.Format(rules.Framework.Revision)} · {Committee.NameOf(form.Judge).Thai}")],
            },
        ])
        {
            Author = rules.Plan.Office.Thai, Subject = JudgeForm.Title,
            Lexicon = [.. rules.Plan.Units.Select(u => u.Name.Thai), rules.Plan.Office.Thai, rules.Province.Name],
        };
    }

    private static IEnumerable<Block> Blocks(JudgeForm form)
    {
        var (committee, rules) = (form.Committee, form.Committee.Rules);
        yield return new Heading(1, JudgeForm.Title) { Alignment = Alignment.Center };
        yield return new Paragraph($"ตามกรอบ{ThaiNumerals.ToThaiInProse(rules.Framework.Title.Thai)}") { Style = ParagraphStyle.Subtitle };
        yield return new Paragraph(form.Whose) { Style = ParagraphStyle.Subtitle };
        yield return new Paragraph("โปรดกรอกคะแนนภายในช่วงที่หัวช่อง หากไม่ให้คะแนนรายใดโปรดขีดฆ่าช่องนั้นและลงชื่อกำกับ") { Style = ParagraphStyle.Plain };
        yield return new Table(
            [new(1, Alignment.Center), new(6), .. committee.Indicators.Select(_ => new TableColumn(3, Alignment.Center)), new(2.4)],
            [new([.. new[] { FormLayout.RunningNumber, JudgeLayout.Entrant }.Concat(committee.Indicators.Select(i => i.Heading)).Append("หมายเหตุ").Select(t => new TableCell(t))])],
            [.. committee.Entrants.Select((entrant, i) => Row(committee, entrant, i + 1))])
        {
            Summary = JudgeForm.Title,
        };
        yield return new SignatureBox([new("", null, Committee.NameOf(form.Judge).Thai)]) { IsDated = true };
    }

    private static TableRow Row(Committee committee, ReportingUnit entrant, int number) => new(
    [
        new(ThaiNumerals.Format(number)), new(committee.NameOf(entrant).Thai) { RowHeader = true },
        .. committee.Indicators.Select(i => new TableCell(committee.Scores(entrant.Code, i.Number) ? "" : "-")), new(""),
    ]);
}
