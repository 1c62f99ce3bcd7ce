using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Forms;

/// <summary>
/// The sheet of one indicator, section by section. Words and order are <see cref="FormLayout"/>'s; nothing but inputs stands where
/// values are read.
/// </summary>
internal sealed class IndicatorForm
{
    private readonly Form form;
    private readonly Indicator indicator;
    private readonly ColumnGrid grid;
    private readonly SheetBuilder sheet;
    private readonly InputValidations inputs;
    private readonly RegisterTable register;
    private readonly Return? filled;

    public IndicatorForm(Form form, Indicator indicator, OfferedLists lists)
    {
        (this.form, this.indicator) = (form, indicator);
        grid = new(indicator.Register);
        sheet = new(grid.Count);
        inputs = new(form.Rules, indicator, lists);
        register = new(form, indicator, inputs);
        filled = form.Filled(indicator.Number);
    }

    public Sheet Compose()
    {
        Head();
        Status();
        Section(FormPart.Explanation);
        foreach (var line in RuleWords.Of(indicator)) sheet.Across(line, CellStyle.Note);
        Narrative(FormPart.Results, "ทำอะไร ที่ไหน เมื่อใด ร่วมกับใคร เกิดผลอย่างไร ไม่เกิน ๑ หน้า", filled?.Narrative.Results, height: 240);
        Facts();
        Section(FormPart.Register);
        register.AddTo(sheet);
        Section(FormPart.Calculation);
        sheet.Across("ไม่ต้องกรอก ระบบคำนวณจากทะเบียนข้างต้น แล้วแจ้งผลพร้อมจำนวนที่นับและเหตุผลกลับไปยังหน่วยงาน", CellStyle.Note);
        Narrative(FormPart.SuccessFactors, "สิ่งที่ช่วยให้งานสำเร็จ เช่น ความร่วมมือของ อปท. หรือผู้บริหาร", filled?.Narrative.SuccessFactors, height: 120);
        Narrative(FormPart.Obstacles, "สิ่งที่ทำให้งานช้าหรือไม่ครบ เช่น บุคลากรไม่เพียงพอ", filled?.Narrative.Obstacles, height: 120);
        Narrative(FormPart.Suggestions, $"สิ่งที่เสนอให้จังหวัดหรือ{form.Rules.Framework.Giver.Thai}ช่วยแก้ เช่น จัดอบรมผู้ปฏิบัติงาน", filled?.Narrative.Suggestions, height: 120);
        Section(FormPart.Evidence);
        EvidenceTable.AddTo(sheet, form, indicator, grid, inputs);
        Section(FormPart.Pictures);
        sheet.Across(
            "แนบไฟล์ภาพ (JPG หรือ PNG) มากับแบบนี้ ๒–๔ ภาพต่อกิจกรรม ตั้งชื่อไฟล์ให้ตรงกับบัญชีหลักฐาน พร้อมคำบรรยาย: กิจกรรม สถานที่ วันที่",
            CellStyle.Note);
        Certification();
        return sheet.ToSheet(FormLayout.SheetOf(indicator.Number), grid.Widths, new()
        {
            Landscape = grid.IsWide,
            Footer = $"{form.Rules.Plan.Id} · {form.Unit.Code} · {FormLayout.SheetOf(indicator.Number)}",
            PageNumbers = true,
            RepeatedRows = (register.HeadRow, register.HeadRow),
        });
    }

    private void Head()
    {
        var rules = form.Rules;
        sheet.Across("แบบรายงานผลการดำเนินงาน", CellStyle.Title);
        // Whose it is stands in words too, for copies that lose the mark.
        sheet.Across($"ตามกรอบ{ThaiNumerals.ToThaiInProse(rules.Framework.Title.Thai)} {rules.Province.FullName}", CellStyle.Label);
        sheet.Across(
            $"ตัวชี้วัดที่ {ThaiNumerals.ToThai(indicator.Number.Value)} : {ThaiNumerals.ToThaiInProse(rules.TextOf(indicator).Thai)}",
            CellStyle.Label);
        var values = grid.Count - grid.LabelColumns;
        var name = Cell.Text(form.Unit.Name.Thai, CellStyle.ReadOnly);
        var code = Cell.Text($"รหัส {ThaiNumerals.ToThai(form.Unit.Code.Value)}", CellStyle.Note);
        if (values > 1) sheet.Add(Label(FormPart.Unit), new(name, values - 1), new(code));
        else sheet.Add(Label(FormPart.Unit), new(name));
        sheet.Add(Label(FormPart.DataAsOf), new(InputCells.Day(filled?.DataAsOf), values));
        sheet.Allow(inputs.Day(ValueCell(values), FormLayout.LabelOf(FormPart.DataAsOf)));
        sheet.Add(Label(FormPart.DueBy), new(Cell.Text(ThaiDate.WithWeekday(rules.Plan.InternalDeadline.Date), CellStyle.ReadOnly), values));
    }

    private void Status()
    {
        Section(FormPart.Status);
        Tick(FormPart.StatusReported, ReturnStatus.Reported);
        Tick(FormPart.StatusNil, ReturnStatus.Nil);
        var values = grid.Count - grid.LabelColumns;
        sheet.Add(48, Label(FormPart.NilReason), new(InputCells.Words(filled?.NilReason), values));
        sheet.Allow(InputValidations.Say(
            ValueCell(values), FormLayout.LabelOf(FormPart.NilReason), "กรอกเมื่อทำเครื่องหมายไม่มีเรื่อง เช่น ไม่มีเรื่องถึงกำหนดในช่วงที่ประเมิน"));
        Tick(FormPart.StatusInProgress, ReturnStatus.InProgress);
    }

    private void Tick(FormPart box, ReturnStatus status)
    {
        sheet.Add(Label(box), new(InputCells.Words(filled?.Status == status ? FormLayout.Ticks[0] : null)));
        sheet.Allow(InputValidations.Tick(ValueCell(1), FormLayout.Ticks[0]));
    }

    private void Facts()
    {
        if (indicator.Register.Facts.IsEmpty) return;
        Section(FormPart.Facts);
        var values = grid.Count - grid.LabelColumns;
        foreach (var fact in indicator.Register.Facts)
        {
            sheet.Add(new WideCell(Cell.Text(fact.Label.Thai, CellStyle.Label), grid.LabelColumns), new(InputCells.Of(filled?.Facts.GetValueOrDefault(fact.Id), new(fact.Id, fact.Label, fact.Type) { Options = fact.Options }, form.Rules), values));
            sheet.Allow(inputs.Of(ValueCell(values), fact));
        }
    }

    private void Narrative(FormPart part, string hint, string? text, double height)
    {
        Section(part);
        sheet.Across(text ?? "", CellStyle.Input, height);
        sheet.Allow(InputValidations.Say(new(sheet.Row, 1, sheet.Row, grid.Count), FormLayout.LabelOf(part), hint));
    }

    private void Certification()
    {
        Section(FormPart.Certification);
        sheet.Across("“ขอรับรองว่าข้อมูลข้างต้นถูกต้องตรงกับหลักฐานซึ่งเก็บรักษาไว้พร้อมรับการตรวจประเมิน” (ลงชื่อในฉบับพิมพ์)", CellStyle.Label);
        foreach (var role in (ReadOnlySpan<string>)["ผู้รายงาน", "ผู้ตรวจสอบ", "หัวหน้าหน่วยงาน"])
            sheet.Across($"\nลงชื่อ ………………………………… {role}   ( ………………………………………… )\nตำแหน่ง …………………………………   วันที่ ……… เดือน ………………… พ.ศ. …………", CellStyle.Label);
    }

    private void Section(FormPart part)
    {
        sheet.Begin();
        sheet.Across(FormLayout.LabelOf(part), CellStyle.Heading);
    }

    private WideCell Label(FormPart part) => new(Cell.Text(FormLayout.LabelOf(part), CellStyle.Label), grid.LabelColumns);

    /// <summary>The value beside the label of the row added last.</summary>
    private CellRange ValueCell(int columns) => new(sheet.Row, grid.LabelColumns + 1, sheet.Row, grid.LabelColumns + columns);
}
