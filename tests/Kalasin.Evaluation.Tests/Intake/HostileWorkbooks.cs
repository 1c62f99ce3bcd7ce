using System.Globalization;
using System.Text;
using Kalasin.Evaluation.Tests.Intake.Containers;

namespace Kalasin.Evaluation.Tests.Intake;

/// <summary>Workbooks that ask for a finding in each of very many places.</summary>
internal static class HostileWorkbooks
{
    /// <summary>First row of the register.</summary>
    public const int FirstRow = 4;

    /// <summary>A return of ท้องถิ่นอำเภอนามน on indicator 3 with a date and a category of its own in each row that nobody can read, and no activity.</summary>
    public static byte[] BadRows(int count, string sheet = "ตัวชี้วัด 3") => OfficeFile.WithSheet(Rows(count, (text, row) =>
        text.Append(Text($"B{row}", $"วันไหนก็ได้ {row}")).Append(Text($"D{row}", $"ที่ใด {row}"))
            .Append(Text($"E{row}", $"ไม่รู้ประเภท {row}")))).Called(sheet).ToBytes();

    /// <summary>Two rows of that return, and under them a merged area with something in each of its covered cells.</summary>
    public static byte[] MergedRange(int rows, int columns) => OfficeFile.WithSheet(
        Rows(rows, (text, row) =>
        {
            for (var column = 1; column <= columns; column++) text.Append(CultureInfo.InvariantCulture, $"<c><v>{column}</v></c>");
        }) + $"<mergeCells><mergeCell ref='A{FirstRow + 2}:ALL{FirstRow + rows}'/></mergeCells>").Called("ตัวชี้วัด 3").ToBytes();

    /// <summary>That return once, and further sheets with long names that are about the same indicator.</summary>
    public static byte[] ManySheets(int count) =>
        OfficeFile.WithSheet(GoodRows)
            .Called([.. Enumerable.Range(0, count).Select(i => i == 0 ? "ตัวชี้วัด 3" : $"บันทึก {i} {new string('ย', 500)}")]).ToBytes();

    /// <summary>That return with one activity and nothing wrong.</summary>
    public static byte[] GoodRow(string sheet) => OfficeFile.WithSheet(GoodRows).Called(sheet).ToBytes();

    private static string GoodRows => Rows(1, (text, row) => text.Append(Text($"B{row}", "1/2/2567")).Append(Text($"C{row}", "ประชุม")));

    private static string Rows(int count, Action<StringBuilder, int> row)
    {
        var text = new StringBuilder("<sheetData><row r='1'>").Append(Text("A1", "ตัวชี้วัดที่ ๓ : ศูนย์ปฏิบัติการร่วม")).Append("</row><row r='2'>")
            .Append(Text("A2", "หน่วยงาน")).Append(Text("B2", "ท้องถิ่นอำเภอนามน")).Append("</row><row r='3'>");
        foreach (var (column, heading) in ((string, string)[])[("A", "ที่"), ("B", "วันที่"), ("C", "กิจกรรม"), ("D", "สถานที่/อำเภอ"), ("E", "ประเภท")])
            text.Append(Text($"{column}3", heading));
        text.Append("</row>");
        for (var i = 0; i < count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<row r='{FirstRow + i}'>");
            row(text, FirstRow + i);
            text.Append("</row>");
        }
        return text.Append("</sheetData>").ToString();
    }

    private static string Text(string address, string text) => $"<c r='{address}' t='inlineStr'><is><t>{text}</t></is></c>";
}
