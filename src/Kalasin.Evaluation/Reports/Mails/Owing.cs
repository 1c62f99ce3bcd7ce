using System.Collections.Immutable;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Reports.Mails;

/// <summary>Who owes what, in the words that mails share.</summary>
internal static class Owing
{
    /// <summary>Whoever compiles the round.</summary>
    public static BilingualText Coordinator(AwardRules rules)
    {
        var collector = rules.Plan.Find(rules.Plan.Collector)!.Name;
        return new($"ผู้ประสานงาน {collector.Thai}", $"the coordinator, {collector.English}");
    }

    /// <summary>A numbered list under its first line.</summary>
    public static BilingualText Lines(BilingualText first, IEnumerable<BilingualText> lines)
    {
        ImmutableArray<BilingualText> all = [first, .. lines.Index().Select(l => Numbered(l.Index + 1, l.Item))];
        return BilingualText.Join("\r\n", all);
    }

    /// <summary>A unit with indicators.</summary>
    public static BilingualText Line(ReportingUnit unit, IEnumerable<IndicatorNumber> indicators)
    {
        var listed = Listed.Indicators(indicators);
        return new($"{unit.Name.Thai} {listed.Thai}", $"{unit.Name.English} ({unit.Code}): {listed.English}");
    }

    /// <summary>All that one unit owes, an item a line.</summary>
    public static BilingualText Of(Owed owed)
    {
        var items = ImmutableArray.CreateBuilder<BilingualText>();
        if (!owed.Returns.IsEmpty)
        {
            var listed = Listed.Indicators(owed.Returns);
            items.Add(new($"รายงาน{listed.Thai}", $"the returns on {listed.English}"));
        }
        if (!owed.Corrections.IsEmpty)
        {
            var listed = Listed.Indicators(owed.Corrections);
            items.Add(new($"การแก้ไขรายงาน{listed.Thai}", $"corrections of the returns on {listed.English}"));
        }
        foreach (var (forms, indicators) in owed.Copies)
        {
            var (copies, listed) = (Listed.Of(forms.Select(Copy.NameOf)), Listed.Indicators(indicators));
            items.Add(new($"สำเนารายงาน{listed.Thai} เป็น{copies.Thai}", $"{copies.English} of the returns on {listed.English}"));
        }
        return Lines(new("รายการที่ยังไม่ได้รับ มีดังนี้", "Not received yet:"), items);
    }

    /// <summary>The same in a few words: of what is much only how many, of copies only that they are owed.</summary>
    public static string InShort(Owed owed)
    {
        if (!owed.HoldsResultsUp) return "ยังขาดสำเนารายงานตามที่แจ้งทางอีเมล";
        return string.Join(' ', new[] { Short("ยังขาด", owed.Returns), Short("รอแก้ไข", owed.Corrections) }.Where(t => t.Length > 0));
    }

    private static string Short(string what, ImmutableArray<IndicatorNumber> indicators) => indicators.Length switch
    {
        0 => "",
        > 20 and var many => $"{what} {ThaiNumerals.Format(many)} ตัวชี้วัด",
        _ => $"{what}{Listed.Indicators(indicators).Thai}",
    };

    private static BilingualText Numbered(int number, BilingualText text) => new($"{ThaiNumerals.Format(number)}. {text.Thai}", $"{number}. {text.English}");
}
