using Kalasin.Evaluation.Reports.Papers;

namespace Kalasin.Evaluation.Reports.Mails;

/// <summary>Asks the head to approve the compiled report, and asks again while nothing was decided.</summary>
internal static class SignatureMail
{
    /// <param name="rules">Rules of the round.</param>
    /// <param name="report">Hash of the official edition's PDF that was put forward.</param>
    /// <param name="asked">When it was put forward.</param>
    /// <param name="today">The day of the mail; a later one than that of asking makes it a reminder.</param>
    /// <param name="isSample">Everything about it is sample data.</param>
    public static MailText Compose(AwardRules rules, ContentHash report, DateTimeOffset asked, DateOnly today, bool isSample)
    {
        var (moment, due) = (BangkokTime.DateAndTime(asked), rules.Framework.FinalDeadline.Date);
        var (day, left, isReminder) = (ThaiDate.BilingualWithWeekday(due), TimeLeft.Until(due, today), today > BangkokTime.Date(asked));
        return new MailDraft(
            Signatures.HeadOf(rules.Plan),
            isReminder
                ? new("แจ้งเตือนการพิจารณารายงานเพื่อลงนาม", "The report still waits for your decision")
                : new("เสนอรายงานเพื่อพิจารณาลงนาม", "The report waits for your decision"),
            [
                new(
                    $"ได้รวบรวมรายงานของจังหวัดและเสนอพิจารณาลงนามเมื่อวันที่ {moment.Thai}{(isReminder ? " ขณะนี้ยังรอการพิจารณา" : "")} "
                    + $"กำหนดส่ง{rules.Framework.Authority.Thai} {day.Thai} ({left.Thai})",
                    $"The province's report was put forward on {moment.English}{(isReminder ? " and has not been decided yet" : "")}. "
                    + $"It is due at the {rules.Framework.Authority.English} on {day.English} ({left.English})."),
                new(
                    "โปรดเปิดดูรายงานด้วยลิงก์ของท่าน แล้วเลือก เห็นชอบ หรือส่งคืนพร้อมเหตุผล",
                    "Please open it by your link, and approve it or return it with a note."),
                new($"ลายนิ้วมือของรายงานฉบับที่เสนอ (SHA-256) {report}", ""),
            ])
        {
            Closing = MailDraft.ForConsideration,
        }.Write(rules, isSample);
    }
}
