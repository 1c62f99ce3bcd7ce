using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Charts;

namespace Kalasin.Evaluation.Tests.Documents;

/// <summary>A document with every kind of block, style and inline; wide and narrow pages.</summary>
internal static class EveryBlock
{
    // A grey picture of 2 × 1 pixels.
    public static readonly ImmutableArray<byte> Png = [.. Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAC0lEQVR42mNo+A8AAgIBgMMt1ucAAAAASUVORK5CYII=")];

    public static ReportDocument Document { get; } = new(
        "รายงานผลการดำเนินงาน สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดกาฬสินธุ์",
        new(2024, 5, 15),
        [Narrow(), Wide(), Last()])
    {
        Author = "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดกาฬสินธุ์",
        Subject = "การคัดเลือกสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดดีเด่น",
        Stationery = new(MadeEmblem.Read),
    };

    private static Section Narrow() => new(
    [
        new Letterhead("สนง.สถจ.กาฬสินธุ์ (ฝ่ายบริหารทั่วไป โทร. ๐ ๔๓๘๑ ๑๒๓๔)", null, "๑๕ พฤษภาคม ๒๕๖๗", "การรายงานผลการดำเนินงาน", "ท้องถิ่นจังหวัดกาฬสินธุ์"),
        new Paragraph(
            "ตามหนังสือกรมส่งเสริมการปกครองท้องถิ่น แจ้งให้จังหวัดรายงานผลการดำเนินงานตามตัวชี้วัดการคัดเลือกสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดดีเด่น "
            + "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ ฝ่ายบริหารทั่วไปได้รวบรวมข้อมูลจากหน่วยงานเจ้าภาพครบถ้วนแล้ว จึงขอเสนอรายงานเพื่อโปรดพิจารณาลงนาม"),
        new SignatureBox([new("ผู้เสนอ", "นางสาวสมหญิง ตั้งใจดี", "นักส่งเสริมการปกครองท้องถิ่นชำนาญการ")]),
        new PageBreak(),
        new OutgoingHead(
            "กส ๐๐๒๓.๑/๑๒๓๔", ["ศาลากลางจังหวัดกาฬสินธุ์", "ถนนตัวอย่าง กส ๔๖๐๐๐"], "๓๐ พฤษภาคม ๒๕๖๗",
            [
                new("เรื่อง", "รายงานผลการดำเนินงานตามตัวชี้วัดการคัดเลือกสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดดีเด่น ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"),
                new("สิ่งที่ส่งมาด้วย", "รายงาน จำนวน ๑ ชุด"),
            ]),
        new SignatureBox([new("", null, "ปลัดจังหวัดกาฬสินธุ์") { OnBehalfOf = "ผู้ว่าราชการจังหวัดกาฬสินธุ์" }]) { Closing = "ขอแสดงความนับถือ" },
        new QrFigure(Squares(29), "คิวอาร์โค้ดของหนังสือ เลขที่ ๑๒๓๔") { Lines = ["ฝ่ายบริหารทั่วไป", "โทรศัพท์ ๐ ๔๓๘๑ ๑๒๓๔"] },
        new PageBreak(),
        new Paragraph("รายงานผลการดำเนินงาน") { Style = ParagraphStyle.Title },
        new Paragraph("ประจำปีงบประมาณ พ.ศ. ๒๕๖๗") { Style = ParagraphStyle.Subtitle },
        new Paragraph("ข้อมูลตัวอย่าง: เกณฑ์สมมติ ยังไม่ใช่เกณฑ์ของกรมฯ") { Style = ParagraphStyle.Notice },
        new TableOfContents("สารบัญ", 2),
        new TableOfContents("สารบัญตาราง") { Of = ContentsKind.Tables },
        new TableOfContents("สารบัญภาพ") { Of = ContentsKind.Figures },
        new Heading(1, "๑. บทสรุป") { Anchor = "summary", PageBreakBefore = true },
        new Paragraph(
        [
            new Run("จังหวัดกาฬสินธุ์มีองค์กรปกครองส่วนท้องถิ่น ๑๕๑ แห่ง "),
            new Run("ดำเนินการได้ร้อยละ ๙๕.๐๕") { Bold = true }, " ", new Run("ตามเกณฑ์สมมติ") { Italic = true },
            new LineBreak(), "ดูรายละเอียดที่ ", new Link("เว็บไซต์จังหวัด", "https://www.kalasin.go.th/รายงาน?a=1&b=2"),
            " หรือ ", new Link("ภาคผนวก", "#annex"),
            " หรือเขียนถึง ", new Link("saraban@example.go.th", "mailto:saraban@example.go.th"),
        ]),
        new Paragraph(["หน้า ", new Field(FieldKind.Page), " จาก ", new Field(FieldKind.PageCount), " หน้า"]) { Style = ParagraphStyle.Plain },
        new Heading(2, "๑.๑ สิ่งที่พบ"),
        new ListBlock(
        [
            [
                new Paragraph("รายการแรก") { Style = ParagraphStyle.Plain },
                new ListBlock(
                [
                    [new Paragraph("ข้อย่อยที่หนึ่ง") { Style = ParagraphStyle.Plain }],
                    [new Paragraph("ข้อย่อยที่สอง ซึ่งมีข้อความยาวพอที่จะขึ้นบรรทัดใหม่ เพื่อดูว่าบรรทัดที่สองตรงกับบรรทัดแรก") { Style = ParagraphStyle.Plain }]
                ])
            ],
            [new Paragraph("รายการที่สอง"), new Paragraph("ย่อหน้าต่อของรายการที่สอง") { Style = ParagraphStyle.Plain }],
        ])
        { Marker = ListMarker.ThaiNumber },
        ListBlock.Of(["จุดเด่น", "จุดที่ควรพัฒนา"]),
        ListBlock.Of(["เริ่มนับหนึ่งใหม่", "นับสอง"], ListMarker.ThaiNumber),
        new Heading(3, "๑.๑.๑ ชิดขวา") { Alignment = Alignment.End },
        new Paragraph("ชิดขวาและอยู่กับบล็อกถัดไป") { Style = ParagraphStyle.Plain, Alignment = Alignment.End, KeepWithNext = true },
        new Paragraph("กลางหน้า") { Style = ParagraphStyle.Plain, Alignment = Alignment.Center },
        new Figure(Png, "แผนภูมิแท่ง: ตัวชี้วัดที่ ๑ ร้อยละ ๙๕.๐๕ ตัวชี้วัดที่ ๒ ร้อยละ ๘๐.๐๐")
        {
            Caption = "ภาพที่ ๑ ผลการดำเนินงานรายตัวชี้วัด", WidthMillimetres = 80,
        },
        new FigureRow(
        [
            new(Png, "ภาพถ่าย: ผู้เข้าประชุม") { Caption = "ภาพที่ ๑-๑ ประชุมเชิงปฏิบัติการ ณ หอประชุมที่ว่าการอำเภอกมลาไสย วันที่ ๑๗ ม.ค. ๖๗" },
            new(Png, "ภาพถ่าย: แปลงสมุนไพร") { WidthMillimetres = 40 },
        ]),
        Bars,
        Steps,
        Map,
        new Paragraph("หมายเหตุ: ตัวเลขปัดเศษสองตำแหน่ง") { Style = ParagraphStyle.Note },
    ])
    { Footer = ["ข้อมูลตัวอย่าง · ", new Link("ตรวจสอบ", "https://example.go.th/verify")], Header = ["เกณฑ์สมมติ"] };

    /// <summary>Bars with and without a value, the least and the greatest among them.</summary>
    public static BarChart Bars => new(
        "คะแนนรายตัวชี้วัด", "ตัวชี้วัดที่", "คะแนน", new(5, 1), 2, [new("๑", 5), new("๒", 0), new("๓", null), new("๔", 3.25m)]) { Number = "ภาพที่ ๒" };

    /// <summary>Steps before and after the deadline.</summary>
    public static StepChart Steps => new(
        "รายงานที่ได้รับสะสม", "วันที่", "รายการ", new(10, 5), [new("๑๓ พ.ค.", 2), new("๑๔ พ.ค.", 2), new("๑๕ พ.ค.", 7), new("๑๖ พ.ค.", 8)],
        new("กำหนดไว้ ๙ รายการ", 9), new("สิ้นวันกำหนดส่ง ๑๕ พ.ค. ๖๗", 2)) { Number = "ภาพที่ ๓" };

    /// <summary>Tiles with and without a value.</summary>
    public static TileMap Map => new(
        "ผลรายอำเภอ", "ร้อยละ", 100, [new(1, 2, "คำม่วง", 100), new(2, 1, "ห้วยเม็ก", 0), new(2, 2, "นามน", null), new(2, 3, "เขาวง", 62.5m)]) { Number = "ภาพที่ ๔" };

    private static Section Wide() => new(
    [
        new Heading(1, "๒. ตาราง"),
        new Table(
            [new(1, Alignment.Center), new(5), new(2, Alignment.End), new(2, Alignment.End)],
            [
                new([new("ที่") { RowSpan = 2 }, new("รายการ") { RowSpan = 2 }, new("ผล") { ColumnSpan = 2 }]),
                TableRow.Of("จำนวน", "ร้อยละ"),
            ],
            [
                .. Enumerable.Range(1, 40).Select(i => new TableRow(
                    [new(Digits(i)), new($"องค์การบริหารส่วนตำบลตัวอย่างที่ {Digits(i)}") { RowHeader = true }, new(Digits(i * 3)), new("๙๕.๐๕")])),
                new([new("กลุ่ม") { RowSpan = 2 }, new([new Run("ข้อความสองบรรทัด"), new LineBreak(), new Link("บทสรุป", "#summary")]), new("๑"), new("")]),
                new([new("ต่อกลุ่ม") { Alignment = Alignment.Center }, new("๒"), new("๓")]),
                new([new("รวม") { ColumnSpan = 2 }, new("๑๒๓"), new("๑๐๐.๐๐")]) { Emphasis = true },
            ])
        { Caption = "ตาราง ๒-๑ ผลรายแห่ง", Summary = "จำนวนและร้อยละของผลรายแห่ง" },
        new Table([new(1), new(1)], [TableRow.Of("ก", "ข")], [TableRow.Of("ค", "ง")]),
    ])
    { Landscape = true, Footer = ["หน้าแนวนอน"] };

    private static Section Last() => new(
    [
        new Heading(1, "ภาคผนวก") { Anchor = "annex", Alignment = Alignment.Center },
        new Heading(2, "ก. คำรับรอง"),
        new Paragraph("ขอรับรองว่าข้อมูลข้างต้นถูกต้องตรงกับหลักฐาน"),
        new SignatureBox(
        [
            new("ผู้รายงาน", null, "หัวหน้าฝ่าย"),
            new("ผู้ตรวจสอบ", "นายตัวอย่าง ใจดี", "ท้องถิ่นอำเภอ", "พ.จ.ต."),
            new("", "นายสมมติ มั่นคง", "ท้องถิ่นจังหวัดกาฬสินธุ์"),
        ]),
    ]);

    /// <summary>Squares of a size, dark in a pattern of their own; no reader could read them.</summary>
    public static QrSquares Squares(int size) => new(size, [.. Enumerable.Range(0, size * size).Select(i => (i / size * 7 + i % size * 5) % 11 < 5)]);

    private static string Digits(int number) => string.Concat(number.ToString().Select(c => (char)(c - '0' + '๐')));
}
