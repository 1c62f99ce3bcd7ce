namespace Kalasin.Evaluation.Reports;

/// <summary>Several things in one sentence.</summary>
internal static class Listed
{
    /// <summary>ตัวชี้วัดที่ ๓, ๔ และ ๘ / indicators 3, 4 and 8.</summary>
    public static BilingualText Indicators(IEnumerable<IndicatorNumber> indicators)
    {
        IndicatorNumber[] all = [.. indicators];
        var numbers = Of(all.Select(i => i.Bilingual));
        return new($"ตัวชี้วัดที่ {numbers.Thai}", $"{(all.Length == 1 ? "indicator" : "indicators")} {numbers.English}");
    }

    /// <summary>With commas, and a word before the last.</summary>
    public static BilingualText Of(IEnumerable<BilingualText> texts)
    {
        BilingualText[] all = [.. texts];
        return all.Length < 2
            ? BilingualText.Join("", all)
            : new(
                $"{BilingualText.Join(", ", all[..^1]).Thai} และ{(char.IsDigit(all[^1].Thai, 0) ? " " : "")}{all[^1].Thai}",
                $"{BilingualText.Join(", ", all[..^1]).English} and {all[^1].English}");
    }
}
