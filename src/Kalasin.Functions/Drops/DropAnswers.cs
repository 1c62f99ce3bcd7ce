using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Drops;

/// <summary>
/// What a sender finds under <c>answers</c> at the path of what was dropped: <c>answer.json</c> for programs, <c>answer.txt</c>
/// for people, for every accepted delivery its receipt as <c>receipt-{number}.docx</c> and <c>.pdf</c>, and where something in a workbook is to be
/// corrected, that workbook with notes beside its cells as <c>commented.xlsx</c>, or those in a zip as <c>commented.zip</c>.
/// </summary>
internal sealed class DropAnswers(IDrops drops, RoundLog log, CommentedFiles commented, Instruments instruments, Installation installation)
{
    public async Task AcceptedAsync(Drop drop, DropDoor door, DeliveryOutcome.Accepted accepted, CancellationToken cancellationToken)
    {
        var delivery = accepted.Delivery;
        var round = await log.FindAsync(door.Round.Id, null, cancellationToken) ?? door.Round; // with the delivery in it
        var receipt = Receipts.Of(round, delivery, accepted.Details, installation);
        foreach (var format in FileFormat.OfReports)
        {
            using var bytes = new MemoryStream();
            await instruments.RenderAsync("receipt", format, () => receipt.WriteAsync(bytes, format, cancellationToken));
            await drops.AnswerAsync(drop.Path, $"receipt-{delivery.Receipt.Value}.{FileFormat.Of(format).Ending}", bytes.ToArray(), cancellationToken);
        }
        await WriteAsync(drop.Path, new(
            drop.Path.Value, "accepted", delivery.Receipt.Value, delivery.ReceivedAt,
            [.. delivery.Returns.Select(ReturnLine.Of)],
            [.. accepted.Notes, .. accepted.Details.Findings.Select(f => f.Finding)]), cancellationToken);
    }

    public Task RefusedAsync(Drop drop, IReadOnlyList<Finding> findings, CancellationToken cancellationToken) =>
        WriteAsync(drop.Path, new(drop.Path.Value, "notAccepted", null, drop.ArrivedAt, [], findings), cancellationToken);

    /// <summary>The dropped workbook with notes.</summary>
    /// <param name="drop">What was dropped.</param>
    /// <param name="door">Whose.</param>
    /// <param name="file">As it lies there.</param>
    /// <param name="findings">What was found in it.</param>
    public async Task NoteAsync(Drop drop, DropDoor door, SourceFile file, IEnumerable<Finding> findings, CancellationToken cancellationToken)
    {
        if (await commented.ToCorrectAsync(door.Round.Rules, [file], findings, door.Unit.Code, drop.ArrivedAt, cancellationToken) is [var noted])
            await drops.AnswerAsync(drop.Path, $"commented{noted.Ending}", noted.Content, cancellationToken);
    }

    private async Task WriteAsync(DropPath path, DropAnswer answer, CancellationToken cancellationToken)
    {
        await drops.AnswerAsync(path, "answer.txt", Encoding.UTF8.GetBytes(answer.ToText()), cancellationToken);
        await drops.AnswerAsync(path, "answer.json", JsonSerializer.SerializeToUtf8Bytes(answer, DropJson.Readable.DropAnswer), cancellationToken);
    }
}

/// <summary>The answer to a drop, as a program reads it.</summary>
/// <param name="Drop">Its path.</param>
/// <param name="Outcome"><c>accepted</c>, or <c>notAccepted</c>: then it still lies there.</param>
/// <param name="Receipt">Number of the receipt; absent when not accepted.</param>
internal sealed record DropAnswer(
    string Drop, string Outcome, int? Receipt, DateTimeOffset ReceivedAt, IReadOnlyList<ReturnLine> Returns, IReadOnlyList<Finding> Findings)
{
    /// <summary>The same for people: Thai, then English, for any text editor (byte order mark, Windows line ends).</summary>
    public string ToText()
    {
        var text = new StringBuilder("\uFEFF");
        var received = BangkokTime.DateAndTime(ReceivedAt);
        if (Receipt is { } receipt)
            Line(text, $"ใบตอบรับข้อมูล เลขที่ {ThaiNumerals.Format(receipt)} ได้รับเมื่อ {received.Thai}", $"Receipt {receipt}, received {received.English}");
        else
            Line(text, $"ยังไม่ได้รับไฟล์นี้ไว้ วางเมื่อ {received.Thai}", $"Not accepted yet; dropped {received.English}");
        Line(text, Drop, null);
        foreach (var r in Returns)
        {
            Line(text,
                $"ตัวชี้วัดที่ {ThaiNumerals.ToThai(r.Indicator)} ฉบับที่ {ThaiNumerals.ToThai($"{r.Version}")}{(r.Unchanged ? " (ไม่เปลี่ยนแปลง)" : "")}"
                + (r.FaultyRows > 0 ? $" รอแก้ไข {ThaiNumerals.Format(r.FaultyRows)} แถว" : ""),
                $"Indicator {r.Indicator}, version {r.Version}{(r.Unchanged ? " (unchanged)" : "")}"
                + (r.FaultyRows > 0 ? $", {Counted.Of(r.FaultyRows):row|rows} to correct" : ""));
        }
        if (Findings.Count == 0) Line(text, "ไม่มีข้อสังเกต ไม่ต้องดำเนินการเพิ่มเติม", "No findings; nothing to do.");
        foreach (var finding in Findings)
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
