using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Forms.Word;

/// <summary>The first page: what is asked, how to fill it in and how to send it. No line of it begins like a title or label that readers look for.</summary>
internal static class WordCover
{
    public static void Compose(Form form, WordMarkup markup)
    {
        var (framework, plan) = (form.Rules.Framework, form.Rules.Plan);
        markup.Paragraph("แบบรายงานผลการดำเนินงาน", 20, isBold: true, isCentred: true);
        markup.Paragraph($"ตามกรอบ{ThaiNumerals.ToThaiInProse(framework.Title.Thai)}", isCentred: true);
        System.Collections.Immutable.ImmutableArray<int> widths = [2600, 7038];
        markup.BeginTable(widths);
        Say(FormLayout.LabelOf(FormPart.Unit), form.Unit.Name.Thai);
        Say("รหัสหน่วยงาน", ThaiNumerals.ToThai(form.Unit.Code.Value));
        Say(FormLayout.LabelOf(FormPart.DueBy), ThaiDate.WithWeekday(plan.InternalDeadline.Date));
        Say("ส่งที่", $"{plan.Find(plan.Collector)?.Name.Thai} {plan.Office.Thai}\nอีเมล {(plan.InternalDeadline.Email is { Length: > 0 } known ? known : "………")}");
        if (plan.Memo != RoundPlan.NoMemo) Say("ตามหนังสือ", plan.Memo);
        else if (plan.AskedBy is { } source) Say("ที่มา", source);
        markup.EndTable();
        markup.Paragraph("เรื่องที่ต้องรายงาน", isBold: true, keepsNext: true);
        foreach (var indicator in form.Indicators)
            markup.Paragraph($"• ตัวชี้วัดที่ {ThaiNumerals.ToThai(indicator.Number.Value)} {ThaiNumerals.ToThaiInProse(form.Rules.TextOf(indicator).Thai)}", 14);
        markup.Paragraph("วิธีกรอก", isBold: true, keepsNext: true);
        foreach (var line in (ReadOnlySpan<string>)
            [
                "ทำเครื่องหมายที่สถานะหนึ่งข้อของแต่ละตัวชี้วัด หากไม่มีเรื่อง โปรดเลือกข้อไม่มีเรื่องพร้อมเหตุผล",
                "กรอกในช่องสีเหลือง คลิกที่ช่องเพื่อดูชื่อ เลือกจากรายการหรือปฏิทินเมื่อมีลูกศร ช่องสีเทาใส่ไว้ให้แล้ว หัวตารางสีฟ้าโปรดคงไว้ตามเดิม",
                $"พิมพ์วันที่เป็นปี พ.ศ. เช่น {ThaiDate.Short(plan.JudgedOn)} ตัวเลขไม่ต้องใส่หน่วย",
                "แถวไม่พอ คลิกแถวสุดท้ายแล้วกดเครื่องหมาย + ที่ท้ายแถว หรือแทรกแถวของตาราง แถวที่ไม่ใช้เว้นว่างไว้",
                "ใช้รหัสเรื่องเท่านั้น โปรดไม่กรอกชื่อบุคคล เลขประจำตัวประชาชน หรือหมายเลขโทรศัพท์",
            ])
            markup.Paragraph($"• {line}", 14);
        markup.Paragraph("วิธีส่ง", isBold: true, keepsNext: true);
        markup.Paragraph("• บันทึกเป็น Word (.docx) แล้วส่งมาทางอีเมลข้างต้นหรือทางหน้าเว็บของหน่วยงาน ไม่ต้องตั้งรหัสผ่าน แนบไฟล์หลักฐานกับภาพกิจกรรมมาพร้อมกัน", 14);
        markup.Paragraph("• หลังส่งจะได้รับใบตอบรับข้อมูลพร้อมเลขที่ และข้อสังเกตที่บอกช่องและวิธีแก้ หากแก้ไขโปรดส่งทั้งไฟล์อีกครั้ง ฉบับหลังใช้แทนฉบับก่อน", 14);

        void Say(string label, string text) => markup.Row(widths, [WordMarkup.Heading(label), WordMarkup.Label(text)]);
    }
}
