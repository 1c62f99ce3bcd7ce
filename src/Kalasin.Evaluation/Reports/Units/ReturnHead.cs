using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Reports.Units;

/// <summary>The head of a return's form, its boxes and the rule it answers.</summary>
internal static class ReturnHead
{
    public static IEnumerable<Block> Of(PrintedReturnContent content) => [.. Head(content), .. Status(content), .. Rule(content)];

    private static IEnumerable<Block> Head(PrintedReturnContent content)
    {
        var (rules, indicator) = (content.Rules, content.Indicator);
        yield return new Heading(1, $"แบบรายงานผลการดำเนินงาน ตัวชี้วัดที่ {Printed.Indicator(indicator.Number)} {content.Unit.Name.Thai}")
        {
            Alignment = Alignment.Center,
        };
        yield return new Paragraph($"ตามกรอบ{ProvinceReport.AwardOf(rules)}") { Style = ParagraphStyle.Subtitle };
        yield return new Paragraph(ProvinceReport.FiscalYearOf(rules)) { Style = ParagraphStyle.Subtitle };
        yield return Line(
            $"ตัวชี้วัดที่ {Printed.Indicator(indicator.Number)} :", ThaiNumerals.ToThaiInProse(rules.TextOf(indicator, content.Choices).Thai));
        var asOf = (Label: FormLayout.LabelOf(FormPart.DataAsOf), Text: content.Reported?.Return.DataAsOf is { } day ? ThaiDate.Long(day) : Printed.ToFill);
        var due = (Label: "ส่งภายใน", Text: ThaiDate.WithWeekday(content.Due));
        if (content.Reported is not { Version: var version, Code: var code })
        {
            yield return Line(asOf.Label, asOf.Text);
            yield return Line(due.Label, due.Text);
        }
        // On the first page and on the last, so that a stack of signed returns can be taken apart.
        else
            yield return code.Beside(
                $"{asOf.Label} {asOf.Text}", $"{due.Label} {due.Text}",
                $"รหัสชุดข้อมูล {content.Code} ฉบับที่ {Printed.Number(version.Version)} คิวอาร์โค้ดอยู่ที่หน้าแรกและหน้าสุดท้าย");
    }

    private static IEnumerable<Block> Status(PrintedReturnContent content)
    {
        var reported = content.Reported?.Return;
        yield return PrintedReturn.Head(FormPart.Status);
        yield return Box(FormPart.StatusReported, reported?.Status == ReturnStatus.Reported) with { KeepWithNext = true };
        yield return Box(FormPart.StatusNil, reported?.Status == ReturnStatus.Nil) with { KeepWithNext = true };
        if (reported?.Status == ReturnStatus.Nil)
            yield return Line(
                "เหตุผล", reported.NilReason is { Length: > 0 } reason ? Printed.Prose(reason) : Printed.ToFill) with { KeepWithNext = true };
        yield return Box(FormPart.StatusInProgress, reported?.Status == ReturnStatus.InProgress);
    }

    private static IEnumerable<Block> Rule(PrintedReturnContent content)
    {
        var indicator = content.Indicator;
        yield return PrintedReturn.Head(FormPart.Explanation);
        foreach (var line in indicator.Explanation) yield return new Paragraph(line.Thai);
        if (indicator.Period is { } period)
        {
            yield return Line("ช่วงเวลาที่ประเมิน", $"วันที่ {ThaiDate.Long(period.From)} ถึงวันที่ {ThaiDate.Long(period.To)}");
            yield return Line("ที่มาของช่วงเวลา", SourceOf(content, period.Source));
        }
        yield return Line("ที่มาของข้อความตัวชี้วัด", SourceOf(content, indicator.TextSource));
        yield return Line("ที่มาของวิธีวัด", SourceOf(content, indicator.Measure.Source));
        foreach (var detail in indicator.Measure.DetailSources.Select(s => SourceOf(content, s)).Distinct())
            yield return Line("รายละเอียดของวิธีวัด", detail);
    }

    private static string SourceOf(PrintedReturnContent content, RuleSource source) =>
        Printed.Prose(OpenWording.Of(content.Rules.Plan, content.Choices, source.InWords));

    private static Paragraph Box(FormPart part, bool isTicked) =>
        new($"({(isTicked ? " / " : "   ")}) {FormLayout.LabelOf(part)}") { Style = ParagraphStyle.Plain };

    private static Paragraph Line(string label, string text) => new([new Run($"{label} ") { Bold = true }, text]) { Style = ParagraphStyle.Plain };
}
