using Kalasin.EndToEnd.Tests.Infra;

namespace Kalasin.EndToEnd.Tests.Journey;

/// <summary>
/// A whole season of the letter, from the opened round to the file of it elsewhere, by what its people see: pages, mailboxes, papers, the log. The program is
/// the published one and lives in April to June 2567; mails go through real servers.
/// </summary>
public sealed class SeasonJourneyTests(PublishedProgram published)
{
    [Fact]
    public async Task Season_IsRemindedAnsweredClosedCompiledSignedAndSent()
    {
        await using var season = await Season.StartAsync(published, new(2024, 4, 22), new(9, 0));
        await Opening.PlayAsync(season);
        await Reporting.PlayAsync(season);
        await Deciding.PlayAsync(season);
        await Closing.PlayAsync(season);
        await Approving.PlayAsync(season);
        await Dispatching.PlayAsync(season);
        await Moving.PlayAsync(season, published);
    }
}
