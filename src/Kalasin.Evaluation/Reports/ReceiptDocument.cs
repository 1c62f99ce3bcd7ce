using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Reports.Papers;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Reports;

/// <summary>What a receipt (ใบตอบรับข้อมูล) says: numbered proof of a delivery, what was understood, what to mend, what is still missing.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="FileNames">Names of its files as the sender gave them, in the order of <see cref="DeliveryReceived.Files"/>.</param>
/// <param name="Findings">All findings on it.</param>
/// <param name="Lateness">How it stands to the day it was due on.</param>
/// <param name="Missing">Indicators the unit had not reported on yet.</param>
/// <param name="LogHead">Head of the log's chain right after the delivery.</param>
/// <param name="IsSample">Made of sample data.</param>
/// <param name="Code">Its QR code: number and head of the log.</param>
internal sealed record ReceiptContent(
    DeliveryReceived Delivery,
    ImmutableArray<string> FileNames,
    ImmutableArray<Finding> Findings,
    Lateness Lateness,
    ImmutableArray<IndicatorNumber> Missing,
    ContentHash LogHead,
    bool IsSample,
    MarkedCode Code);

/// <summary>Composes receipts.</summary>
internal static class ReceiptDocument
{
    /// <summary>The receipt as a document.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="content">What it says.</param>
    public static ReportDocument Compose(AwardRules rules, ReceiptContent content)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(content);
        var delivery = content.Delivery;
        var number = Printed.Number(delivery.Receipt.Value);
        return new($"ใบตอบรับข้อมูล เลขที่ {number} รอบ {rules.Plan.Id}", BangkokTime.Date(delivery.ReceivedAt),
        [
            new([.. Blocks(rules, content, number)])
            {
                Header = content.IsSample ? [new Run("ข้อมูลตัวอย่าง มิใช่ผลการดำเนินงานจริง") { Bold = true }] : [],
                Footer = [new Run($"{rules.Plan.Office.Thai} · ใบตอบรับข้อมูลมิใช่เลขที่รับของงานสารบรรณ")],
            },
        ])
        {
            Author = rules.Plan.Office.Thai,
            Subject = "ใบตอบรับข้อมูล",
            Lexicon = [.. rules.Plan.Units.Select(u => u.Name.Thai)],
        };
    }

    private static IEnumerable<Block> Blocks(AwardRules rules, ReceiptContent content, string number)
    {
        var delivery = content.Delivery;
        yield return new Heading(1, $"ใบตอบรับข้อมูล เลขที่ {number}") { Alignment = Alignment.Center };
        yield return new Paragraph(rules.Framework.Title.Thai) { Style = ParagraphStyle.Subtitle };
        yield return content.Code.Beside($"ใบตอบรับข้อมูล เลขที่ {number} รอบ {rules.Plan.Id}");
        yield return new Table(
            [new(3), new(8)],
            [TableRow.Of("รายการ", "รายละเอียด")],
            [
                Pair("หน่วยงาน", rules.Plan.Find(delivery.Unit)?.Name.Thai ?? delivery.Unit.Value),
                Pair("ได้รับเมื่อ", BangkokTime.DateAndTime(delivery.ReceivedAt).Thai),
                Pair("ช่องทาง", delivery.Channel.Name().Thai),
                Pair("กำหนดส่ง", $"วันที่ {ThaiDate.Long(content.Lateness.Due)}"),
                Pair("การส่ง", content.Lateness switch
                {
                    { DaysLate: > 0 and var days } => $"ล่าช้า {Printed.Number(days)} วัน",
                    { AfterHours: true } => "ในกำหนด (หลังเวลาราชการ)",
                    _ => "ในกำหนด",
                }),
            ])
        {
            Caption = "ตาราง ๑ ข้อมูลการนำส่ง",
        };

        yield return new Paragraph($"ลายนิ้วมือบันทึกของรอบ ณ เวลาออกใบตอบรับ {content.LogHead}") { Style = ParagraphStyle.Note };
        yield return new Heading(2, "ขั้นต่อไป");
        if (content.Findings.Count(f => f.Severity == Severity.Error) is > 0 and var errors)
            yield return new Paragraph(
                $"โปรดแก้ข้อที่ “ต้องแก้” {Printed.Number(errors)} ข้อตามตาราง ๔ แล้วส่งแบบรายงานอีกครั้ง รายการอื่นที่รับไว้แล้วยังคงนับ");
        if (CountFindings.RowsOf(content.Findings) is > 0 and var idle)
            yield return new Paragraph(
                $"รับไว้แต่ไม่นับ {Printed.Number(idle)} แถวตามตาราง ๔ โปรดตรวจสอบวันที่ในแถวเหล่านั้น หากพิมพ์ผิดโปรดแก้แล้วส่งแบบรายงานอีกครั้ง");
        yield return new Paragraph(content.Missing.IsEmpty
            ? "หน่วยงานของท่านรายงานครบทุกตัวชี้วัดที่เป็นเจ้าภาพแล้ว ขอบคุณ"
            : $"หน่วยงานของท่านยังขาดตัวชี้วัดที่ {string.Join(" ", content.Missing.Select(Printed.Indicator))} "
                + $"โปรดส่งภายในวันที่ {ThaiDate.Long(content.Lateness.Due)}");

        if (rules.StandsApart is { } apart) yield return new Paragraph(ThaiNumerals.ToThaiInProse(apart.Thai));

        yield return new Heading(2, "ไฟล์ที่ได้รับ");
        yield return new Table(
            [new(1, Alignment.Center), new(6), new(2, Alignment.End), new(4)],
            [TableRow.Of("ที่", "ชื่อไฟล์", "ขนาด (ไบต์)", "ลายนิ้วมือไฟล์ (SHA-256)")],
            [.. delivery.Files.Select((f, i) => TableRow.Of(Printed.Number(i + 1), content.FileNames[i], Printed.Number(f.Size), f.Hash.ToString()[..16]))])
        {
            Caption = "ตาราง ๒ ไฟล์ต้นฉบับซึ่งเก็บไว้โดยไม่แก้ไข",
        };

        yield return new Heading(2, "รายงานที่อ่านได้");
        yield return delivery.Returns.IsEmpty ? new Paragraph("เก็บเป็นสำเนาหรือหลักฐาน ยังไม่ถือว่าได้รายงานตัวชี้วัดใด") : Returns(rules, delivery);

        yield return new Heading(2, "ข้อสังเกตและสิ่งที่ขอให้ดำเนินการ");
        yield return content.Findings.IsEmpty
            ? new Paragraph("ไม่มีข้อสังเกต ไม่ต้องดำเนินการเพิ่มเติม")
            : Findings(content.Findings);
    }

    private static Table Returns(AwardRules rules, DeliveryReceived delivery) => new(
        [new(1.4, Alignment.Center), new(6), new(2.4, Alignment.Center), new(3)],
        [TableRow.Of("ตัวชี้วัดที่", "ตัวชี้วัด", "ฉบับที่", "สถานะ")],
        [.. delivery.Returns.Select(r => TableRow.Of(
            Printed.Indicator(r.Indicator),
            rules.Framework[r.Indicator].ShortText.Thai + (r.Unit is { } unit ? $" ({rules.Plan.Find(unit)?.ShortName.Thai ?? unit.Value})" : ""),
            Printed.Number(r.Version) + (r.Unchanged ? " (ไม่เปลี่ยนแปลง)" : ""),
            r.InWords().Thai))])
    {
        Caption = "ตาราง ๓ รายงานรายตัวชี้วัด",
    };

    private static Table Findings(ImmutableArray<Finding> findings) => new(
        [new(1.8), new(1.8), new(3.4), new(8)],
        [TableRow.Of("ประเภท", "รหัส", "ตำแหน่ง", "ข้อสังเกต")],
        [.. findings.OrderByDescending(f => f.Severity).Select(f => TableRow.Of(
            f.Severity.Name().Thai,
            f.Code,
            f.Place == Place.Nowhere ? Printed.None : Printed.Place(f.Place with { File = null }) is { Length: > 0 } place ? place : Printed.Place(f.Place),
            Printed.Message(f)))])
    {
        Caption = "ตาราง ๔ ข้อสังเกต",
    };

    private static TableRow Pair(string label, string value) => new([new TableCell(label) { RowHeader = true }, new TableCell(value)]);
}
