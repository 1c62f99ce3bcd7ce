using Kalasin.Evaluation.Rankings;

namespace Kalasin.Evaluation.Tests.Rankings;

/// <summary>Nothing older takes the place of what is here, and nothing that hides how old it is.</summary>
public sealed class SuccessionTests
{
    private static readonly RankingEntry Typed = Field.Entry(Field.Dla, "46", 90);
    private static readonly RankingEntry Bare = Typed with { Round = RoundId.Parse("46-dla-2567") };

    [Theory]
    [InlineData(119, "a", "KAL8020")]
    [InlineData(120, "b", "KAL8021")]
    [InlineData(120, "a", null)]
    [InlineData(121, "b", null)]
    [InlineData(null, null, "KAL8025")]
    [InlineData(500, null, "KAL8025")]
    [InlineData(null, "b", "KAL8025")]
    public void AfterAMarkedCard_OnlyAsOldOrNewerWithItsMark(int? entries, string? head, string? code)
    {
        var finding = Of(Marked(120, "a"), Marked(entries, head));
        Assert.Equal(code, finding?.Code);
        if (code is not null) Assert.Equal(Severity.Error, finding!.Severity);
    }

    [Fact]
    public void TypedAndUnmarked_FollowEachOtherWithAWord()
    {
        Assert.Equal((null, null, null), (Of(null, Bare), Of(Typed, Typed), Of(Bare, Marked(1, "a"))));
        Assert.Equal(("KAL8022", Severity.Warning), (Of(Marked(120, "a"), Typed)!.Code, Of(Marked(120, "a"), Typed)!.Severity));
        Assert.Equal(("KAL8023", Severity.Information), (Of(Typed, Bare)!.Code, Of(Typed, Bare)!.Severity));
    }

    private static RankingEntry Marked(int? entries, string? head) =>
        Bare with { LogEntries = entries, LogHead = head is null ? null : ContentHash.Of(System.Text.Encoding.ASCII.GetBytes(head)) };

    private static Finding? Of(RankingEntry? here, RankingEntry next) => Succession.Of(here, next, Place.InFile("x.json"));
}
