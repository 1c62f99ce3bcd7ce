using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Tests.Rounds;

public sealed class RulesHistoryTests
{
    private static readonly DateTimeOffset Now = RoundScript.At("2024-05-10T09:00:00+07:00");

    [Fact]
    public void Revisions_FollowOneAnother_AndTheSameBytesAreKnown()
    {
        var history = RulesHistory.Empty;
        foreach (var revision in (int[])[1, 2, 3])
        {
            Assert.Equal("KAL5101", CodeOf(history, revision + 1, "other", null));
            var accept = Assert.IsType<Accept>(Decide(history, revision, $"{revision}", null));
            history = history.Apply(Assert.Single(accept.Entries).ToBytes());
            Assert.IsType<Already>(Decide(history, revision, $"{revision}", null));
            Assert.Equal("KAL5101", CodeOf(history, revision, "other", null));
        }
        Assert.Equal([1, 2, 3], history.Revisions.Select(r => r.Revision));
    }

    [Fact]
    public void Shipped_IsTheBaseBelow()
    {
        var shipped = (4, RoundScript.Hash("shipped"));
        Assert.IsType<Already>(Decide(RulesHistory.Empty, 4, "shipped", shipped));
        Assert.Equal("KAL5101", CodeOf(RulesHistory.Empty, 4, "own", shipped));
        var history = RulesHistory.Empty.Apply(Assert.IsType<Accept>(Decide(RulesHistory.Empty, 5, "own", shipped)).Entries[0].ToBytes());
        Assert.IsType<Accept>(Decide(history, 8, "next", (7, RoundScript.Hash("shipped later"))));
    }

    [Fact]
    public void Foreign_StopsTheFold()
    {
        var script = RoundScript.Opened();
        Assert.Throws<InvalidDataException>(() => RulesHistory.Empty.Apply(script.Log[0]));
        var published = new RoundEntry(Now, Actor.Local, Guid.NewGuid(), Revision(2, "a")).ToBytes();
        Assert.Throws<InvalidDataException>(() => RulesHistory.Empty.Apply(published).Apply(published));
        Assert.Throws<InvalidDataException>(() => Evolve.Apply(script.State, published));
    }

    private static string CodeOf(RulesHistory history, int revision, string bytes, (int, ContentHash)? shipped) =>
        Assert.Single(Assert.IsType<Refuse>(Decide(history, revision, bytes, shipped)).Findings).Code;

    private static Decision Decide(RulesHistory history, int revision, string bytes, (int, ContentHash)? shipped) =>
        history.Decide(Revision(revision, bytes), shipped, Guid.NewGuid(), Now, Actor.Local);

    private static RulesPublished Revision(int revision, string bytes) => new("dla-2567", revision, RoundScript.Hash(bytes), RoundScript.Hash("why"));
}
