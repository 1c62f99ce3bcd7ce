using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Scoring.Totals;

namespace Kalasin.Evaluation.Rankings;

/// <summary>Why entrants of equal totals stand in their order, or share a rank.</summary>
internal static class TieReasons
{
    /// <summary>Reasons by entrant, for those alone whose total somebody else has too.</summary>
    public static ImmutableDictionary<string, BilingualText> Of(Framework framework, Ranking ranking)
    {
        var reasons = ImmutableDictionary.CreateBuilder<string, BilingualText>(StringComparer.Ordinal);
        var ranked = ranking.Rows.Where(r => r.Standing == EntrantStanding.Ranked).ToList();
        foreach (var tied in ranked.GroupBy(r => r.Scorecard.Total!.Value).Select(g => g.ToList()).Where(g => g.Count > 1))
        {
            var sharing = tied.GroupBy(t => t.Rank!.Value).ToDictionary(g => g.Key, g => g.ToList());
            for (var i = 0; i < tied.Count; i++)
            {
                var parts = new List<BilingualText>();
                if (i > 0 && tied[i - 1].Rank != tied[i].Rank) parts.Add(Between(framework, tied[i - 1], tied[i], isAbove: false));
                if (i + 1 < tied.Count && tied[i + 1].Rank != tied[i].Rank) parts.Add(Between(framework, tied[i], tied[i + 1], isAbove: true));
                if (tied[i].IsShared)
                {
                    var (own, same) = (tied[i], sharing[tied[i].Rank!.Value]);
                    var others = Naming.OfEntrants(same.Where(t => !ReferenceEquals(t, own)).Select(t => t.Scorecard.EntrantName), same.Count - 1);
                    parts.Add(new($"ลำดับร่วมกับ{others.Thai} (คะแนนรวมและเกณฑ์ตัดสินเท่ากันทุกข้อ)", $"shares its rank with {others.English}: total and every tie-break are equal"));
                }
                reasons[tied[i].Scorecard.Entrant] = BilingualText.Join("; ", parts);
            }
        }
        return reasons.ToImmutable();
    }

    /// <summary>The first tie-break that tells two neighbours apart, with both numbers.</summary>
    private static BilingualText Between(Framework framework, RankedEntrant upper, RankedEntrant lower, bool isAbove)
    {
        var other = (isAbove ? lower : upper).Scorecard.EntrantName;
        foreach (var tie in framework.Ranking?.TieBreaks ?? [])
        {
            var (best, next) = (ResultParts.Of(tie.By, upper.Scorecard), ResultParts.Of(tie.By, lower.Scorecard));
            if (best == next) continue;
            var (own, its) = isAbove ? (best, next) : (next, best);
            var (name, mine, theirs) = (ResultParts.NameOf(tie.By, framework), Shown(tie.By, own), Shown(tie.By, its));
            var how = isAbove ? new BilingualText("ก่อน", "before") : new("หลัง", "after");
            return new(
                $"คะแนนรวมเท่ากับ{other.Thai} อยู่{how.Thai}เพราะ{name.Thai}: {mine.Thai} เทียบกับ {theirs.Thai}",
                $"total equal to {other.English}; {how.English} it by {name.English}: {mine.English} against {theirs.English}");
        }
        return new($"คะแนนรวมเท่ากับ{other.Thai}", $"total equal to {other.English}");
    }

    private static BilingualText Shown(ResultPart part, decimal? number) => number switch
    {
        null => new("ไม่มีค่า", "none"),
        { } day when part is CompletionDay => ThaiDate.BilingualShort(DateOnly.FromDayNumber((int)day)),
        { } known => ThaiNumerals.Exact(decimal.Round(known, 6, MidpointRounding.ToZero)),
    };
}
