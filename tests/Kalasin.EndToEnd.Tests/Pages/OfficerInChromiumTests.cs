using Kalasin.Functions.Tests.Rounds;
using Microsoft.Playwright;

namespace Kalasin.EndToEnd.Tests.Pages;

/// <summary>An officer's week on the unit's page: looks at what is owed, checks a form, sends it, keeps the receipt; with a phone and without script too.</summary>
public sealed class OfficerInChromiumTests(SampleInBrowser sample)
{
    private const string Unit = "/app/rounds/46-dla-2567/units/4605";

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task Form_IsCheckedThenSent_AndTheReceiptIsThere(int width, bool script)
    {
        var page = await sample.OpenAsync(width, script);
        await page.GotoAsync(Unit);
        var deliveries = await page.Locator("details.delivery").CountAsync();
        await ChooseAsync(page);
        await page.Locator("button[name=check]").ClickAsync();
        await Assertions.Expect(page.Locator("#result h2")).ToContainTextAsync("ยังไม่ได้ส่ง");
        await Assertions.Expect(page.Locator("#result .understood li")).ToHaveCountAsync(4);
        if (script) await EveryPageInChromiumTests.LookAsync(page, width, $"unit-checked-{width}");
        else await ChooseAsync(page);
        Assert.Equal(deliveries, await page.Locator("details.delivery").CountAsync());

        await page.Locator("form[data-upload] button.strong").ClickAsync();
        await Assertions.Expect(page.Locator("#result h2")).ToContainTextAsync("ใบตอบรับข้อมูล เลขที่");
        await Assertions.Expect(page.Locator("details.delivery")).ToHaveCountAsync(deliveries + 1);
        if (script) await EveryPageInChromiumTests.LookAsync(page, width, $"unit-sent-{width}");
        await page.Context.CloseAsync();
    }

    /// <summary>Nothing but the keyboard: past the frame by the skip link, to the file, to the button.</summary>
    [Fact]
    public async Task Keyboard_ReachesAllThatSends()
    {
        var page = await sample.OpenAsync(1280);
        await page.GotoAsync(Unit);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        var reached = new List<string>();
        for (var i = 0; i < 40 && !reached.Contains("check"); i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("() => document.activeElement.name || document.activeElement.type || document.activeElement.tagName"));
        }
        Assert.Contains("files", reached);
        Assert.Contains("submit", reached);
        Assert.Contains("check", reached);
        await page.Context.CloseAsync();
    }

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

        await Assertions.Expect(watching.Locator("details.delivery")).ToHaveCountAsync(deliveries + 1, new() { Timeout = 60_000 });
        Assert.True(await watching.EvaluateAsync<bool>("() => window.here"));
        await watching.Context.CloseAsync();
        await sending.Context.CloseAsync();
    }

    private static async Task ChooseAsync(IPage page, string unit = "4605")
    {
        var (name, bytes) = SampleFiles.WorkbookOf(unit);
        await page.Locator("form[data-upload] input[type=file]").First.SetInputFilesAsync(
            new FilePayload { Name = name, MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = bytes });
    }
}
