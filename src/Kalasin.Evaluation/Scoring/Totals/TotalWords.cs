using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Scoring.Totals;

/// <summary>Writes every step from the scores to the total.</summary>
internal static class TotalWords
{
    public static Explanation Of(Framework framework, TotalParts totals, IReadOnlyCollection<Score> scores)
    {
        var steps = ImmutableArray.CreateBuilder<BilingualText>();
        foreach (var group in totals.Groups) steps.Add(Of(group));
        steps.Add(Total(framework, totals, scores));
        if (totals.Base is null) return new(steps.ToImmutable());
        Extra(steps, framework, scores, IndicatorRole.Bonus, totals.Bonus, framework.Total?.MostBonus, new("คะแนนเพิ่ม", "bonus"));
        Extra(steps, framework, scores, IndicatorRole.Penalty, totals.Penalty, framework.Total?.MostPenalty, new("คะแนนหัก", "penalty"));
        if (totals.Bonus == 0 && totals.Penalty == 0) return new(steps.ToImmutable());
        var (sum, plus, minus, total) = (Show(totals.Base.Value), Show(totals.Bonus), Show(totals.Penalty), Show(totals.Total!.Value));
        var (thai, english) = ($"{sum.Thai} + {plus.Thai} − {minus.Thai} = {total.Thai}", $"{sum.English} + {plus.English} − {minus.English} = {total.English}");
        if (totals.Total != totals.Base + totals.Bonus - totals.Penalty)
            (thai, english) = totals.Total == 0 ? ($"{thai} (ไม่ต่ำกว่า ๐)", $"{english} (never below 0)") : ($"{thai} (ไม่เกินคะแนนเต็ม)", $"{english} (the full score at most)");
        steps.Add(new($"คะแนนรวม {thai}", $"total: {english}"));
        return new(steps.ToImmutable());
    }

    private static BilingualText Of(GroupScore group)
    {
        if (group.Points is not { } points) return new($"ด้าน{group.Name.Thai}: ยังไม่มีคะแนน", $"{group.Name.English}: no score yet");
        var (given, full, weight) = (Show(points), ThaiNumerals.Exact(group.FullScore), ThaiNumerals.Exact(group.Weight));
        return group.Weight == 0
            ? new($"ด้าน{group.Name.Thai}: {given.Thai} จาก {full.Thai}", $"{group.Name.English}: {given.English} of {full.English}")
            : new($"ด้าน{group.Name.Thai}: {given.Thai} จาก {full.Thai} น้ำหนัก {weight.Thai}", $"{group.Name.English}: {given.English} of {full.English}, weight {weight.English}");
    }

    private static BilingualText Total(Framework framework, TotalParts totals, IReadOnlyCollection<Score> scores)
    {
        var counting = scores.Where(s => framework[s.Indicator].Role is null).ToList();
        var (scored, all) = (ThaiNumerals.Number(counting.Count(s => s.Points is not null)), ThaiNumerals.Number(counting.Count));
        if (totals.Base is not { } sum) return new($"ยังไม่มีคะแนนรวม: ให้คะแนนแล้ว ๐ จาก {all.Thai} ตัวชี้วัด", $"no total yet: 0 of {Counted.Of(all):indicator is|indicators are} scored");
        var (shown, full) = (Show(sum), ThaiNumerals.Exact(totals.Full));
        var how = framework.Total?.Kind == TotalKind.Points
            ? new BilingualText("ผลรวมของ น้ำหนัก × คะแนน ÷ คะแนนเต็ม", "sum of weight × score ÷ full score")
            : new("ค่าเฉลี่ยถ่วงน้ำหนัก", "weighted mean");
        return new($"{how.Thai} = {shown.Thai} จาก {full.Thai} (ให้คะแนนแล้ว {scored.Thai} จาก {all.Thai} ตัวชี้วัด)",
            $"{how.English} = {shown.English} of {full.English} ({scored.English} of {Counted.Of(all):indicator is|indicators are} scored)");
    }

    private static void Extra(
        ImmutableArray<BilingualText>.Builder steps, Framework framework, IReadOnlyCollection<Score> scores, IndicatorRole role, decimal counted, decimal? most,
        BilingualText name)
    {
        var given = scores.Where(s => s.Points is not null && framework[s.Indicator].Role == role).ToList();
        if (given.Count == 0) return;
        var each = Naming.OfIndicators([.. given.Select(s =>
        {
            var (number, points) = (s.Indicator.Bilingual, Show(s.Weight * s.Points!.Value / framework[s.Indicator].FullScore));
            return new BilingualText($"ตัวชี้วัดที่ {number.Thai} {points.Thai}", $"indicator {number.English} {points.English}");
        })]);
        var (sum, cap) = (Show(counted), ThaiNumerals.Exact(most ?? 0));
        steps.Add(most == counted
            ? new($"{name.Thai}: {each.Thai} นับ {sum.Thai} (ไม่เกิน {cap.Thai})", $"{name.English}: {each.English}; counts {sum.English} (at most {cap.English})")
            : new($"{name.Thai}: {each.Thai} รวม {sum.Thai}", $"{name.English}: {each.English}; together {sum.English}"));
    }

    private static BilingualText Show(decimal number) => ThaiNumerals.Number(number, 2);
}
