using System.Collections.Immutable;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Reports.Mails;

/// <summary>Tells whoever collects the returns, and the leads of indicators, which units are overdue.</summary>
internal static class EscalationMail
{
    /// <param name="rules">Rules of the round.</param>
    /// <param name="to">The collector, who is told of all, or a lead, who is told of the indicators that it leads.</param>
    /// <param name="overdue">Returns that are overdue; of <paramref name="to"/>'s concern at least one.</param>
    /// <param name="today">The day.</param>
    /// <param name="isSample">Everything about it is sample data.</param>
    public static MailText Compose(AwardRules rules, ReportingUnit to, IEnumerable<StatusCell> overdue, DateOnly today, bool isSample)
    {
        var told = overdue.Where(c => Concerns(rules, to.Code, c.Indicator)).ToLookup(c => c.Unit, c => c.Indicator);
        var owing = rules.Plan.Units.Where(u => told.Contains(u.Code)).ToImmutableArray();
        var (count, units, day) = (ThaiNumerals.Number(told.Sum(u => u.Count())), ThaiNumerals.Number(owing.Length), ThaiDate.Bilingual(today));
        return new MailDraft(
            to.Name,
            new("หน่วยงานที่ยังไม่ส่งรายงานหลังพ้นกำหนด", "Units whose returns are overdue"),
            [
                Owing.Lines(
                    new($"ณ วันที่ {day.Thai} มีรายงานที่พ้นกำหนดส่งแล้วและยังไม่ได้รับ {count.Thai} รายการ จาก {units.Thai} หน่วยงาน ดังนี้",
                        $"On {day.English}, overdue: {Counted.Of(count):return|returns} of {Counted.Of(units):unit|units}:"),
                    owing.Select(u => Owing.Line(u, told[u.Code]))),
                new(
                    "ได้แจ้งเตือนหน่วยงานแล้ว ขอให้ประสานหน่วยงานข้างต้นโดยตรง หากมีเหตุจำเป็นให้เสนอขยายเวลาหรือยกเว้นเป็นรายหน่วยงาน",
                    "The units have been reminded; please get in touch with them. More time, or an excuse, is for the coordinator to decide."),
            ])
        {
            Subject = $"รายงานพ้นกำหนดส่ง {count.Thai} รายการ จาก {units.Thai} หน่วยงาน",
            Closing = MailDraft.ForAction,
            LineParts =
            [
                $"เรียน {to.Name.Thai}",
                $"มีรายงานพ้นกำหนดส่ง {count.Thai} รายการ จาก {units.Thai} หน่วยงาน",
                string.Join("\n", owing.Take(5).Select(u => $"- {u.ShortName.Thai} {Listed.Indicators(told[u.Code]).Thai}")),
                "รายชื่อทั้งหมดอยู่ในอีเมล โปรดช่วยประสาน ขอบคุณ",
            ],
        }.Write(rules, isSample);
    }

    /// <summary>Whether a unit is told of an indicator's overdue returns.</summary>
    public static bool Concerns(AwardRules rules, UnitCode to, IndicatorNumber indicator) => rules.Plan.Collector == to || rules.HostingOf(indicator).Lead == to;
}
