using CsCheck;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Scoring;

public sealed class RankingTests
{
    private static readonly RuleSource Source = new(SourceKind.Office, "ตัวอย่างของชุดทดสอบ");
    private static readonly FrameworkId Id = FrameworkId.Parse("dla-2567");
    private static readonly Gen<int[]> Totals = Gen.Int[0, 500].Array[1, 76];

    [Fact]
    public void Of_OrdersByTotalAndSharesRanks()
    {
        var ranking = Ranking.Of([Card("40", 3.5m), Card("46", 4.2m), Card("45", 4.2m), Card("47", null), Card("44", 4.1999m)]);
        Assert.Equal(["45", "46", "44", "40", "47"], ranking.Rows.Select(r => r.Scorecard.Entrant));
        Assert.Equal([1, 1, 3, 4, null], ranking.Rows.Select(r => r.Rank));
        Assert.Equal([true, true, false, false, false], ranking.Rows.Select(r => r.IsShared));
        Assert.False(ranking.IsProvisional);
    }

    [Fact]
    public void Of_OneProvisionalCard_MakesTheRankingProvisional() =>
        Assert.True(Ranking.Of([Card("40", 3.5m), Card("46", 4m) with { Provisional = true }]).IsProvisional);

    [Fact]
    public void Of_AssumedScores_AreSaid() =>
        Assert.True(Ranking.Of(Scorer.Score(KalasinRound.Rules, KalasinRound.Everything(), KalasinRound.EvaluationDate)).IsAssumed);

    [Fact]
    public void Of_CardsThatCannotBeCompared_Throws()
    {
        Assert.Throws<ArgumentException>(() => Ranking.Of([Card("40", 1), Card("46", 1) with { Revision = 2 }]));
        Assert.Throws<ArgumentException>(() => Ranking.Of([Card("40", 1), Card("40", 2)]));
    }

    /// <summary>Equal totals by group, then by fewer penalties, then by the earlier day; who still ties shares a rank.</summary>
    [Fact]
    public void TieBreaks_AreAskedInTheirOrderAndWhatTiesStillShares()
    {
        var rules = Ranked(new(Source)
        {
            TieBreaks =
            [
                new(new GroupResult("work"), Preference.Higher), new(new PenaltyResult(), Preference.Lower), new(new CompletionDay(), Preference.Lower),
            ],
        });
        Scorecard Tied(string entrant, decimal? work, decimal penalty = 0, int? day = null) => Card(entrant, 4) with
        {
            Groups = [new("work", "work", work, 5, 0)], Penalty = penalty, CompletedOn = day is { } d ? new(2024, 5, d) : null,
        };
        Scorecard[] cards =
        [
            Tied("40", 3, 1, 2), Tied("41", 3, 1, 2), Tied("42", 3, 0, 9), Tied("43", null), Tied("44", 5, 9), Tied("45", 3, 1), Tied("46", 3, 1, 1), Card("47", 4.0001m),
        ];
        var ranking = Ranking.Of(rules, cards);
        Assert.Equal(["47", "44", "42", "46", "40", "41", "45", "43"], ranking.Rows.Select(r => r.Scorecard.Entrant));
        Assert.Equal([1, 2, 3, 4, 5, 5, 7, 8], ranking.Rows.Select(r => r.Rank));
        Assert.Equal(["40", "41"], ranking.Rows.Where(r => r.IsShared).Select(r => r.Scorecard.Entrant));
    }

    [Fact]
    public void WhoIsBarredOrLeftOut_StaysInTheTableWithoutARank()
    {
        var barred = Card("41", 5) with { Requirements = [new("rule", false, "reason", Source)] };
        var undecided = Card("42", 3) with { Requirements = [new("rule", null, "reason", Source)] };
        var ranking = Ranking.Of(Ranked(null), [barred, Card("51", 4.5m), undecided, Card("43", 4), Card("44", null)]);
        Assert.Equal(["43", "42", "51", "41", "44"], ranking.Rows.Select(r => r.Scorecard.Entrant));
        Assert.Equal([1, 2, null, null, null], ranking.Rows.Select(r => r.Rank));
        Assert.Equal(
            [EntrantStanding.Ranked, EntrantStanding.Ranked, EntrantStanding.Apart, EntrantStanding.Barred, EntrantStanding.Unscored],
            ranking.Rows.Select(r => r.Standing));
    }

    [Fact]
    public void TScores_HaveMean50AndDeviation10() => Totals.Sample(totals =>
    {
        var rows = Ranking.Of(Ranked(new(Source) { TScores = true }), totals.Select((t, i) => Card($"p{i}", t / 100m))).Rows;
        var scores = rows.Select(r => r.TScore!.Value).ToList();
        Assert.Equal(50m, scores.Average(), 12);
        var variance = scores.Average(s => (s - 50) * (s - 50));
        if (totals.Distinct().Count() > 1) Assert.Equal(100m, variance, 12);
        else Assert.Equal(0m, variance);
        Assert.Equal(scores.OrderDescending(), scores);
    });

    [Fact]
    public void Ranking_DoesNotDependOnWhoIsReadFirst() => Gen.Select(Totals, Gen.Int).Sample((totals, seed) =>
    {
        var rules = Ranked(new(Source) { TScores = true, TieBreaks = [new(new PenaltyResult(), Preference.Lower)] });
        var cards = totals.Select((t, i) => Card($"{i + 10}", t / 50) with { Penalty = t % 3 }).ToArray();
        var ranking = Ranking.Of(rules, cards);
        var shuffled = cards.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(ranking.Rows.Select(Shown), Ranking.Of(rules, shuffled).Rows.Select(Shown));

        static (string, int?, bool, decimal?) Shown(RankedEntrant row) => (row.Scorecard.Entrant, row.Rank, row.IsShared, row.TScore);
    });

    [Fact]
    public void Final_IsEnteredByTheFirstRanksOrFromATotalOn()
    {
        var screening = Ranking.Of(Ranked(null), [Card("40", 5), Card("41", 4), Card("42", 4), Card("43", 3), Card("51", 5), Card("44", null)]);
        Assert.Equal(["40", "41", "42"], Entering(screening, new(Id, Source) { Top = 2 }));
        Assert.Equal(["40", "41", "42", "43"], Entering(screening, new(Id, Source) { Least = 3 }));
        Assert.Equal(["40", "41", "42"], Entering(screening, new(Id, Source) { Least = 3.0001m }));
        Assert.Throws<ArgumentException>(() => Entering(screening, new(FrameworkId.Parse("other-2567"), Source) { Top = 1 }));
        Assert.Throws<ArgumentException>(() => Ranking.Of(Ranked(null), [Card("40", 1) with { Revision = 9 }]));

        static IEnumerable<string> Entering(Ranking ranking, EntryRule entry) =>
            ranking.Entering(KalasinRound.Rules.Framework with { Entry = entry }).Select(r => r.Scorecard.Entrant);
    }

    private static Framework Ranked(RankingRule? rule) =>
        KalasinRound.Rules.Framework with { Ranking = rule, Revision = 1, Excluded = new(["51"], Source) };

    private static Scorecard Card(string entrant, decimal? total) =>
        new(entrant, entrant, FrameworkId.Parse("dla-2567"), 1, KalasinRound.EvaluationDate, [], total, false);
}
