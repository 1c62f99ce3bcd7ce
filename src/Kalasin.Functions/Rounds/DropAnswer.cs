using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Rounds;

/// <summary>The answer to a drop.</summary>
/// <param name="Drop">Its path.</param>
/// <param name="Outcome"><c>accepted</c>, or <c>notAccepted</c>: then it still lies there.</param>
/// <param name="Receipt">Number of the receipt; absent when not accepted.</param>
internal sealed record DropAnswer(
    string Drop, string Outcome, int? Receipt, DateTimeOffset ReceivedAt, IReadOnlyList<ReturnLine> Returns, IReadOnlyList<Finding> Findings);

[JsonSerializable(typeof(DropAnswer))]
internal sealed partial class DropJson : JsonSerializerContext
{
    /// <summary>As the API writes, and for reading: indented, Thai letters as such.</summary>
    public static DropJson Readable { get; } = new(new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new SeverityConverter() },
        WriteIndented = true,
    });
}

/// <summary><c>error</c>, <c>warning</c>, <c>information</c>, as the API writes them.</summary>
internal sealed class SeverityConverter() : JsonStringEnumConverter<Severity>(JsonNamingPolicy.CamelCase);

/// <summary>The same for people: Thai, then English, for any text editor (byte order mark, Windows line ends).</summary>
internal static class DropAnswerText
{
    public static string Of(DropAnswer answer)
    {
        var text = new StringBuilder("\uFEFF");
        var received = BangkokTime.DateAndTime(answer.ReceivedAt);
        if (answer.Receipt is { } receipt)
            Line(text, $"ใบตอบรับข้อมูล เลขที่ {ThaiNumerals.Format(receipt)} ได้รับเมื่อ {received.Thai}", $"Receipt {receipt}, received {received.English}");
        else
            Line(text, $"ยังไม่ได้รับแฟ้มนี้ไว้ วางเมื่อ {received.Thai}", $"Not accepted yet; dropped {received.English}");
        Line(text, answer.Drop, null);
        foreach (var r in answer.Returns)
        {
            Line(text,
                $"ตัวชี้วัดที่ {ThaiNumerals.ToThai(r.Indicator)} ฉบับที่ {ThaiNumerals.ToThai($"{r.Version}")}{(r.Unchanged ? " (ไม่เปลี่ยนแปลง)" : "")}"
                + (r.FaultyRows > 0 ? $" รอแก้ไข {ThaiNumerals.Format(r.FaultyRows)} แถว" : ""),
                $"Indicator {r.Indicator}, version {r.Version}{(r.Unchanged ? " (unchanged)" : "")}"
                + (r.FaultyRows > 0 ? $", {r.FaultyRows} row(s) to correct" : ""));
        }
        if (answer.Findings.Count == 0) Line(text, "ไม่มีข้อสังเกต ไม่ต้องดำเนินการเพิ่มเติม", "No findings; nothing to do.");
        foreach (var finding in answer.Findings)
        {
            var place = finding.Place == Place.Nowhere ? "" : $" {finding.Place}";
            Line(text, $"[{finding.Code}]{place}\r\n{finding.ToString(Language.Thai)}", finding.ToString(Language.English));
        }
        return text.ToString();
    }

    private static void Line(StringBuilder text, string thai, string? english)
    {
        text.Append(thai).Append("\r\n");
        if (english is not null) text.Append(english).Append("\r\n");
        text.Append("\r\n");
    }
}
