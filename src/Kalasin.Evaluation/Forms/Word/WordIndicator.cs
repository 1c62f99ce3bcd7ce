using System.Collections.Immutable;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Forms.Word;

/// <summary>The pages of one indicator, section by section as on its Excel sheet. Each control has a tag: indicator, part, row and column.</summary>
internal sealed class WordIndicator
{
    /// <summary>Rows whose cells offer lists of names: each cell of Word has its whole list with it.</summary>
    private const int MostOffering = 300;

    /// <summary>
    /// Rows of a version that are filled in, and lines of its list of evidence. Of longer ones none is: what holds a part of them would, sent back, count
    /// for the whole.
    /// </summary>
    private const int MostFilled = 500;

    private const int NarrowPage = 9638, WidePage = 14570;
    private const int BlankRows = 10, BlankEvidence = 8;
    private const int Label = 3200;

    private readonly Form form;
    private readonly Indicator indicator;
    private readonly WordMarkup markup;
    private readonly FormRows rows;
    private readonly Return? filled;
    private readonly OfferedLists lists;

    public WordIndicator(Form form, Indicator indicator, WordMarkup markup)
    {
        (this.form, this.indicator, this.markup) = (form, indicator, markup);
        (rows, filled, lists) = (new(form, indicator), form.Filled(indicator.Number), new(form.Rules));
        IsWide = indicator.Register.Columns.Length + 1 > 7;
    }

    /// <summary>More columns than a narrow page takes.</summary>
    public bool IsWide { get; }

    private int Page => IsWide ? WidePage : NarrowPage;

    public void Compose()
    {
        Head();
        Status();
        Section(FormPart.Explanation);
        foreach (var line in RuleWords.Of(indicator)) markup.Paragraph(line, 14);
        Narrative(FormPart.Results, filled?.Narrative.Results, 3400);
        Facts();
        Register();
        Section(FormPart.Calculation);
        markup.Paragraph("ไม่ต้องกรอก ระบบคำนวณจากทะเบียนข้างต้น แล้วแจ้งผลพร้อมจำนวนที่นับและเหตุผลกลับไปยังหน่วยงาน", 14);
        Narrative(FormPart.SuccessFactors, filled?.Narrative.SuccessFactors, 1400);
        Narrative(FormPart.Obstacles, filled?.Narrative.Obstacles, 1400);
        Narrative(FormPart.Suggestions, filled?.Narrative.Suggestions, 1400);
        EvidenceList();
        Section(FormPart.Pictures);
        markup.Paragraph("แนบไฟล์ภาพ (JPG หรือ PNG) มากับแบบนี้ ๒–๔ ภาพต่อกิจกรรม ตั้งชื่อไฟล์ให้ตรงกับบัญชีหลักฐาน พร้อมคำบรรยาย: กิจกรรม สถานที่ วันที่", 14);
        Certification();
    }

    private void Head()
    {
        markup.Paragraph("แบบรายงานผลการดำเนินงาน", 20, isBold: true, isCentred: true);
        markup.Paragraph($"ตัวชี้วัดที่ {ThaiNumerals.ToThai(indicator.Number.Value)} : {ThaiNumerals.ToThaiInProse(form.Rules.TextOf(indicator).Thai)}", isBold: true);
        ImmutableArray<int> widths = [Label, Page - Label];
        markup.BeginTable(widths);
        markup.Row(widths, [WordMarkup.Heading(FormLayout.LabelOf(FormPart.Unit)), WordMarkup.Label(form.Unit.Name.Thai)]);
        markup.Row(widths, [WordMarkup.Heading(FormLayout.LabelOf(FormPart.DataAsOf)), markup.Day(Tag("asOf"), FormLayout.LabelOf(FormPart.DataAsOf), filled?.DataAsOf is { } day ? FormText.Of(day) : null)]);
        markup.Row(widths, [WordMarkup.Heading(FormLayout.LabelOf(FormPart.DueBy)), WordMarkup.Label(ThaiDate.WithWeekday(form.Rules.Plan.InternalDeadline.Date))]);
        markup.EndTable();
    }

    private void Status()
    {
        Section(FormPart.Status);
        Tick(FormPart.StatusReported, "reported", ReturnStatus.Reported);
        Tick(FormPart.StatusNil, "nil", ReturnStatus.Nil);
        Tick(FormPart.StatusInProgress, "inProgress", ReturnStatus.InProgress);
        ImmutableArray<int> widths = [Label, Page - Label];
        markup.BeginTable(widths);
        markup.Row(widths, [WordMarkup.Heading(FormLayout.LabelOf(FormPart.NilReason)), markup.Typed(Tag("nilReason"), "กรอกเมื่อทำเครื่องหมายไม่มีเรื่อง", filled?.NilReason)]);
        markup.EndTable();

        void Tick(FormPart part, string tag, ReturnStatus status) => markup.Tick(Tag($"status.{tag}"), FormLayout.LabelOf(part), filled?.Status == status);
    }

    private void Facts()
    {
        if (indicator.Register.Facts.IsEmpty) return;
        Section(FormPart.Facts);
        ImmutableArray<int> widths = [Page / 2, Page - Page / 2];
        markup.BeginTable(widths);
        foreach (var fact in indicator.Register.Facts)
        {
            var column = new Column(fact.Id, fact.Label, fact.Type) { Options = fact.Options };
            markup.Row(widths, [WordMarkup.Heading(fact.Label.Thai), ControlOf(column, Tag($"facts.{fact.Id}"), filled?.Facts.GetValueOrDefault(fact.Id))]);
        }
        markup.EndTable();
    }

    private void Register()
    {
        var schema = indicator.Register;
        Section(FormPart.Register);
        markup.Paragraph($"๑ แถว คือ ๑ {schema.Row.Thai}", 14, keepsNext: true);
        var isFilled = filled is not { Rows.Length: > MostFilled };
        if (!isFilled) LeftOut(filled!.Rows.Length);
        var grid = new ColumnGrid(schema);
        var total = grid.Widths[..(schema.Columns.Length + 1)].Sum();
        ImmutableArray<int> widths = [.. grid.Widths[..(schema.Columns.Length + 1)].Select(w => (int)(w / total * Page))];
        markup.BeginTable(widths);
        markup.Row(widths, schema.Columns.Select(c => WordMarkup.Heading(c.Heading.Thai)).Prepend(WordMarkup.Heading(FormLayout.RunningNumber)), isHead: true);
        var all = rows.Of(BlankRows, isFilled);
        var takesMore = schema.Prefill is null;
        if (takesMore) markup.BeginRepeated(schema.Row.Thai);
        for (var r = 0; r < all.Length; r++)
        {
            var row = all[r];
            markup.Row(
                widths, schema.Columns.Select(c => rows.IsListed(c, row) ? WordMarkup.Label(row.Listed(c)!) : ControlOf(c, Tag($"rows.{r + 1}.{c.Id}"), row.Values.GetValueOrDefault(c.Id), offers: r < MostOffering))
                    .Prepend(WordMarkup.Label(ThaiNumerals.Format(r + 1))), isRepeated: takesMore);
        }
        if (takesMore) markup.EndRepeated();
        markup.EndTable();
    }

    private void EvidenceList()
    {
        Section(FormPart.Evidence);
        var code = ThaiNumerals.ToThai(Evidence.CodeOf(indicator.Number, form.Unit.Code, 1));
        markup.Paragraph($"รหัสหลักฐาน คือ ตัวชี้วัด-หน่วยงาน-ที่ เช่น ที่ ๑ มีรหัส {code} ยืนยันแถวที่ คือ เลขในช่อง “ที่” ของทะเบียน เช่น ๑, ๓-๕", 14, keepsNext: true);
        double[] shares = [0.06, 0.28, 0.16, 0.12, 0.13, 0.16, 0.09];
        ImmutableArray<int> widths = [.. shares.Select(s => (int)(s * Page))];
        markup.BeginTable(widths);
        markup.Row(widths, FormLayout.EvidenceColumns.Select(c => WordMarkup.Heading(c.Heading)).Prepend(WordMarkup.Heading(FormLayout.RunningNumber)), isHead: true);
        var isFilled = filled is null || filled.Evidence.All(e => e.Number <= MostFilled);
        if (!isFilled) LeftOut(filled!.Evidence.Length);
        var known = (isFilled ? filled?.Evidence ?? [] : []).ToDictionary(e => e.Number);
        var last = Math.Max(BlankEvidence, known.Count == 0 ? 0 : known.Keys.Max() + 4);
        for (var number = 1; number <= last; number++)
            markup.Row(widths, FormLayout.EvidenceColumns.Select(c => ControlOf(c, Tag($"evidence.{number}.{c.Field}"), known.GetValueOrDefault(number))).Prepend(WordMarkup.Label(ThaiNumerals.Format(number))));
        markup.EndTable();
    }

    private void LeftOut(int rows) => markup.Paragraph(
        $"ฉบับล่าสุดมี {ThaiNumerals.Format(rows)} แถว เกินกว่าที่แบบ Word ใส่ได้ จึงไม่มีแถวใดอยู่ในตารางนี้ โปรดแก้ไขในแบบ Excel ซึ่งมีครบทุกแถว หากส่งแบบ Word นี้ ตารางนี้จะใช้แทนตารางเดิมทั้งหมด",
        14, isBold: true, keepsNext: true);

    private WordCell ControlOf(EvidenceColumn column, string tag, Evidence? value) => column.Field switch
    {
        EvidenceField.Date => markup.Day(tag, column.Heading, value?.Date is { } day ? FormText.Of(day) : null),
        EvidenceField.Kind => markup.OneOf(tag, column.Heading, ["ไฟล์", "ลิงก์", "เอกสาร"], takesOthers: true, value?.Kind),
        _ => markup.Typed(tag, column.Heading, column.Field switch
        {
            EvidenceField.Title => value?.Title, EvidenceField.Rows => value?.Rows, EvidenceField.Location => value?.Location,
            _ => value?.Pages is { } pages ? $"{pages}" : null,
        }),
    };

    private WordCell ControlOf(Column column, string tag, CellValue? value, bool offers = true)
    {
        var (alias, text) = (column.Heading.Thai, value is null ? null : FormText.Of(value, column, form.Rules));
        return column.Type switch
        {
            ColumnType.Date => markup.Day(tag, alias, text),
            ColumnType.Flag => markup.OneOf(tag, alias, ["ใช่", "ไม่"], takesOthers: false, text),
            ColumnType.Choice => markup.OneOf(tag, alias, column.Options.Select(o => o.Text.Thai), takesOthers: true, text),
            ColumnType.Authority when offers => markup.OneOf(tag, alias, lists.Authorities, takesOthers: true, text),
            ColumnType.Sender when offers => markup.OneOf(tag, alias, lists.SendersOf(indicator, column.Id), takesOthers: true, text),
            _ => markup.Typed(tag, alias, text),
        };
    }

    private void Narrative(FormPart part, string? value, int least)
    {
        Section(part);
        markup.BeginTable([Page]);
        markup.Row([Page], [markup.Typed(Tag($"narrative.{part}"), FormLayout.LabelOf(part), value)], least: least);
        markup.EndTable();
    }

    private void Certification()
    {
        Section(FormPart.Certification);
        markup.Paragraph("“ขอรับรองว่าข้อมูลข้างต้นถูกต้องตรงกับหลักฐานซึ่งเก็บรักษาไว้พร้อมรับการตรวจประเมิน” (ลงชื่อในฉบับพิมพ์)", keepsNext: true);
        foreach (var role in (ReadOnlySpan<string>)["ผู้รายงาน", "ผู้ตรวจสอบ", "หัวหน้าหน่วยงาน"])
            markup.Paragraph($"\nลงชื่อ ………………………………… {role}   ( ………………………………………… )\nตำแหน่ง …………………………………   วันที่ ……… เดือน ………………… พ.ศ. …………", keepsNext: role != "หัวหน้าหน่วยงาน");
    }

    private void Section(FormPart part) => markup.Paragraph(FormLayout.LabelOf(part), isBold: true, keepsNext: true);

    private string Tag(string rest) => $"kalasin.{indicator.Number}.{rest}";
}
