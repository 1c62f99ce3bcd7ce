using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Reports.Units;

/// <summary>What the memo says that a unit's returns go with.</summary>
/// <param name="Mark">Number and date.</param>
/// <param name="Unit">Whose.</param>
/// <param name="Cells">The unit's part of the round's grid.</param>
/// <param name="Rows">Rows of each return that came.</param>
/// <param name="Due">The unit's last day.</param>
/// <param name="IsSample">Made of sample data.</param>
internal sealed record ReturnMemoContent(
    MemoMark Mark, ReportingUnit Unit, ImmutableArray<StatusCell> Cells, ImmutableDictionary<IndicatorNumber, int> Rows, DateOnly Due, bool IsSample);

/// <summary>บันทึกข้อความ by which a unit sends its signed returns to the office.</summary>
internal static class ReturnMemo
{
    /// <summary>The memo as a document.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="content">What else it says.</param>
    public static ReportDocument Compose(AwardRules rules, ReturnMemoContent content) => OfficePaper.Of(
        rules, $"บันทึกข้อความ ส่งรายงานผลการดำเนินงาน {content.Unit.Name.Thai}", content.Mark.Date, Blocks(rules, content), content.IsSample);

    private static IEnumerable<Block> Blocks(AwardRules rules, ReturnMemoContent content)
    {
        var (plan, unit) = (rules.Plan, content.Unit);
        var came = content.Cells.Where(c => c.Current is not null).ToList();
        var missing = content.Cells.Where(c => c.Current is null && !c.IsExcused).Select(c => c.Indicator).ToList();
        yield return new Letterhead(
            unit.Kind == UnitKind.DistrictOffice ? unit.Name.Thai : $"{plan.Office.Thai} ({unit.Name.Thai})",
            content.Mark.Number is { } number ? ThaiNumerals.ToThai(number) : null, ThaiDate.Long(content.Mark.Date),
            $"ส่งรายงานผลการดำเนินงานตามกรอบ{rules.Framework.Title.Thai}", Signatures.HeadOf(plan).Thai);
        yield return new Paragraph(
            $"{OfficePaper.ByMemo(plan)}ให้หน่วยงานรายงานผลการดำเนินงานตามตัวชี้วัดที่เป็นเจ้าภาพ "
            + $"ภายใน{ThaiDate.WithWeekday(content.Due)} นั้น");
        if (came.Count > 0)
        {
            yield return new Paragraph(
                $"{unit.Name.Thai}ขอส่งแบบรายงานผลการดำเนินงานซึ่งลงนามรับรองแล้ว พร้อมไฟล์ Word และ PDF จำนวน {Printed.Number(came.Count)} ตัวชี้วัด ดังนี้")
            {
                KeepWithNext = true,
            };
            yield return new Table(
                [new(1, Alignment.Center), new(7), new(3), new(1.8, Alignment.Center), new(1.6, Alignment.Center)],
                [TableRow.Of("ที่", "ตัวชี้วัด", "สถานะ", "จำนวนรายการ", "ฉบับที่")],
                [.. came.Select((cell, i) => TableRow.Of(
                    Printed.Number(i + 1), $"ตัวชี้วัดที่ {Printed.Indicator(cell.Indicator)} {rules.Framework[cell.Indicator].ShortText.Thai}", StatusOf(cell),
                    Printed.Number(content.Rows.GetValueOrDefault(cell.Indicator)), Printed.Number(cell.Current!.Version)))])
            {
                Summary = "รายงานที่ส่งพร้อมบันทึกนี้",
            };
        }
        if (missing.Count > 0)
            yield return new Paragraph($"สำหรับ{Listed.Indicators(missing).Thai} อยู่ระหว่างจัดทำ จะส่งเพิ่มเติมภายในวันที่ {Printed.ToFill}");
        yield return new Paragraph("จึงเรียนมาเพื่อโปรดพิจารณา");
        yield return new SignatureBox([new("", null, $"ตำแหน่ง {Printed.ToFill}")]);
    }

    private static string StatusOf(StatusCell cell) => cell.Current!.Status switch
    {
        ReturnStatus.Nil => "ไม่มีเรื่อง",
        ReturnStatus.InProgress => "อยู่ระหว่างดำเนินการ",
        _ => "มีผลการดำเนินงาน",
    };
}
