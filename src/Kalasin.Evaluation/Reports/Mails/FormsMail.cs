namespace Kalasin.Evaluation.Reports.Mails;

/// <summary>Sends a unit its forms and its link.</summary>
internal static class FormsMail
{
    /// <param name="rules">Rules of the round.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="due">The unit's last day.</param>
    /// <param name="link">The unit's link, whole.</param>
    /// <param name="expires">When the link stops opening anything.</param>
    /// <param name="attached">The forms are attached.</param>
    /// <param name="isSample">Everything about it is sample data.</param>
    public static MailText Compose(AwardRules rules, ReportingUnit unit, DateOnly due, string link, DateTimeOffset expires, bool attached, bool isSample)
    {
        var (day, end, indicators) = (ThaiDate.BilingualWithWeekday(due), BangkokTime.DateAndTime(expires), rules.AskedOf(unit.Code).ToArray());
        var count = ThaiNumerals.Number(indicators.Length);
        var (hasMemo, source) = (rules.Plan.Memo != RoundPlan.NoMemo, rules.Plan.AskedBy);
        var asked = hasMemo ? $"ตามหนังสือ{rules.Plan.Office.Thai} {rules.Plan.Memo} " : source is null ? "" : $"ตาม{source} ";
        return new MailDraft(
            unit.Name,
            new("ขอให้รายงานผลการดำเนินงานตามตัวชี้วัด", "Please report on your indicators"),
            [
                Owing.Lines(
                    new($"{asked}ให้หน่วยงานรายงานผลการดำเนินงานตามตัวชี้วัดที่เป็นเจ้าภาพ ซึ่งหน่วยงานของท่านเป็นเจ้าภาพ {count.Thai} ตัวชี้วัด ดังนี้",
                        $"Your unit reports on {Counted.Of(count):indicator|indicators}:"),
                    indicators.Select(i => new BilingualText(
                        $"ตัวชี้วัดที่ {i.Number.Bilingual.Thai} {i.ShortText.Thai}", $"indicator {i.Number.Bilingual.English}, {i.ShortText.English}"))),
                new(
                    $"โปรด{(attached ? "ใช้แบบรายงานที่แนบมาพร้อมนี้ หรือ" : "")}ดาวน์โหลดแบบรายงานจากลิงก์ของหน่วยงาน กรอกข้อมูลแล้วส่งทางลิงก์เดียวกัน "
                    + $"ภายใน{day.Thai}\r\n{link}",
                    $"{(attached ? "The forms are attached, and are also found by" : "The forms are found by")} your link. Send them by the same link until {day.English}:\r\n{link}"),
                new(
                    $"ลิงก์นี้ใช้ได้เฉพาะหน่วยงานของท่านจนถึงวันที่ {end.Thai} ผู้ที่มีลิงก์ส่งรายงานแทนหน่วยงานได้ โปรดอย่าเผยแพร่ "
                    + "หากเปิดลิงก์ไม่ได้ โปรดตอบกลับอีเมลนี้โดยแนบแบบรายงานที่กรอกแล้ว",
                    $"The link is yours alone and opens until {end.English}; whoever has it can report for your unit. If it doesn't open, reply with the form attached."),
                rules.StandsApart ?? BilingualText.Empty,
                !hasMemo ? BilingualText.Empty : new("การส่งเอกสารและไฟล์ในรูปแบบอื่นยังเป็นไปตามหนังสือดังกล่าว", "Paper and other files go as the letter says."),
            ])
        {
            Subject = $"ขอให้รายงานผลการดำเนินงานตามตัวชี้วัด ภายในวันที่ {ThaiDate.Short(due)}: {unit.Name.Thai}",
            Closing = MailDraft.ForAction,
            IsAutomatic = false,
            LineParts =
            [
                $"เรียน {unit.Name.Thai}",
                $"ส่งแบบรายงานและลิงก์ของหน่วยงานทางอีเมลแล้ว โปรดรายงาน {count.Thai} ตัวชี้วัด ภายใน{day.Thai}",
                "หากไม่ได้รับอีเมล โปรดตรวจโฟลเดอร์จดหมายขยะ หรือแจ้งผู้ประสานงาน",
                rules.Plan.Office.Thai,
            ],
        }.Write(rules, isSample);
    }
}
