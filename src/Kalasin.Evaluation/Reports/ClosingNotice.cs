using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Reports;

/// <summary>
/// What the coordinator is told when the internal deadline was closed: how much is in, and who still owes what. Units and
/// indicators only, nothing of what was reported. Subject and plain text, Thai first.
/// </summary>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
internal sealed record ClosingNotice(string Subject, string Body)
{
    /// <summary>The notice of a round that was closed; the same whenever it is composed.</summary>
    /// <param name="rules">Its rules.</param>
    /// <param name="closed">What closing found.</param>
    /// <param name="at">When.</param>
    /// <param name="isSample">Everything about it is sample data.</param>
    public static ClosingNotice Compose(AwardRules rules, InternalDeadlineClosed closed, DateTimeOffset at, bool isSample)
    {
        var received = closed.Heads.Select(h => (h.Unit, h.Indicator)).ToHashSet();
        var owed = rules.Expected.Where(e => !received.Contains((e.Unit, e.Indicator))).ToLookup(e => e.Unit, e => e.Indicator);
        var owing = rules.Plan.Units.Where(u => owed.Contains(u.Code)).ToImmutableArray();
        var (expected, missing) = (rules.Expected.Count(), owed.Sum(u => u.Count()));
        var (deadline, moment) = (ThaiDate.Bilingual(rules.Plan.InternalDeadline.Date), BangkokTime.DateAndTime(at));
        var collector = rules.Plan.Find(rules.Plan.Collector)!.Name;
        var text = new StringBuilder();
        if (isSample) Line("ข้อมูลตัวอย่าง มิใช่ผลการดำเนินงานจริง / Sample data, not real results", "");
        Line($"เรียน ผู้ประสานงาน {collector.Thai}", "");
        Line("เรื่อง สรุปการส่งรายงานของหน่วยงานเมื่อครบกำหนดส่งภายในจังหวัด", rules.Framework.Title.Thai, "");
        Line($"ตามที่กำหนดให้หน่วยงานส่งรายงานภายในวันที่ {deadline.Thai} นั้น บัดนี้ครบกำหนดและบันทึกปิดรับเมื่อวันที่ {moment.Thai} แล้ว "
            + $"เมื่อสิ้นวันกำหนดส่งได้รับรายงาน {ThaiNumerals.Format(expected - missing)} รายการ "
            + $"จากที่ต้องส่ง {ThaiNumerals.Format(expected)} รายการ{(missing == 0 ? " ครบถ้วน" : "")}", "");
        if (missing > 0)
        {
            Line($"ยังขาด {ThaiNumerals.Format(missing)} รายการ จาก {ThaiNumerals.Format(owing.Length)} หน่วยงาน ดังนี้");
            foreach (var (i, unit) in owing.Index())
                Line($"{ThaiNumerals.Format(i + 1)}. {unit.Name.Thai} ตัวชี้วัดที่ {Listed(owed[unit.Code].Select(n => ThaiNumerals.ToThai(n.Value)), "และ")}");
            Line("", "รายงานที่ส่งหลังจากนี้ยังนับเข้าผล โดยทำเครื่องหมาย “ล่าช้า” จึงขอให้ติดตามหน่วยงานข้างต้น", "");
        }
        Line("จึงเรียนมาเพื่อโปรดทราบ", "", rules.Plan.Office.Thai, $"ข้อความนี้ระบบจัดทำโดยอัตโนมัติ รอบ {rules.Plan.Id}", "", "----", "");

        Line($"To the coordinator, {collector.English}", "");
        Line(rules.Framework.Title.English, "");
        Line($"The units' returns were due on {deadline.English}. When that day ended, {expected - missing} of {expected} were in. The round was closed {moment.English}.");
        if (missing > 0) Line($"Missing are {missing}, of {owing.Length} unit(s):");
        foreach (var unit in owing) Line($"- {unit.Name.English} ({unit.Code}): indicator(s) {Listed(owed[unit.Code].Select(n => n.Value), "and")}");
        if (missing > 0) Line("What comes later still counts, marked late.");
        Line("", $"{rules.Plan.Office.English}, round {rules.Plan.Id}. This message was made automatically.");

        var subject = $"ปิดรับรายงานภายในจังหวัด {rules.Plan.Id}: ได้รับ {ThaiNumerals.Format(expected - missing)} จาก {ThaiNumerals.Format(expected)} รายการ";
        return new(isSample ? $"ข้อมูลตัวอย่าง: {subject}" : subject, text.ToString());

        void Line(params ReadOnlySpan<string> lines)
        {
            foreach (var line in lines) text.Append(line).Append("\r\n");
        }
    }

    private static string Listed(IEnumerable<string> numbers, string and)
    {
        string[] all = [.. numbers];
        return all.Length > 1 ? $"{string.Join(", ", all[..^1])} {and} {all[^1]}" : string.Concat(all);
    }
}
