using System.Collections.Immutable;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Reports.Mails;

/// <summary>
/// What the coordinator is told when the internal deadline was closed: how much is in, and who still owes what. Units and
/// indicators only, nothing of what was reported.
/// </summary>
internal static class ClosingNotice
{
    /// <summary>The notice of a round that was closed.</summary>
    /// <param name="rules">Its rules.</param>
    /// <param name="closed">What closing found.</param>
    /// <param name="at">When.</param>
    /// <param name="isSample">Everything about it is sample data.</param>
    public static MailText Compose(AwardRules rules, InternalDeadlineClosed closed, DateTimeOffset at, bool isSample)
    {
        var received = closed.Heads.Select(h => (h.Unit, h.Indicator)).ToHashSet();
        var owed = rules.Expected.Where(e => !received.Contains((e.Unit, e.Indicator))).ToLookup(e => e.Unit, e => e.Indicator);
        var owing = rules.Plan.Units.Where(u => owed.Contains(u.Code)).ToImmutableArray();
        var (expected, missing) = (rules.Expected.Count(), owed.Sum(u => u.Count()));
        var (deadline, moment) = (ThaiDate.Bilingual(rules.Plan.InternalDeadline.Date), BangkokTime.DateAndTime(at));
        var (all, came, left, units) =
            (ThaiNumerals.Number(expected), ThaiNumerals.Number(expected - missing), ThaiNumerals.Number(missing), ThaiNumerals.Number(owing.Length));
        return new MailDraft(
            Owing.Coordinator(rules),
            new("สรุปการส่งรายงานของหน่วยงานเมื่อครบกำหนดส่งภายในจังหวัด", "What was in when the internal deadline was closed"),
            [
                new(
                    $"ตามที่กำหนดให้หน่วยงานส่งรายงานภายในวันที่ {deadline.Thai} นั้น บัดนี้ครบกำหนดและบันทึกปิดรับเมื่อวันที่ {moment.Thai} แล้ว "
                    + $"เมื่อสิ้นวันกำหนดส่งได้รับรายงาน {came.Thai} รายการ จากที่ต้องส่ง {all.Thai} รายการ{(missing == 0 ? " ครบถ้วน" : "")}",
                    $"The units' returns were due on {deadline.English}. When that day ended, {came.English} of {all.English} were in. "
                    + $"The round was closed {moment.English}."),
                .. missing == 0 ? [] : (ReadOnlySpan<BilingualText>)
                [
                    Owing.Lines(
                        new($"ยังขาด {left.Thai} รายการ จาก {units.Thai} หน่วยงาน ดังนี้", $"Missing are {left.English}, of {Counted.Of(units):unit|units}:"),
                        owing.Select(u => Owing.Line(u, owed[u.Code]))),
                    new(
                        "รายงานที่ส่งหลังจากนี้ยังนับเข้าผล โดยทำเครื่องหมาย “ล่าช้า” จึงขอให้ติดตามหน่วยงานข้างต้น",
                        "What comes later still counts, marked late."),
                ],
            ])
        {
            Subject = $"ปิดรับรายงานภายในจังหวัด {rules.Plan.Id}: ได้รับ {came.Thai} จาก {all.Thai} รายการ",
        }.Write(rules, isSample);
    }
}
