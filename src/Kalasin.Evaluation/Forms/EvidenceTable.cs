using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Forms;

/// <summary>Section ๙: the list of evidence.</summary>
internal static class EvidenceTable
{
    private const int Rows = 15;

    public static void AddTo(SheetBuilder sheet, Form form, Indicator indicator, ColumnGrid grid, InputValidations inputs)
    {
        var code = ThaiNumerals.ToThai(Evidence.CodeOf(indicator.Number, form.Unit.Code, 1));
        sheet.Across($"รหัสหลักฐาน คือ ตัวชี้วัด-หน่วยงาน-ที่ เช่น ที่ ๑ มีรหัส {code}", CellStyle.Note);
        sheet.Across(Expected(indicator), CellStyle.Note);
        sheet.Add(
        [
            new(Cell.Text(FormLayout.RunningNumber, CellStyle.Heading)),
            .. FormLayout.EvidenceColumns.Select((c, i) => new WideCell(Cell.Text(c.Heading, CellStyle.Heading), grid.Evidence[i])),
        ]);
        var head = sheet.Row;
        var known = (form.Filled(indicator.Number)?.Evidence ?? []).ToDictionary(e => e.Number);
        var rows = Math.Max(Rows, known.Count == 0 ? 0 : known.Keys.Max() + 5);
        for (var r = 1; r <= rows; r++)
            sheet.Add(
            [
                new(Cell.Text(ThaiNumerals.Format(r), CellStyle.ReadOnly)),
                .. FormLayout.EvidenceColumns.Select((c, i) => new WideCell(CellOf(c.Field, known.GetValueOrDefault(r)), grid.Evidence[i])),
            ]);
        var at = 2;
        for (var i = 0; i < FormLayout.EvidenceColumns.Length; at += grid.Evidence[i++])
            sheet.Allow(Rule(new(head + 1, at, head + rows, at + grid.Evidence[i] - 1), FormLayout.EvidenceColumns[i], inputs));
    }

    private static string Expected(Indicator indicator) =>
        indicator.Evidence.IsEmpty ? "กรอกหลักฐานที่ยืนยันทะเบียนข้างต้น" : $"หลักฐานที่ควรมี: {string.Join(" · ", indicator.Evidence.Select(e => e.Thai))}";

    private static Cell CellOf(EvidenceField field, Evidence? known) => field switch
    {
        EvidenceField.Date => InputCells.Day(known?.Date),
        EvidenceField.Pages => known?.Pages is { } pages ? Cell.Number(pages, CellStyle.InputNumber) : Cell.Empty(CellStyle.InputNumber),
        EvidenceField.Title => InputCells.Words(known?.Title),
        EvidenceField.Rows => InputCells.Words(known?.Rows),
        EvidenceField.Kind => InputCells.Words(known?.Kind),
        _ => InputCells.Words(known?.Location),
    };

    private static Validation Rule(CellRange range, EvidenceColumn column, InputValidations inputs) => column.Field switch
    {
        EvidenceField.Title => InputValidations.Say(range, column.Heading, "ชื่อเอกสารหรือภาพ เช่น รายงานการประชุมครั้งที่ ๑/๒๕๖๗"),
        EvidenceField.Date => inputs.Day(range, column.Heading),
        EvidenceField.Rows => InputValidations.Say(range, column.Heading, "เลขในช่อง “ที่” ของทะเบียนที่หลักฐานนี้ยืนยัน เช่น ๑, ๓-๕"),
        EvidenceField.Kind => InputValidations.Offer(range, "ชนิด", "เลือก ไฟล์ ลิงก์ หรือ เอกสาร จากรายการ", "ไฟล์", "ลิงก์", "เอกสาร"),
        EvidenceField.Location => InputValidations.Say(range, "ที่เก็บ", "ชื่อไฟล์ที่แนบ ลิงก์ที่ผู้มีลิงก์เปิดได้ หรือที่เก็บเอกสาร เช่น ตู้เอกสาร ๒ แฟ้ม ๓"),
        _ => new(range, new WholeNumber(0, 99_999)) { Prompt = new(column.Heading, "กรอกเป็นจำนวนเต็ม เช่น ๔"), MayKeep = true },
    };
}
