using System.Collections.Immutable;
using Kalasin.Evaluation;

namespace Kalasin.Benchmarks;

/// <summary>
/// Scoring and ranking the whole nation, with every explanation, beside SQL over the same rows; the values and the ranks of both are compared first. Limit: 100 ms
/// of one core.
/// </summary>
internal static class ScoreNation
{
    public static void Measure(FigureTable table)
    {
        var (nation, more) = (Nation.Make(), Nation.Make(times: 4));
        var (rows, moreRows) = (nation.Sum(p => p.Rows), more.Sum(p => p.Rows));
        using var sql = new NationInSql(nation);
        Compare(Rank(nation), sql.Rank());
        var timings = Timing.InTurn(15, [() => Rank(nation), () => Rank(more), sql.Rank, () => Cards(nation)]);
        table.Limit($"nation: 76 provinces, {rows} rows, scored and ranked", timings[0], 100);
        table.Rival("  the same values and ranks, no explanations", timings[0], "SQLite in memory", timings[2]);
        table.Plain("  SQLite in memory", timings[2]);
        table.Plain($"  {moreRows} rows", timings[1], FormattableString.Invariant($"{timings[1].Median / timings[0].Median:0.00} × for {(double)moreRows / rows:0.00} × the rows"));
        table.Plain("  scored only", timings[3]);
    }

    /// <summary>A round with as many rows on one count as a file may hold, all current returns in memory at once, as a step of the clock scores it.</summary>
    public static void MeasureLarge(FigureTable table)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
        var round = Nation.Of(rules, 0, 990).Returns.Where(r => r.Indicator.Value == "3").ToImmutableArray();
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        var timing = Timing.InTurn(5, [() => Scorer.Score(rules, round, rules.Plan.JudgedOn)])[0];
        var card = Scorer.Score(rules, round, rules.Plan.JudgedOn);
        var scored = GC.GetTotalMemory(forceFullCollection: true) - before - held;
        table.Plain($"round of {round.Sum(r => r.Rows.Length)} rows on one count: scored", timing, FormattableString.Invariant($"{held / 1e6:0} + {scored / 1e6:0} MB held"));
        GC.KeepAlive(card);
    }

    private static List<Scorecard> Cards(ImmutableArray<NationProvince> nation)
    {
        var cards = new List<Scorecard>(nation.Length);
        foreach (var province in nation) cards.AddRange(Scorer.Score(province.Rules, province.Returns, province.Rules.Plan.JudgedOn));
        return cards;
    }

    private static Ranking Rank(ImmutableArray<NationProvince> nation) => Ranking.Of(nation[0].Rules.Framework, Cards(nation));

    private static void Compare(Ranking ours, List<SqlPlace> theirs)
    {
        if (ours.Rows.Length != theirs.Count) throw new InvalidOperationException($"{ours.Rows.Length} provinces here, {theirs.Count} by SQL.");
        var places = ours.Rows.Select(r => r.Scorecard).OrderByDescending(c => decimal.Round(NationInSql.Indicators.Sum(i => c[i].Points ?? 0), 9)).ToList();
        foreach (var place in theirs)
        {
            var card = ours.Rows.Single(r => r.Scorecard.Entrant == place.Province).Scorecard;
            for (var i = 0; i < NationInSql.Indicators.Length; i++)
                if (Math.Abs((double)card[NationInSql.Indicators[i]].Measurement.Value!.Value - place.Values[i]) > 1e-9)
                    throw new InvalidOperationException($"{place.Province}, indicator {NationInSql.Indicators[i]}: {card[NationInSql.Indicators[i]].Measurement.Value} here, {place.Values[i]} by SQL.");
            var total = decimal.Round(NationInSql.Indicators.Sum(i => card[i].Points ?? 0), 9);
            var rank = 1 + places.Count(c => decimal.Round(NationInSql.Indicators.Sum(i => c[i].Points ?? 0), 9) > total);
            if (rank != place.Rank) throw new InvalidOperationException($"{place.Province}: place {rank} here, {place.Rank} by SQL.");
        }
    }
}
