namespace Kalasin.Evaluation.Forms;

/// <summary>What section ๒ says about an indicator's rule, how to fill it in, and where it comes from. An assumed rule never poses as a given one.</summary>
internal static class RuleWords
{
    public static IEnumerable<string> Of(Indicator indicator)
    {
        foreach (var line in indicator.Explanation.Concat(indicator.Guidance)) yield return $"• {line.Thai}";
        if (indicator.Period is { } period) yield return $"• ช่วงเวลาที่นับ {ThaiDate.Long(period.From)} ถึง {ThaiDate.Long(period.To)}: {Of(period.Source)}";
        yield return $"• ที่มาของข้อความตัวชี้วัด: {Of(indicator.TextSource)}";
        yield return $"• ที่มาของวิธีวัด: {Of(indicator.Measure.Source)}";
        foreach (var detail in indicator.Measure.DetailSources) yield return $"• รายละเอียดของวิธีวัด: {Of(detail)}";
    }

    private static string Of(RuleSource source) => ThaiNumerals.ToThaiInProse(source.InWords);
}
