using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Rounds;

/// <summary>What was sent to a ranking: the last of each entrant counts, all of it stays.</summary>
public sealed class RankingHistoryTests
{
    private static readonly DateTimeOffset Now = new(2024, 6, 3, 10, 0, 0, TimeSpan.FromHours(7));
    private static readonly Actor Dla = new(ActorRole.Dla, "account");

    [Fact]
    public void LastOfEachEntrant_CountsAndTheOthersStay()
    {
        var history = Sent(Sent(Sent(RankingHistory.Empty, "one", "40"), "sheet", "40", "41", "46"), "two", "40");
        Assert.Equal(3, history.Sequence);
        Assert.Equal([("40", 3L), ("41", 2L), ("46", 2L)], history.Current.Select(c => (c.Key, c.Value.Number)));
        Assert.Equal(3, history.Sent.Count(s => s.Entrants.Contains("40")));
        Assert.NotEqual(ContentHash.Zero, history.Head);
    }

    [Fact]
    public void WhoIsTakenOut_IsInTheLogAndCanBeSentAgain()
    {
        var history = Sent(RankingHistory.Empty, "one", "40");
        var out1 = Applied(history, Assert.IsType<Accept>(history.Decide(new ScorecardWithdrawn("40", RoundScript.Hash("why")), Guid.NewGuid(), Now, Dla)));
        Assert.Empty(out1.Current);
        Assert.Equal([null, RoundScript.Hash("why")], out1.Sent.Select(s => s.Reason));
        Assert.IsType<Already>(out1.Decide(new ScorecardWithdrawn("40", RoundScript.Hash("why")), Guid.NewGuid(), Now, Dla));
        Assert.Single(Sent(out1, "one", "40").Current);
    }

    [Fact]
    public void SameFileAgain_ChangesNothing()
    {
        var history = Sent(RankingHistory.Empty, "one", "40", "41");
        Assert.IsType<Already>(history.Decide(new ScorecardsEntered(RoundScript.Hash("one"), ["40", "41"]), Guid.NewGuid(), Now, Dla));
        // Not where something of it was replaced meanwhile.
        Assert.IsType<Accept>(Sent(history, "two", "41").Decide(new ScorecardsEntered(RoundScript.Hash("one"), ["40", "41"]), Guid.NewGuid(), Now, Dla));
    }

    [Fact]
    public void SameFileUnderOtherRules_IsTakenInAnew()
    {
        var next = new ScorecardsEntered(RoundScript.Hash("sheet"), ["40"]) { Rules = RoundScript.Hash("revision 1") };
        var history = Applied(RankingHistory.Empty, Assert.IsType<Accept>(RankingHistory.Empty.Decide(next, Guid.NewGuid(), Now, Dla)));
        Assert.Equal(RoundScript.Hash("revision 1"), history.Current["40"].Rules);
        Assert.IsType<Already>(history.Decide(next, Guid.NewGuid(), Now, Dla));
        Assert.IsType<Accept>(history.Decide(next with { Rules = RoundScript.Hash("revision 2") }, Guid.NewGuid(), Now, Dla));
    }

    [Fact]
    public void OnlyTheGiverAndWhoRunsTheInstallation_Decide()
    {
        foreach (var role in Enum.GetValues<ActorRole>())
            Assert.Equal(
                role is ActorRole.Coordinator or ActorRole.Dla,
                RankingHistory.Empty.Decide(new ScorecardsEntered(RoundScript.Hash("one"), ["40"]), Guid.NewGuid(), Now, new(role, "x")) is Accept);
    }

    [Fact]
    public void OtherEvents_AreNoneOfThisLog() =>
        Assert.Throws<InvalidDataException>(() => RankingHistory.Empty.Apply(new RoundEntry(Now, Dla, Guid.NewGuid(), new ScorecardWithdrawn("40", RoundScript.Hash("why"))).ToBytes()));

    private static RankingHistory Sent(RankingHistory to, string file, params string[] entrants) =>
        Applied(to, Assert.IsType<Accept>(to.Decide(new ScorecardsEntered(RoundScript.Hash(file), [.. entrants]), Guid.NewGuid(), Now, Dla)));

    private static RankingHistory Applied(RankingHistory to, Accept accept) => to.Apply(Assert.Single(accept.Entries).ToBytes());
}
