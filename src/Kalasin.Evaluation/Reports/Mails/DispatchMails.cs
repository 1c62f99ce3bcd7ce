using System.Collections.Immutable;
using Kalasin.Evaluation.Reports.Papers;

namespace Kalasin.Evaluation.Reports.Mails;

/// <summary>The report on its way to the giver of the award, and reminders about it.</summary>
internal static class DispatchMails
{
    /// <summary>Carries the report to the giver of the award.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="letter">The letter that goes with it.</param>
    /// <param name="files">Names of the files that are attached, in order.</param>
    /// <param name="part">Which mail this is, where one alone would be too large; from 1.</param>
    /// <param name="parts">How many there are.</param>
    /// <param name="isSample">Everything about it is sample data.</param>
    public static MailText Dispatch(AwardRules rules, NumberedLetter letter, ImmutableArray<string> files, int part, int parts, bool isSample)
    {
        var (mark, about, province) = (letter.InWords, NumberedLetter.SubjectOf(rules), rules.Province);
        var (count, number, of) = (ThaiNumerals.Number(files.Length), ThaiNumerals.Number(part), ThaiNumerals.Number(parts));
        return new MailDraft(
            NumberedLetter.AddresseeOf(rules), about,
            [
                Owing.Lines(
                    new(
                        $"ตามหนังสือ{province.FullName} {mark.Thai} {province.FullName}ขอส่งไฟล์รายงานตามที่แนบมาพร้อมนี้ จำนวน {count.Thai} ไฟล์ ดังนี้",
                        $"With the letter of {province.EnglishName} Province, {mark.English}, {Counted.Of(count):file is|files are} attached:"),
                    files.Select(BilingualText.Same)),
                parts == 1
                    ? BilingualText.Empty
                    : new($"ส่งเป็นอีเมล {of.Thai} ฉบับ เนื่องจากไฟล์มีขนาดใหญ่ ฉบับนี้เป็นฉบับที่ {number.Thai}", $"This is mail {number.English} of {of.English}, because of the files' size."),
                new(
                    "เมื่อได้รับแล้ว ขอความกรุณาตอบกลับอีเมลนี้ พร้อมแจ้งเลขที่รับ หากมี",
                    "Please reply when it has arrived, with your register number if there is one."),
            ])
        {
            Subject = $"{mark.Thai} เรื่อง {about.Thai}{(parts == 1 ? "" : $" (ฉบับที่ {number.Thai}/{of.Thai})")}",
            Closing = MailDraft.ForConsideration,
            IsAutomatic = false,
        }.Write(rules, isSample);
    }

    /// <summary>Reminds the coordinator that the report has not left.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="today">The day.</param>
    /// <param name="obstacles">What keeps it from leaving, as far as it is known.</param>
    /// <param name="isSample">Everything about it is sample data.</param>
    public static MailText NotSent(AwardRules rules, DateOnly today, IEnumerable<Finding> obstacles, bool isSample)
    {
        var due = rules.Framework.FinalDeadline.Date;
        var (day, left, giver) = (ThaiDate.BilingualWithWeekday(due), TimeLeft.Until(due, today), rules.Framework.Authority);
        ImmutableArray<Finding> all = [.. obstacles];
        return new MailDraft(
            Owing.Coordinator(rules),
            new("แจ้งเตือนการส่งรายงานของจังหวัด", "The province's report has not been sent"),
            [
                new(
                    $"รายงานของจังหวัดต้องส่ง{giver.Thai}ภายใน{day.Thai} ({left.Thai}) ขณะนี้ยังไม่ได้ส่ง",
                    $"The report is due at the {giver.English} on {day.English} ({left.English}) and has not been sent."),
                all.IsEmpty
                    ? BilingualText.Empty
                    : Owing.Lines(
                        new("สิ่งที่ต้องดำเนินการก่อนส่ง มีดังนี้", "Before that:"),
                        all.Select(f => new BilingualText(f.ToString(Language.Thai), f.ToString(Language.English)))),
            ])
        {
            Subject = $"ยังไม่ได้ส่งรายงานของจังหวัด ครบกำหนดวันที่ {ThaiDate.Short(due)} ({left.Thai})",
            Closing = MailDraft.ForAction,
        }.Write(rules, isSample);
    }

    /// <summary>Reminds the coordinator that the giver has not said that the report arrived.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="letter">The letter that went with it.</param>
    /// <param name="sentAt">When the mail left.</param>
    /// <param name="isSample">Everything about it is sample data.</param>
    public static MailText NotAcknowledged(AwardRules rules, NumberedLetter letter, DateTimeOffset sentAt, bool isSample)
    {
        var (mark, moment, giver) = (letter.InWords, BangkokTime.DateAndTime(sentAt), rules.Framework.Authority);
        return new MailDraft(
            Owing.Coordinator(rules),
            new("ยังไม่มีบันทึกการตอบรับรายงานของจังหวัด", "The report's arrival has not been confirmed"),
            [
                new(
                    $"ได้ส่งรายงานของจังหวัดตามหนังสือ {mark.Thai} ทางไปรษณีย์อิเล็กทรอนิกส์เมื่อวันที่ {moment.Thai} ยังไม่มีบันทึกว่า{giver.Thai}ได้รับแล้ว",
                    $"The report left with letter {mark.English} on {moment.English}. That it arrived has not been recorded."),
                new(
                    $"โปรดติดต่อ{giver.Thai} แล้วบันทึกการตอบรับในระบบ (อีเมลตอบกลับ เลขที่รับ หรือหลักฐานกระดาษ)",
                    "Please ask, and record the answer: a reply, a register number, or paper."),
            ])
        {
            Closing = MailDraft.ForAction,
        }.Write(rules, isSample);
    }
}
