using Kalasin.Evaluation.Documents.Excel;

namespace Kalasin.Evaluation.Tests.Documents.Excel;

/// <summary>A workbook with every kind of cell, style, validation and sheet setting.</summary>
internal static class EveryCell
{
    public static Workbook Workbook { get; } = new(
        "แบบรายงานตัวชี้วัด",
        new(2024, 5, 15),
        [
            new("_kalasin", [Row.Of("schema", Cell.Number(1))]) { Visibility = SheetVisibility.VeryHidden },
            new("ตัวชี้วัด 3",
            [
                Row.Of(Cell.Text("แบบรายงานตัวชี้วัดที่ ๓", CellStyle.Title)) with { Height = 30 },
                Row.Of(
                    Cell.Text("หน่วยงาน", CellStyle.Label), Cell.Text("ท้องถิ่นอำเภอเมืองกาฬสินธุ์", CellStyle.ReadOnly),
                    Cell.Empty(CellStyle.ReadOnly), Cell.Empty(CellStyle.ReadOnly), Cell.Empty(CellStyle.ReadOnly)),
                Row.Blank,
                Row.Of([.. new[] { "ที่", "เรื่อง", "วันที่รับ", "จำนวน", "สถานะ" }.Select(h => Cell.Text(h, CellStyle.Heading))]),
                Row.Of(
                    Cell.Number(1, CellStyle.ReadOnly), Cell.Text("เรื่องแรก\r\nสองบรรทัด", CellStyle.Input),
                    Cell.Date(new(2024, 2, 29), CellStyle.InputDate), Cell.Number(12.5m, CellStyle.InputNumber),
                    Cell.Text("แล้วเสร็จ", CellStyle.Input)),
                Row.Of(
                    Cell.Number(2, CellStyle.ReadOnly), Cell.Empty(CellStyle.Input), Cell.Empty(CellStyle.InputDate),
                    Cell.Empty(CellStyle.InputNumber), Cell.Empty(CellStyle.Input)),
                Row.Of(Cell.Text("=1+1"), Cell.Text("+66"), Cell.Text("-5"), Cell.Text("@SUM"), Cell.Text("_x0041_")),
                Row.Of(
                    Cell.Number(1234.5m, decimals: 2), Cell.Number(1234, decimals: 0), Cell.Number(0.5m, decimals: 1),
                    Cell.Boolean(true), Cell.Date(new(2024, 5, 15))),
                Row.Of(Cell.Text("คำแนะนำ: กรอกเฉพาะช่องสีเหลือง", CellStyle.Note)),
                Row.Of(
                    Cell.Number(1235, CellStyle.Result).As(CellFormat.ThaiWhole).By("A8+D8"), Cell.Number(1234.5m / 3, CellStyle.Total).As(CellFormat.ThaiExact).By("A8/3"),
                    Cell.Text("", CellStyle.Step).By("IF(D8,\"\",\"-\")"), Cell.Boolean(true, CellStyle.Data).By("1<2"), Cell.Text("=1+1", CellStyle.Data).By("A7&\"\"")),
            ])
            {
                ColumnWidths = [10, 40, 22, 12, 18.5],
                Merged = [new(1, 1, 1, 5), new(2, 2, 2, 5), new(9, 1, 9, 5)],
                FrozenRows = 4,
                FrozenColumns = 1,
                Protected = true,
                Print = new() { Landscape = true, RepeatedRows = (4, 4), Footer = "ตัวชี้วัด ๓ & ทะเบียน" },
                Validations =
                [
                    new(new(5, 3, 46, 3), new Day(new(2023, 10, 1), new(2024, 9, 30)))
                    {
                        Prompt = new("วันที่รับ", "โปรดกรอกวันที่ในปีงบประมาณ พ.ศ. ๒๕๖๗"),
                        Error = new("วันที่", "พบวันที่นอกปีงบประมาณ โปรดตรวจสอบ"), MayKeep = true,
                    },
                    new(new(5, 4, 46, 4), new DecimalNumber(0, 100.5m)),
                    new(new(5, 5, 46, 5), new OneOf(["แล้วเสร็จ", "อยู่ระหว่างดำเนินการ", "\"อื่น\""])) { Error = new("สถานะ", "โปรดเลือกจากรายการ") },
                    new(new(2, 2), new OneOfRange("รายชื่อ", new(1, 1, 3, 1))),
                    new(new(5, 1, 46, 1), new WholeNumber(1, 999)),
                ],
                Fills =
                [
                    ConditionalFill.WhenBlankInBegunRow(new(5, 2, 46, 3), 2, 5),
                    ConditionalFill.WhenText(new(5, 5, 46, 5), "แล้วเสร็จ", FillTone.Good),
                    ConditionalFill.WhenBlank(new(2, 2)),
                ],
            },
            new("รายชื่อ", [Row.Of("เมืองกาฬสินธุ์"), Row.Of("นามน"), Row.Of("กมลาไสย")]) { Visibility = SheetVisibility.Hidden },
        ])
    {
        Author = "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดกาฬสินธุ์",
        Names = [new("อำเภอ", "รายชื่อ", new(1, 1, 3, 1)), new("register.3", "ตัวชี้วัด 3", new(5, 1, 46, 5))],
    };
}
