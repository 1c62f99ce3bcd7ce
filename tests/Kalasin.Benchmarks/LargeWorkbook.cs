using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Kalasin.Benchmarks;

/// <summary>
/// A return with very many rows, written as Excel writes it: texts shared, days as numbers with a format, an address on every cell. One row
/// in three has an activity that others have too; the rest have their own.
/// </summary>
/// <param name="Name">For the table.</param>
/// <param name="Indicator">What it reports on.</param>
/// <param name="Unit">Who reports.</param>
/// <param name="Columns">Headings with what stands under them.</param>
internal sealed record LargeWorkbook(string Name, string Indicator, string Unit, params IReadOnlyList<(string Heading, Func<int, object> Value)> Columns)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private static readonly string[] Kinds = ["ประชุม", "ซักซ้อม–แจ้งเวียน", "ติดตาม", "ช่วยเหลือ"];
    private static readonly string[] Places = ["ที่ว่าการอำเภอนามน", "ศาลาประชาคมอำเภอนามน", "ต.ยอดแกง อ.นามน", "หอประชุม ทต.นามน", "วัดบ้านนาบก"];

    /// <summary>Six cells a row: the ones that every return on activities has.</summary>
    public static LargeWorkbook OfSix { get; } = new("6 columns", "3", "ท้องถิ่นอำเภอนามน",
        ("ที่", i => i + 1.0), ("วันที่", i => Day(i)), ("กิจกรรม", Activity), ("สถานที่/อำเภอ", i => i % 3 == 0 ? $"ศาลาประชาคม หมู่ที่ {i % 997 + 1}" : Places[i % Places.Length]),
        ("ประเภท", i => Kinds[i % Kinds.Length]), ("ผลที่เกิดขึ้น", i => $"ราษฎรได้รับความช่วยเหลือ {i % 40 + 3} ครัวเรือน"));

    /// <summary>Twelve cells a row, of which eight are the form's and four are columns that somebody added.</summary>
    public static LargeWorkbook OfTwelve { get; } = new("12 columns", "3", "ท้องถิ่นอำเภอนามน",
    [
        .. OfSix.Columns, ("อปท. ที่เข้าร่วม", i => $"{i % 9 + 1} แห่ง"), ("หลักฐาน", i => i % 3 == 0 ? "ภาพถ่าย" : $"ภาพที่ {i + 1}"),
        ("ผู้ประสาน", i => "งานส่งเสริม"), ("งบประมาณ", i => 500.0 * (i % 30)), ("ผู้เข้าร่วม", i => i % 90 + 10.0), ("หมายเหตุ", i => "ดำเนินการแล้ว"),
    ]);

    public byte[] Write(int rows)
    {
        var shared = new Dictionary<string, int>(StringComparer.Ordinal);
        var sheet = new StringBuilder($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<worksheet xmlns=\"{Main}\"><sheetData>");
        void Row(int number, IReadOnlyList<object> values)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\" spans=\"1:{values.Count}\">");
            for (var c = 0; c < values.Count; c++)
            {
                sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + c)}{number}\"");
                if (values[c] is not string text)
                {
                    sheet.Append(CultureInfo.InvariantCulture, $" s=\"{(values[c] is DateOnly ? 1 : 0)}\"><v>{Number(values[c])}</v></c>");
                    continue;
                }
                if (!shared.TryGetValue(text, out var index)) shared.Add(text, index = shared.Count);
                sheet.Append(CultureInfo.InvariantCulture, $" t=\"s\"><v>{index}</v></c>");
            }
            sheet.Append("</row>");
        }
        Row(1, [$"ตัวชี้วัดที่ {Indicator}"]);
        Row(2, ["หน่วยงาน", Unit]);
        Row(3, [.. Columns.Select(c => c.Heading)]);
        for (var i = 0; i < rows; i++) Row(i + 4, [.. Columns.Select(c => c.Value(i))]);
        sheet.Append("</sheetData></worksheet>");
        return Zipped(sheet.ToString(), string.Concat(shared.Keys.Select(t => $"<si><t>{t}</t></si>")));
    }

    private static DateOnly Day(int i) => new DateOnly(2024, 1, 1).AddDays(i % 120);

    private static string Activity(int i) =>
        i % 3 == 0 ? "ประชุมคณะทำงานศูนย์ปฏิบัติการร่วมในการช่วยเหลือประชาชน" : $"ลงพื้นที่ช่วยเหลือประชาชน หมู่ที่ {i % 20 + 1} ครั้งที่ {i + 1}";

    private static double Number(object value) => value is DateOnly day ? day.ToDateTime(default).ToOADate() : (double)value;

    private static byte[] Zipped(string sheet, string shared)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            void Part(string name, string text)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
            Part("[Content_Types].xml",
                $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + Override("workbook", "sheet.main") + Override("worksheets/sheet1", "worksheet") + Override("sharedStrings", "sharedStrings")
                + Override("styles", "styles") + "</Types>");
            Part("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"a\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>");
            Part("xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"{Package}/relationships\">{Related("a", "worksheet", "worksheets/sheet1")}{Related("b", "sharedStrings", "sharedStrings")}"
                + $"{Related("c", "styles", "styles")}</Relationships>");
            Part("xl/styles.xml",
                $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
                + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            Part("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{shared}</sst>");
            Part("xl/worksheets/sheet1.xml", sheet);
        }
        return stream.ToArray();
    }

    private static string Override(string part, string type) =>
        $"<Override PartName=\"/xl/{part}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{type}+xml\"/>";

    private static string Related(string id, string type, string target) => $"<Relationship Id=\"{id}\" Type=\"{Relations}/{type}\" Target=\"{target}.xml\"/>";
}
