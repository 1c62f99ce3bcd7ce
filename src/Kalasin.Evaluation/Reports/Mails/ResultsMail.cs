namespace Kalasin.Evaluation.Reports.Mails;

/// <summary>Tells a unit that the provisional results can be seen, and until when it may object.</summary>
internal static class ResultsMail
{
    /// <param name="rules">Rules of the round.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="until">Last day for objections, inclusive.</param>
    /// <param name="isSample">Everything about it is sample data.</param>
    public static MailText Compose(AwardRules rules, ReportingUnit unit, DateOnly until, bool isSample)
    {
        var (day, indicators) = (ThaiDate.BilingualWithWeekday(until), Listed.Indicators(rules.IndicatorsOf(unit.Code).Select(i => i.Number)));
        return new MailDraft(
            unit.Name,
            new("ผลเบื้องต้นของตัวชี้วัด และการโต้แย้งผล", "Provisional results, and objections to them"),
            [
                new(
                    $"ขณะนี้หน่วยงานของท่านดูผลเบื้องต้นของ{indicators.Thai} ได้ที่ลิงก์ของหน่วยงานที่ได้รับไว้ ผลดังกล่าวยังไม่ใช่ผลสุดท้าย",
                    $"The provisional results on {indicators.English} can be seen now by your unit's link. They are not final."),
                new(
                    $"หากไม่เห็นด้วยกับผลข้อใด โปรดโต้แย้งพร้อมเหตุผลเป็นรายตัวชี้วัดที่ลิงก์เดียวกัน ภายใน{day.Thai} ทุกข้อจะได้รับคำตอบพร้อมเหตุผล "
                    + "หากเห็นด้วยแล้ว ไม่ต้องดำเนินการ",
                    $"You may object to each of them, with a reason, by the same link until {day.English}; every objection is answered. Where you agree, nothing is left to do."),
            ])
        {
            Subject = $"ผลเบื้องต้นของตัวชี้วัด โต้แย้งได้ถึงวันที่ {ThaiDate.Short(until)}: {unit.Name.Thai}",
            IsAutomatic = false,
            LineParts =
            [
                $"เรียน {unit.Name.Thai}",
                $"ดูผลเบื้องต้นของตัวชี้วัดได้แล้วที่ลิงก์ของหน่วยงาน หากไม่เห็นด้วย โปรดโต้แย้งพร้อมเหตุผลภายใน{day.Thai}",
                rules.Plan.Office.Thai,
            ],
        }.Write(rules, isSample);
    }
}
