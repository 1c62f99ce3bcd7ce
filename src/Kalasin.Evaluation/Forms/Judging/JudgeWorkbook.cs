using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Forms.Judging;

/// <summary>A judge's form as a workbook: an entrant a row, what is scored a column.</summary>
internal static class JudgeWorkbook
{
    private const int Fixed = 3;

    public static Workbook Compose(JudgeForm form)
    {
        var (committee, rules) = (form.Committee, form.Committee.Rules);
        var sheet = new SheetBuilder(Fixed + committee.Indicators.Length);
        sheet.Across(JudgeForm.Title, CellStyle.Title);
        sheet.Across($"ตามกรอบ{ThaiNumerals.ToThaiInProse(rules.Framework.Title.Thai)} {rules.Province.FullName}", CellStyle.Label);
        sheet.Across(form.Whose, CellStyle.Label);
        sheet.Across("กรอกคะแนนในช่องสีเหลืองเป็นตัวเลขภายในช่วงที่หัวช่อง หากไม่ให้คะแนนรายใดโปรดเว้นว่าง แล้วบันทึกส่งเลขานุการ โปรดไม่กรอกชื่อกรรมการ", CellStyle.Note);
        sheet.Add([Head(FormLayout.RunningNumber), Head(JudgeLayout.Code), Head(JudgeLayout.Entrant), .. committee.Indicators.Select(i => Head(i.Heading))]);
        var head = sheet.Row;
        foreach (var (i, entrant) in committee.Entrants.Index())
            sheet.Add(
            [
                Fact(ThaiNumerals.Format(i + 1)), Fact(entrant.Code.Value), Fact(committee.NameOf(entrant).Thai),
                .. committee.Indicators.Select(of => new WideCell(committee.Scores(entrant.Code, of.Number) ? Cell.Empty(CellStyle.InputNumber) : Cell.Text("-", CellStyle.ReadOnly))),
            ]);
        foreach (var (i, of) in committee.Indicators.Index())
            sheet.Allow(new(new(head + 1, Fixed + 1 + i, sheet.Row, Fixed + 1 + i), new DecimalNumber(of.Least, of.Most))
            {
                Error = new("โปรดตรวจสอบคะแนน", $"คะแนนเป็นตัวเลขตั้งแต่ {ThaiNumerals.Exact(of.Least).Thai} ถึง {ThaiNumerals.Exact(of.Most).Thai}"),
            });
        sheet.Across($"\nลงชื่อ ………………………………… {Committee.NameOf(form.Judge).Thai}\n( ………………………………………… )\nวันที่ ……… เดือน ………………… พ.ศ. …………", CellStyle.Label);
        var written = sheet.ToSheet(JudgeLayout.Sheet, [6, 10, 40, .. committee.Indicators.Select(_ => 24d)], new()
        {
            Landscape = committee.Indicators.Length > 2, RepeatedRows = (head, head), PageNumbers = true,
            Footer = $"{rules.Plan.Id} · กรอบฉบับที่ {ThaiNumerals.Format(rules.Framework.Revision)} · {Committee.NameOf(form.Judge).Thai}",
        }) with { FrozenRows = head, FrozenColumns = Fixed };
        return new($"{JudgeForm.Title} {form.Whose}", rules.Plan.JudgedOn, [written, Marks(form)]) { Author = rules.Plan.Office.Thai };
    }

    private static Sheet Marks(JudgeForm form)
    {
        var rules = form.Committee.Rules;
        ImmutableArray<(string Name, string Value)> marks =
        [
            (FormMark.Form, JudgeLayout.FormValue), (FormMark.Layout, $"{FormLayout.Version}"), (FormMark.Round, rules.Plan.Id.Value), (FormMark.Framework, rules.Framework.Id.Value),
            (FormMark.Revision, Number(rules.Framework.Revision)), (JudgeLayout.Judge, Number(form.Judge)), (JudgeLayout.Judges, Number(form.Judges)),
        ];
        return new(FormLayout.MarkSheet, [.. marks.Select(m => Row.Of(m.Name, m.Value))]) { Visibility = SheetVisibility.VeryHidden };
    }

    private static WideCell Head(string text) => new(Cell.Text(text, CellStyle.Heading));

    private static WideCell Fact(string text) => new(Cell.Text(text, CellStyle.ReadOnly));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
