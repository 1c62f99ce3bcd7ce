using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Reports.Papers;

/// <summary>What the memo to a unit says that isn't in the rules.</summary>
/// <param name="Mark">Number and date.</param>
/// <param name="Unit">To which unit.</param>
/// <param name="Owed">What it owes; something.</param>
/// <param name="Due">The unit's last day.</param>
/// <param name="IsSample">Made of sample data.</param>
internal sealed record MemoToUnitContent(MemoMark Mark, ReportingUnit Unit, Owed Owed, DateOnly Due, bool IsSample);

/// <summary>บันทึกข้อความ that asks a unit for exactly what it still owes.</summary>
internal static class MemoToUnit
{
    /// <summary>The memo as a document.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="content">What else it says.</param>
    public static ReportDocument Compose(AwardRules rules, MemoToUnitContent content) => OfficePaper.Of(
        rules, $"บันทึกข้อความ ขอให้ส่งรายงาน {content.Unit.Name.Thai}", content.Mark.Date, Blocks(rules, content), content.IsSample);

    private static IEnumerable<Block> Blocks(AwardRules rules, MemoToUnitContent content)
    {
        var (plan, isLate) = (rules.Plan, content.Mark.Date > content.Due);
        yield return OfficePaper.Memo(rules, content.Mark, $"ขอให้ส่งรายงานผลการดำเนินงานตามกรอบ{rules.Framework.Title.Thai}", content.Unit.Name.Thai);
        yield return new Paragraph($"{OfficePaper.ByMemo(plan)}ให้หน่วยงานรายงานผลการดำเนินงานตามตัวชี้วัดที่เป็นเจ้าภาพ ภายใน{ThaiDate.WithWeekday(content.Due)} นั้น");
        yield return new Paragraph(
            $"{plan.Find(plan.Collector)!.Name.Thai}ตรวจสอบแล้ว ณ วันที่ {ThaiDate.Long(content.Mark.Date)} "
            + $"{(isLate ? "ซึ่งพ้นกำหนดแล้ว " : "")}หน่วยงานของท่านยังมีรายการที่ไม่ได้รับ ดังนี้");
        yield return new Table(
            [new(1.2, Alignment.Center), new(5), new(6)],
            [TableRow.Of("ที่", "รายการ", "ตัวชี้วัด")],
            [.. Rows(rules, content.Owed).Select((row, i) => TableRow.Of(Printed.Number(i + 1), row.What, row.Indicator))]);
        yield return new Paragraph(
            $"{(isLate ? "รายงานที่ส่งหลังกำหนดยังรับไว้และนับเข้าผล โดยทำเครื่องหมาย “ล่าช้า” " : "")}"
            + "โปรดส่งทางลิงก์ของหน่วยงานหรือทางไปรษณีย์อิเล็กทรอนิกส์ "
            + "หากไม่มีเรื่องหรือไม่มีกิจกรรมในช่วงเวลาที่ประเมิน โปรดทำเครื่องหมายไว้ในแบบรายงานแล้วส่งเช่นเดียวกัน");
        yield return new Paragraph("จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการ");
        yield return new SignatureBox([OfficePaper.Compiler(plan)]);
    }

    private static IEnumerable<(string What, string Indicator)> Rows(AwardRules rules, Owed owed)
    {
        foreach (var indicator in owed.Returns) yield return ("รายงาน", NameOf(rules, indicator));
        foreach (var indicator in owed.Corrections) yield return ("การแก้ไขรายงาน", NameOf(rules, indicator));
        foreach (var (forms, indicators) in owed.Copies)
            yield return ($"สำเนารายงานเป็น{Listed.Of(forms.Select(Copy.NameOf)).Thai}", string.Join(", ", indicators.Select(i => NameOf(rules, i))));
    }

    private static string NameOf(AwardRules rules, IndicatorNumber indicator) => $"ตัวชี้วัดที่ {Printed.Indicator(indicator)} {rules.Framework[indicator].ShortText.Thai}";
}
