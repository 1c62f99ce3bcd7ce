using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;

namespace Kalasin.Evaluation.Forms;

/// <summary>
/// What input cells take and what is said beside them. Only fixed lists are strict; elsewhere something else may be kept after the
/// notice, because readers understand more ways of writing than a spreadsheet can check.
/// </summary>
internal sealed class InputValidations(AwardRules rules, Indicator indicator, OfferedLists lists)
{
    private const int LongestTitle = 32;
    private const decimal Unbounded = 999_999_999_999m;

    private static readonly Notice ChooseFromList = new("โปรดเลือกจากรายการ", "ช่องนี้รับเฉพาะข้อความในรายการ โปรดเลือกจากรายการที่ลูกศรท้ายช่อง");

    /// <summary>The rule of a tick box.</summary>
    public static Validation Tick(CellRange range, string tick) => new(range, new OneOf([tick]))
    {
        Prompt = new("สถานะการรายงาน", $"เลือก {tick} จากรายการ เพียงข้อเดียวใน ๓ ข้อ"),
        Error = ChooseFromList,
    };

    /// <summary>A range with a prompt only.</summary>
    public static Validation Say(CellRange range, string title, string text) => new(range, new Anything()) { Prompt = new(Title(title), text) };

    /// <summary>A range that offers a few words and takes others.</summary>
    public static Validation Offer(CellRange range, string title, string text, params ReadOnlySpan<string> words) =>
        new(range, new OneOf([.. words])) { Prompt = new(Title(title), text), MayKeep = true };

    /// <summary>A range of days.</summary>
    public Validation Day(CellRange range, string title) => Say(range, title, HowToTypeDays);

    /// <summary>The rule of a fact's cell.</summary>
    public Validation? Of(CellRange range, Fact fact) => Of(range, new Column(fact.Id, fact.Label, fact.Type) { Options = fact.Options });

    /// <summary>The rule of a column's cells; <see langword="null"/> where there is nothing to say.</summary>
    public Validation? Of(CellRange range, Column column)
    {
        var ask = column.Required ? " (แถวที่กรอกต้องมีช่องนี้)" : "";
        var title = Title(column.Heading.Thai);
        switch (column.Type)
        {
            case ColumnType.Date:
                return new(range, new Anything()) { Prompt = new(title, HowToTypeDays + ask) };
            case ColumnType.Number:
                var number = new DecimalNumber(column.Minimum ?? -Unbounded, column.Maximum ?? Unbounded);
                return new(range, number)
                {
                    Prompt = new(title, HowToTypeNumbers(column) + ask),
                    Error = new("โปรดตรวจสอบตัวเลข", $"ค่าที่กรอกไม่ใช่ตัวเลข{Bounds(column)} โปรดตรวจสอบ"),
                    MayKeep = true,
                };
            case ColumnType.Flag:
                return new(range, new OneOf(["ใช่", "ไม่"])) { Prompt = new(title, "เลือก ใช่ หรือ ไม่ จากรายการ" + ask), Error = ChooseFromList };
            case ColumnType.Choice:
                ImmutableArray<string> options = [.. column.Options.Select(o => o.Text.Thai)];
                return new(range, lists.Offer(options)) { Prompt = new(title, Fit($"เลือกจากรายการ เช่น {options[0]}{ask}")), Error = ChooseFromList };
            case ColumnType.Authority:
                return Named(range, title, lists.Authorities, lists.Authorities[^1], ask);
            case ColumnType.Sender when lists.SendersOf(indicator, column.Id) is { IsEmpty: false } senders:
                return Named(range, title, senders, senders[0], ask);
            case ColumnType.Text when column.CaseCode:
                return Say(range, title, "กรอกรหัสเรื่องเท่านั้น เช่น ว-๐๑๒ โปรดไม่กรอกชื่อบุคคลหรือเลขประจำตัวประชาชน" + ask);
            default:
                return column.Required ? Say(range, title, "กรอกข้อความสั้น ๆ" + ask) : null;
        }
    }

    private Validation Named(CellRange range, string title, ImmutableArray<string> names, string example, string ask) => new(range, lists.Offer(names))
    {
        Prompt = new(title, Fit($"เลือกจากรายการ หรือพิมพ์ชื่อพร้อมประเภท เช่น {example}{ask}")),
        Error = new("โปรดตรวจสอบชื่อ", "ไม่พบชื่อนี้ในรายการ โปรดเลือกจากรายการ หรือยืนยันเพื่อใช้ชื่อที่พิมพ์"),
        MayKeep = true,
    };

    private string HowToTypeDays => rules.Plan.JudgedOn is var day
        ? $"พิมพ์ วัน เดือน ปี พ.ศ. เช่น {ThaiDate.Short(day)} หรือ {day.Day}/{day.Month}/{ThaiDate.BuddhistYear(day)}"
        : "";

    private static string HowToTypeNumbers(Column column)
    {
        var least = column.Minimum ?? 0;
        var example = column.Maximum is { } most ? decimal.Floor(least + (most - least) * 0.75m) : least + 12;
        return $"กรอกเป็นตัวเลข{Bounds(column)} ไม่ต้องใส่หน่วย เช่น {Number(example)}";
    }

    private static string Bounds(Column column) => (column.Minimum, column.Maximum) switch
    {
        ({ } least, { } most) => $"ตั้งแต่ {Number(least)} ถึง {Number(most)}",
        ({ } least, null) => $"ตั้งแต่ {Number(least)} ขึ้นไป",
        (null, { } most) => $"ไม่เกิน {Number(most)}",
        _ => "",
    };

    private static string Number(decimal number) => ThaiNumerals.ToThai(number.ToString("#,0.####", System.Globalization.CultureInfo.InvariantCulture));

    private static string Title(string text) => ThaiText.Cut(text, LongestTitle);

    private static string Fit(string text) => ThaiText.Cut(text, 255);
}
