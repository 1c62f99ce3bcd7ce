using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.RuleTables;

namespace Kalasin.Evaluation;

/// <summary>A province's plan as an Excel workbook: deadlines, units with their addresses, hosts. Written, filled in, and read back as the plan's next revision.</summary>
public static class PlanSheet
{
    /// <summary>Writes the workbook of a plan.</summary>
    /// <param name="rules">The plan, and the framework that it runs.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static Task WriteAsync(AwardRules rules, Stream stream, CancellationToken cancellationToken = default) => ToWorkbook(Checked(rules).Framework, rules.Plan).WriteAsync(stream, cancellationToken);

    /// <summary>Reads a workbook that was filled in.</summary>
    /// <param name="rules">The plan that it was written of, and the framework.</param>
    /// <param name="file">The workbook.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The next revision, or findings with the sheet and cell of each.</returns>
    public static async Task<RulesResult<RoundPlan>> ReadAsync(AwardRules rules, SourceFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(file);
        var findings = new List<Finding>();
        var typed = await RuleWorkbookReader.ReadAsync(file, PlanTables.TablesOf(rules.Plan, rules.Framework), findings, cancellationToken).ConfigureAwait(false);
        return PlanTables.Apply(rules.Plan, rules.Framework, typed, findings);
    }

    internal static Workbook ToWorkbook(Framework framework, RoundPlan plan)
    {
        return RuleWorkbook.Compose(
            $"แผนการรายงานของ{plan.Office.Thai}", plan.InternalDeadline.Date,
            [
                $"ไฟล์นี้แสดงแผนที่ใช้อยู่ ({plan.Id} ฉบับที่ {ThaiNumerals.Format(plan.Revision)}) แก้แล้วส่งกลับในหน้าเดิมเพื่อบันทึกเป็นแผนฉบับใหม่",
                "๑. แผ่นงาน “แผน” กรอกกำหนดส่ง อีเมล และที่อยู่ ถ้าแก้กำหนดส่งหรือเจ้าภาพ ให้อ้างถึงหนังสือหรือคำสั่งของจังหวัด",
                "๒. เลือก ใช่ ที่ “ยืนยันกำหนดและเจ้าภาพทั้งแผน” เมื่อค่าที่แสดงถูกต้องแล้วทั้งหมด เครื่องหมายเกณฑ์สมมติของแผนจะหมดไป",
                "๓. แผ่นงาน “หน่วยงาน” แก้ชื่อและอีเมล เพิ่มหรือลบแถวได้ หน่วยงานที่นำส่งข้อมูลแล้วลบไม่ได้",
                "๔. แผ่นงาน “เจ้าภาพ” ระบุรหัสหน่วยงานที่รายงานตัวชี้วัดแต่ละตัว และเจ้าภาพหลัก",
            ],
            PlanTables.TablesOf(plan, framework));
    }

    private static AwardRules Checked(AwardRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return rules;
    }
}
