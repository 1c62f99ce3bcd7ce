using System.Collections.Immutable;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Reports.Mails;

/// <summary>Reminds a unit of exactly what it still owes, before its last day and after it.</summary>
internal static class ReminderMail
{
    private const string HowToSend =
        "โปรดส่งทางลิงก์ของหน่วยงานที่ได้รับไว้ หรือตอบกลับอีเมลนี้โดยแนบแบบรายงานที่กรอกแล้ว หากไม่มีเรื่องหรือไม่มีกิจกรรมในช่วงเวลาที่ประเมิน "
        + "โปรดทำเครื่องหมายไว้ในแบบรายงานแล้วส่งเช่นเดียวกัน หากส่งแล้วก่อนได้รับอีเมลนี้ ไม่ต้องดำเนินการ";

    private const string HowToSendInEnglish =
        "Send it by your unit's link, or reply with the form attached; where there was nothing to report, tick that in the form and send it. "
        + "If it is on its way already, nothing is left to do.";

    /// <summary>A unit's last day is today or lies ahead.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="owed">What it owes; something.</param>
    /// <param name="due">Its last day.</param>
    /// <param name="today">The day of the reminder.</param>
    /// <param name="isSample">Everything about it is sample data.</param>
    public static MailText Before(AwardRules rules, ReportingUnit unit, Owed owed, DateOnly due, DateOnly today, bool isSample)
    {
        var (day, left) = (ThaiDate.BilingualWithWeekday(due), TimeLeft.Until(due, today));
        return new MailDraft(
            unit.Name,
            new("ขอให้ส่งรายงานผลการดำเนินงานที่ยังไม่ได้รับ", "Returns that have not come yet"),
            [
                new(
                    $"ตามที่กำหนดให้หน่วยงานของท่านส่งรายงานผลการดำเนินงานภายใน{day.Thai} นั้น {(today == due ? "วันนี้เป็นวันครบกำหนด" : $"ขณะนี้{left.Thai}")}",
                    $"Your unit's returns are due on {day.English}: {left.English}."),
                Owing.Of(owed),
                new(HowToSend, HowToSendInEnglish),
            ])
        {
            Subject = $"แจ้งเตือนการส่งรายงาน ภายในวันที่ {ThaiDate.Short(due)} ({left.Thai}): {unit.Name.Thai}",
            Closing = MailDraft.ForAction,
            LineParts = InLine(rules, unit, owed, $"กำหนดส่ง {ThaiDate.Short(due)} {left.Thai}"),
        }.Write(rules, isSample);
    }

    /// <summary>A unit's last day is over.</summary>
    /// <inheritdoc cref="Before"/>
    public static MailText After(AwardRules rules, ReportingUnit unit, Owed owed, DateOnly due, bool isSample)
    {
        var day = ThaiDate.BilingualWithWeekday(due);
        return new MailDraft(
            unit.Name,
            new("ขอให้ส่งรายงานผลการดำเนินงานซึ่งพ้นกำหนดส่งแล้ว", "Returns that are overdue"),
            [
                new(
                    $"ตามที่กำหนดให้หน่วยงานของท่านส่งรายงานผลการดำเนินงานภายใน{day.Thai} นั้น บัดนี้พ้นกำหนดแล้ว",
                    $"Your unit's returns were due on {day.English}."),
                Owing.Of(owed),
                new(
                    "รายงานที่ส่งหลังกำหนดยังรับไว้และนับเข้าผล โดยทำเครื่องหมาย “ล่าช้า” ขอให้ส่งโดยเร็ว",
                    "What comes now is still taken and counts, marked late; please send it soon."),
                new(HowToSend, HowToSendInEnglish),
            ])
        {
            Subject = $"พ้นกำหนดส่งรายงานเมื่อวันที่ {ThaiDate.Short(due)}: {unit.Name.Thai}",
            Closing = MailDraft.ForAction,
            LineParts = InLine(rules, unit, owed, $"พ้นกำหนดส่งเมื่อวันที่ {ThaiDate.Short(due)} ส่งขณะนี้ยังรับไว้ โดยทำเครื่องหมาย “ล่าช้า”"),
        }.Write(rules, isSample);
    }

    private static ImmutableArray<string> InLine(AwardRules rules, ReportingUnit unit, Owed owed, string when) =>
        [$"เรียน {unit.Name.Thai}", Owing.InShort(owed), when, "ส่งทางลิงก์ของหน่วยงาน หรือตอบกลับอีเมลที่แจ้ง ขอบคุณ", rules.Plan.Office.Thai];
}
