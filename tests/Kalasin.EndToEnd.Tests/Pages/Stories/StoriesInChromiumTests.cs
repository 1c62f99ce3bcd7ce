namespace Kalasin.EndToEnd.Tests.Pages.Stories;

/// <summary>
/// A season of the letter in a real browser, from the opened round to the Department's word that the report came: the coordinator's season, officers' weeks
/// and the head's day. Each of them with and without script, on a phone and on a desktop; one officer has nothing but a keyboard. Two classes, so that both are played at once.
/// </summary>
public sealed class StoriesInChromiumTests(SampleInBrowser browser)
{
    [Fact]
    public Task Season_WithScript_IsPlayedByPages() => PlayAsync(browser, script: true);

    internal static async Task PlayAsync(SampleInBrowser browser, bool script)
    {
        Look phone = new(Look.Phone, script), desktop = new(Look.Desktop, script);
        // Who opens on a desktop closes on a phone, and the other way round where there is no script.
        var (before, after) = script ? (desktop, phone) : (phone, desktop);
        await using var stage = await Stage.StartAsync(browser);
        await CoordinatorsSeason.OpenAsync(stage, before);
        await OfficersWeek.PlayAsync(stage, ("4607", "ท้องถิ่นอำเภอยางตลาด"), phone);
        await OfficersWeek.PlayAsync(stage, ("4605", "ท้องถิ่นอำเภอกุฉินารายณ์"), desktop, byKeys: script);
        await CoordinatorsSeason.RunAsync(stage, before);
        await CoordinatorsSeason.CloseAsync(stage, after);
        await HeadsDay.ReturnAsync(stage, phone);
        await CoordinatorsSeason.PutForwardAgainAsync(stage, before);
        await HeadsDay.ApproveAsync(stage, desktop, byKeys: script);
        await CoordinatorsSeason.SendAsync(stage, after);
    }
}
