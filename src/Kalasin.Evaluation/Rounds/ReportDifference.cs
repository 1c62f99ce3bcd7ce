using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>What a round has come to since a report was compiled: all that the report does not hold, or holds and should not. Pure.</summary>
/// <param name="Rules">The rules are others, in more than addresses and names.</param>
/// <param name="Newer">Returns that count now and that it does not hold.</param>
/// <param name="Gone">Returns that it holds and of which no version counts any more.</param>
/// <param name="Decisions">Numbers of the events that have changed results since, oldest first; those that were undone included.</param>
internal sealed record ReportDifference(bool Rules, ImmutableArray<ReturnHead> Newer, ImmutableArray<ReturnHead> Gone, ImmutableArray<long> Decisions)
{
    /// <summary>It would be the same if it were compiled now.</summary>
    public bool IsNone => !Rules && Newer.IsEmpty && Gone.IsEmpty && Decisions.IsEmpty;

    /// <summary>Between a report and a round as it is.</summary>
    public static ReportDifference Of(ReportCompiled report, RoundState state, AwardRules rules)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(state);
        var now = state.Heads;
        var known = state.RulingHistory.FindIndex(r => r.Fingerprint == report.Rulings) + 1;
        return new(
            !report.IsUnder(rules), [.. now.Except(report.Heads)], [.. report.Heads.Where(h => !now.Any(n => (n.Unit, n.Indicator) == (h.Unit, h.Indicator)))],
            [.. state.RulingHistory.Skip(known).Select(r => r.Number)]);
    }

    /// <summary>In a few words.</summary>
    public BilingualText Tell(Telling telling)
    {
        var parts = Newer.Select(h => telling.VersionOf(h.Unit, h.Indicator, h.Version)).Concat(Gone.Select(h => Without(telling.ReturnOf(h.Unit, h.Indicator)))).ToList();
        if (Rules) parts.Add(new("กติกาของรอบ", "the rules of the round"));
        if (!Decisions.IsEmpty)
        {
            var numbers = ThaiNumerals.Format(Decisions.Length);
            parts.Add(new($"ข้อวินิจฉัยหรือคำสั่ง {numbers} รายการ", $"{Counted.Of(Decisions.Length):decision|decisions}"));
        }
        return BilingualText.Join(", ", parts);
    }

    private static BilingualText Without(BilingualText what) => new($"{what.Thai} (ไม่มีแล้ว)", $"{what.English} (gone)");
}
