using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.RuleTables;

namespace Kalasin.Evaluation;

/// <summary>
/// An annex of the giver's letter (weights, criteria, texts of levels, evidence) as an Excel workbook: written with what a framework says now, filled in by an
/// officer, and read back as the framework's next revision, in which what was filled in has the annex as its source.
/// </summary>
public static class AnnexSheet
{
    /// <summary>Writes the workbook of a framework.</summary>
    /// <param name="framework">The revision in force.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static Task WriteAsync(Framework framework, Stream stream, CancellationToken cancellationToken = default) => ToWorkbook(framework).WriteAsync(stream, cancellationToken);

    /// <summary>Reads a workbook that was filled in.</summary>
    /// <param name="framework">The revision in force.</param>
    /// <param name="file">The workbook.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The next revision, or findings with the sheet and cell of each.</returns>
    public static async Task<RulesResult<Framework>> ReadAsync(Framework framework, SourceFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(file);
        var findings = new List<Finding>();
        var typed = await RuleWorkbookReader.ReadAsync(file, Annex.TablesOf(framework), findings, cancellationToken).ConfigureAwait(false);
        return Annex.Apply(framework, typed, findings);
    }

    internal static Workbook ToWorkbook(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var revision = ThaiNumerals.Format(framework.Revision);
        return RuleWorkbook.Compose(
            $"ภาคผนวกของ{framework.Title.Thai}", framework.FinalDeadline.Date,
            [
                $"ไฟล์นี้แสดงเกณฑ์ที่ใช้อยู่ (กรอบ {framework.Id} ฉบับที่ {revision}) สำหรับแก้ให้ตรงกับภาคผนวกของหนังสือเจ้าของรางวัล",
                "๑. แผ่นงาน “หนังสือ” กรอกเลขที่และวันที่ของหนังสือ ต้องกรอกทุกครั้ง",
                "๒. แผ่นงาน “ตัวชี้วัด” แก้น้ำหนัก วิธีให้คะแนน และเอกสารหลักฐาน ถ้าค่าที่แสดงตรงกับภาคผนวกแล้วให้กรอกช่อง “ข้อในภาคผนวก”",
                "๓. แผ่นงาน “ระดับคะแนน” แก้คะแนน ค่าเกณฑ์ และข้อความของแต่ละระดับ",
                "๔. แผ่นงาน “เกณฑ์สมมติอื่น” เลือก ใช่ ในข้อที่ภาคผนวกยืนยัน",
                "๕. บันทึก แล้วส่งไฟล์นี้กลับในหน้าเดิม ระบบแสดงคะแนนก่อนและหลังให้ตรวจก่อนบันทึกเป็นกรอบฉบับใหม่",
                "พิมพ์ตัวเลขไทยหรืออารบิกก็ได้ ช่องที่ไม่ได้แก้คงเดิม",
            ],
            Annex.TablesOf(framework));
    }
}
