namespace Kalasin.Evaluation.Returns;

/// <summary>Says why a row does not fall into an indicator's period.</summary>
internal static class PeriodReasons
{
    /// <summary>Why a row is outside; <see langword="null"/> when it is inside.</summary>
    public static BilingualText? Outside(RegisterSchema schema, Period period, RegisterRow row)
    {
        var heading = schema.HeadingOf(period.Column);
        if (row[period.Column] is not DateValue { Date: var date }) return new($"ยังไม่ได้ระบุ{heading.Thai}", $"{heading.English} is blank");
        if (date >= period.From && date <= period.To) return null;
        var (day, from, to) = (ThaiDate.BilingualShort(date), ThaiDate.BilingualShort(period.From), ThaiDate.BilingualShort(period.To));
        return new($"{heading.Thai} {day.Thai} อยู่นอกช่วงที่ประเมิน ({from.Thai} ถึง {to.Thai})",
            $"{heading.English} {day.English} is outside the period ({from.English} to {to.English})");
    }

    /// <summary>Why what a row reports is later than the evaluation date; <see langword="null"/> when it isn't.</summary>
    public static BilingualText? Later(Indicator indicator, RegisterRow row, DateOnly evaluationDate)
    {
        foreach (var column in indicator.Register.Columns)
        {
            if (!column.Happened && column.Id != indicator.Period?.Column || row[column.Id] is not DateValue { Date: var date } || date <= evaluationDate)
                continue;
            var (day, last) = (ThaiDate.BilingualShort(date), ThaiDate.BilingualShort(evaluationDate));
            return new($"{column.Heading.Thai} {day.Thai} อยู่หลังวันที่ประเมิน {last.Thai}",
                $"{column.Heading.English} {day.English} is after the evaluation date {last.English}");
        }
        return null;
    }
}
