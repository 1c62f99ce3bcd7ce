using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Forms;

/// <summary>The first sheet: what is asked, how to fill it in and how to send it.</summary>
internal static class CoverSheet
{
    private const string NotYetKnown = "………";

    public static Sheet Compose(Form form)
    {
        var (framework, plan) = (form.Rules.Framework, form.Rules.Plan);
        var sheet = new SheetBuilder(2);
        sheet.Across("แบบรายงานผลการดำเนินงาน", CellStyle.Title);
        sheet.Across($"ตามกรอบ{ThaiNumerals.ToThaiInProse(framework.Title.Thai)}", CellStyle.Label);
        Say(FormLayout.LabelOf(FormPart.Unit), $"{form.Unit.Name.Thai} (รหัส {ThaiNumerals.ToThai(form.Unit.Code.Value)})");
        Say(FormLayout.LabelOf(FormPart.DueBy), ThaiDate.WithWeekday(plan.InternalDeadline.Date));
        var email = plan.InternalDeadline.Email is { Length: > 0 } known ? known : NotYetKnown;
        Say("ส่งที่", $"{plan.Find(plan.Collector)?.Name.Thai} {plan.Office.Thai}\nอีเมล {email}");
        if (plan.Memo != RoundPlan.NoMemo) Say("ตามหนังสือ", plan.Memo);
        else if (plan.AskedBy is { } source) Say("ที่มา", source);

        sheet.Across("ตัวชี้วัดที่ต้องรายงาน", CellStyle.Heading);
        foreach (var indicator in form.Indicators)
        {
            var hosting = form.Rules.HostingOf(indicator.Number);
            var part = hosting switch
            {
                { Hosts.Length: 1 } => "",
                _ when hosting.Lead == form.Unit.Code => $" (เจ้าภาพหลัก ร่วมกับอีก {ThaiNumerals.Format(hosting.Hosts.Length - 1)} หน่วยงาน)",
                _ => $" (เจ้าภาพร่วม เจ้าภาพหลักคือ{plan.Find(hosting.Lead)?.Name.Thai})",
            };
            Say($"ตัวชี้วัดที่ {ThaiNumerals.ToThai(indicator.Number.Value)}", ThaiNumerals.ToThaiInProse(form.Rules.TextOf(indicator).Thai) + part);
        }

        sheet.Across("วิธีกรอก", CellStyle.Heading);
        Say("๑. สถานะ", "เปิดแผ่นงานของแต่ละตัวชี้วัด แล้วเลือก ✓ ที่สถานะการรายงานหนึ่งข้อ หากไม่มีเรื่อง โปรดเลือกข้อไม่มีเรื่องพร้อมเหตุผล");
        Say("๒. ทะเบียน", "กรอกแถวละ ๑ รายการ เลือกจากรายการเมื่อมีลูกศร คลิกที่ช่องเพื่อดูคำแนะนำ แทรกแถวเพิ่มได้ แถวที่ไม่ใช้เว้นว่างไว้");
        Say("๓. วันที่", $"พิมพ์เป็นปี พ.ศ. เช่น {ThaiDate.Short(plan.JudgedOn)}");
        Say("๔. ข้อความ", "ข้อ ๓ ๖ ๗ และ ๘ พิมพ์ในช่องใต้หัวข้อ ขึ้นบรรทัดใหม่ด้วย Alt+Enter ปรับความสูงของแถวได้");
        Say("ข้อมูลส่วนบุคคล", "ใช้รหัสเรื่องเท่านั้น โปรดไม่กรอกชื่อบุคคล เลขประจำตัวประชาชน หรือหมายเลขโทรศัพท์");

        sheet.Across("ความหมายของสี", CellStyle.Heading);
        Colour("กรอก", CellStyle.Input, "ช่องสีเหลือง: หน่วยงานกรอก");
        Colour("ใส่ไว้แล้ว", CellStyle.ReadOnly, "ช่องสีเทา: ใส่ไว้ให้แล้ว ไม่ต้องแก้");
        Colour("หัวข้อ", CellStyle.Heading, "ช่องสีฟ้า: หัวข้อและชื่อคอลัมน์ โปรดคงไว้ตามเดิม");

        sheet.Across("วิธีส่ง", CellStyle.Heading);
        Say("๑. ไฟล์นี้", "บันทึกเป็น Excel (.xlsx) แล้วส่งมาทางอีเมลข้างต้นหรือทางหน้าเว็บของหน่วยงาน ไม่ต้องตั้งรหัสผ่าน");
        var formats = string.Join(" และ ", framework.FinalDeadline.Formats.Select(FileFormat.ProgramOf));
        var paper = framework.FinalDeadline.Paper ? " พร้อมฉบับพิมพ์ที่ลงชื่อในข้อ ๑๑" : "";
        Say("๒. สำเนา", $"ส่งรายงานเป็น {formats}{paper} และแนบไฟล์หลักฐานกับภาพกิจกรรม");
        Say("๓. หลังส่ง", "จะได้รับใบตอบรับข้อมูลพร้อมเลขที่ และข้อสังเกตที่บอกช่องและวิธีแก้ หากแก้ไขโปรดส่งไฟล์ทั้งไฟล์อีกครั้ง ฉบับหลังใช้แทนฉบับก่อน");
        return sheet.ToSheet(FormLayout.CoverSheet, [24, 76], new() { Footer = $"{plan.Id} · {form.Unit.Code}", PageNumbers = true });

        void Say(string label, string text) => sheet.Add(new WideCell(Cell.Text(label, CellStyle.Label)), new(Cell.Text(text, CellStyle.ReadOnly)));
        void Colour(string sample, CellStyle style, string meaning) =>
            sheet.Add(new WideCell(Cell.Text(sample, style)), new(Cell.Text(meaning, CellStyle.ReadOnly)));
    }
}
