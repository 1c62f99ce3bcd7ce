using Kalasin.Functions.Tests.Season;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>What a unit sees of the results before they are final, on its own page.</summary>
public sealed class ProvisionalResultsTests : IAsyncLifetime
{
    private const string Unit = "/app/rounds/46-dla-2567/units/4602";
    private const string Scores = "/app/rounds/46-dla-2567/scores";

    private SigningRound _round = null!;
    private Visitor _officer = null!;

    public async ValueTask InitializeAsync()
    {
        _round = await SigningRound.StartAsync();
        _officer = await _round.EnterAsync("unit", "4602");
    }

    public ValueTask DisposeAsync()
    {
        _officer.Dispose();
        return _round.DisposeAsync();
    }

    [Fact]
    public async Task Results_StandOnTheUnitsPage_OnceTheyAreShown_WithItsOwnRowsThatDontCount()
    {
        Assert.Null((await _officer.PageAsync(Unit)).QuerySelector("#provisional"));
        await SigningRound.TakeAsync(Scores, _round.Coordinator, "showResults", ("until", "2024-05-27"));
        var shown = (await _officer.PageAsync(Unit)).QuerySelector("#provisional")!;
        Assert.Contains("ภายในวันที่ ๒๗ พฤษภาคม ๒๕๖๗", Visitor.TextOf(shown), StringComparison.Ordinal);
        Assert.Equal(["๓", "๔", "๘", "๙"], shown.QuerySelectorAll("article .number").Select(n => n.TextContent));
        var scores = await _round.Coordinator.PageAsync(Scores);
        foreach (var (article, indicator) in shown.QuerySelectorAll("article").Zip((int[])[3, 4, 8, 9]))
            Assert.Equal(Visitor.TextOf(scores.QuerySelector($"#i{indicator} .value strong")!), Visitor.TextOf(article.QuerySelector("strong")!));
        Assert.Contains("เกณฑ์สมมติ", Visitor.TextOf(shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RowLeftOut_IsShownToItsOwnUnitAlone_WithTheReason()
    {
        await SigningRound.TakeAsync($"{Unit}/returns/3", _round.Coordinator, "excludeRow", ("reason", "จัดนอกปีงบประมาณ"));
        await SigningRound.TakeAsync(Scores, _round.Coordinator, "showResults", ("until", "2024-05-27"));
        Assert.Contains("จัดนอกปีงบประมาณ", (await _officer.PageAsync(Unit)).QuerySelector("#provisional ul")!.TextContent, StringComparison.Ordinal);
        using var other = await _round.EnterAsync("unit", "4603");
        var shown = (await other.PageAsync("/app/rounds/46-dla-2567/units/4603")).QuerySelector("#provisional")!;
        Assert.DoesNotContain("จัดนอกปีงบประมาณ", shown.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterTheLastDay_NoObjectionIsOffered()
    {
        await SigningRound.TakeAsync(Scores, _round.Coordinator, "showResults", ("until", "2024-05-27"));
        Assert.Contains("raiseObjection", SigningRound.KindsOf(await _officer.PageAsync(Unit)));
        _round.Wait(TimeSpan.FromDays(8));
        Assert.DoesNotContain("raiseObjection", SigningRound.KindsOf(await _officer.PageAsync(Unit)));
    }
}
