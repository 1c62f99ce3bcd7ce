using System.Collections.Immutable;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Reports.Mails;

/// <summary>Tells that everything is in: of all hosts of an indicator, of all units, or of the judges.</summary>
internal static class ArrivalMails
{
    /// <summary>Tells the lead of a joint indicator that every host has reported.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="cells">Its hosts' returns; excused ones may be missing.</param>
    /// <param name="isSample">Everything about it is sample data.</param>
    public static MailText Contribution(AwardRules rules, IndicatorNumber indicator, IEnumerable<StatusCell> cells, bool isSample)
    {
        ImmutableArray<StatusCell> all = [.. cells.Where(c => c.Indicator == indicator)];
        var lead = rules.Plan.Find(rules.HostingOf(indicator).Lead)!;
        var (number, name) = (indicator.Bilingual, rules.Framework[indicator].ShortText);
        var (came, late) = (ThaiNumerals.Number(all.Count(c => c.Current is not null)), ThaiNumerals.Number(all.Count(c => c.Lateness is { IsLate: true })));
        return new MailDraft(
            lead.Name,
            new($"ได้รับรายงานของเจ้าภาพร่วมครบแล้ว ตัวชี้วัดที่ {number.Thai} ({name.Thai})", $"All hosts have reported on indicator {number.English} ({name.English})"),
            [
                new(
                    $"หน่วยงานของท่านเป็นเจ้าภาพหลักของตัวชี้วัดที่ {number.Thai} บัดนี้ได้รับรายงานของหน่วยงานเจ้าภาพครบ {came.Thai} หน่วยงานแล้ว "
                    + $"(ส่งล่าช้า {late.Thai} หน่วยงาน)",
                    $"Your unit leads indicator {number.English}. Reported now: all of {Counted.Of(came):host|hosts} ({late.English} late)."),
                new(
                    "ขอให้ตรวจผลที่รวมแล้ว รายการที่อาจซ้ำกัน และข้อที่เจ้าภาพรายงานไม่ตรงกัน หากมีข้อใดต้องแก้ไข โปรดแจ้งผู้ประสานงาน",
                    "Please look at the merged result, at possible duplicates, and where hosts disagree; tell the coordinator what has to be corrected."),
            ])
        {
            Closing = MailDraft.ForAction,
            LineParts = [$"เรียน {lead.Name.Thai}", $"ตัวชี้วัดที่ {number.Thai} ({name.Thai}) ได้รับรายงานของเจ้าภาพครบ {came.Thai} หน่วยงานแล้ว โปรดตรวจผลรวม ขอบคุณ"],
        }.Write(rules, isSample);
    }

    /// <summary>Tells the coordinator that nothing is missing any more.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="status">Its grid; without missing returns.</param>
    /// <param name="isSample">Everything about it is sample data.</param>
    public static MailText AllIn(AwardRules rules, RoundStatus status, bool isSample)
    {
        var (came, late) = (ThaiNumerals.Number(status.Received), ThaiNumerals.Number(status.Late));
        return new MailDraft(
            Owing.Coordinator(rules),
            new("ได้รับรายงานของหน่วยงานครบทุกรายการแล้ว", "All returns are in"),
            [
                new(
                    $"บัดนี้ได้รับรายงานของหน่วยงานครบ {came.Thai} รายการแล้ว ในจำนวนนี้ส่งล่าช้า {late.Thai} รายการ",
                    $"All is in now: {Counted.Of(came):return|returns}, {late.English} late."),
                Next(status),
            ]).Write(rules, isSample);
    }

    /// <summary>What the report still waits for: units, judges or corrections, in this order.</summary>
    private static BilingualText Next(RoundStatus status)
    {
        var missing = ThaiNumerals.Number(status.Missing.Count());
        if (status.Missing.Any()) return new($"ยังรอรายงานของหน่วยงานอีก {missing.Thai} รายการ", $"Returns of units are still waited for: {missing.English}.");
        if (status.JudgedReceived < status.JudgedExpected && status.JudgedInWords is { } judged) return new($"ยังรอคะแนนของกรรมการ โดย{judged.Thai}", $"Judges' scores are still waited for: {judged.English}.");
        ImmutableArray<IndicatorNumber> waiting = [.. Owed.Of(status.Cells).Corrections.Distinct()];
        var corrections = Listed.Indicators(waiting);
        return waiting.IsEmpty
            ? new("ไม่มีรายงานที่รอแก้ไข จึงตรวจทานและเสนอพิจารณาลงนามต่อไปได้", "None waits for correction: the report can be looked over and put forward for signature.")
            : new($"ยังมีรายงานที่รอแก้ไข {corrections.Thai}", $"Corrections are still waited for on {corrections.English}.");
    }

    /// <summary>Tells the coordinator that judges have scored all that is theirs.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="status">Its grid; nothing of the judges is missing.</param>
    /// <param name="isSample">Everything about it is sample data.</param>
    public static MailText AllJudged(AwardRules rules, RoundStatus status, bool isSample)
    {
        var scored = ThaiNumerals.Number(status.JudgedReceived);
        return new MailDraft(
            Owing.Coordinator(rules),
            new("กรรมการให้คะแนนครบทุกรายการแล้ว", "Judges have scored everything"),
            [
                new($"บัดนี้กรรมการให้คะแนนครบ {scored.Thai} รายการแล้ว", $"Judges have now given all they owed: {Counted.Of(scored):score|scores}."),
                Next(status),
            ]).Write(rules, isSample);
    }
}
