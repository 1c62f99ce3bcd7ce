using Kalasin.Functions.Tests.Rounds;
using Microsoft.Playwright;

namespace Kalasin.EndToEnd.Tests.Pages;

/// <summary>The unit's page while others work; an officer's own week is one of the stories.</summary>
public sealed class OfficerInChromiumTests(SampleInBrowser sample)
{
    /// <summary>Somebody else sends while the page is open: it follows without a reload.</summary>
    [Fact]
    public async Task OpenPage_FollowsWhatArrives()
    {
        var watching = await sample.OpenAsync(1280);
        await watching.GotoAsync("/app/rounds/46-dla-2567/units/4607");
        var deliveries = await watching.Locator("details.delivery").CountAsync();
        await watching.EvaluateAsync("() => window.here = true");

        var sending = await sample.OpenAsync(1280);
        await sending.GotoAsync("/app/rounds/46-dla-2567/units/4607");
        await ChooseAsync(sending, "4607");
        await sending.Locator("form[data-upload] button.strong").ClickAsync();
        await Assertions.Expect(sending.Locator("#result")).ToBeVisibleAsync();

        await Assertions.Expect(watching.Locator("details.delivery")).ToHaveCountAsync(deliveries + 1, new() { Timeout = SampleInBrowser.Patience });
        Assert.True(await watching.EvaluateAsync<bool>("() => window.here"));
        await watching.Context.CloseAsync();
        await sending.Context.CloseAsync();
    }

    private static async Task ChooseAsync(IPage page, string unit)
    {
        var (name, bytes) = SampleFiles.WorkbookOf(unit);
        await page.Locator("form[data-upload] input[type=file]").First.SetInputFilesAsync(
            new FilePayload { Name = name, MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = bytes });
    }
}
