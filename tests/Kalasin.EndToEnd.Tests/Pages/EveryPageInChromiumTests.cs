using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Kalasin.EndToEnd.Tests.Pages;

/// <summary>Every page on a phone and on a desktop: nothing wider than the screen, nothing too small for a finger, nothing that axe objects to.</summary>
public sealed class EveryPageInChromiumTests(SampleInBrowser sample)
{
    private const string Round = "/app/rounds/46-dla-2567";
    private const int Phone = 360, Desktop = 1280;

    private static readonly string[] Addresses =
    [
        "/app/?all=true", Round, $"{Round}?asOf=2024-05-10", $"{Round}/units/4601", $"{Round}/units/4608", $"{Round}/units/4608/returns/3", $"{Round}/scores",
        $"{Round}/season", $"{Round}/head", $"{Round}/log", $"{Round}/links", $"{Round}/mails", $"{Round}/signing", $"{Round}/contacts", $"{Round}/rules", $"{Round}/annex", $"{Round}/plan",
        $"{Round}/what-if", "/app/rankings", "/app/rankings/dla-2567", "/app/frameworks", "/app/opening?framework=dla-2567&province=46&year=2570", "/app/installation", $"{Round}/rules?asOf=2024-05-10", "/app/nowhere",
    ];

    /// <summary>Controls that are too low for a finger; a link inside a sentence may be (WCAG 2.5.8).</summary>
    private const string TooSmall = """
        () => [...document.querySelectorAll('a, button, summary, select, textarea, input:not([type=hidden])')].filter(e => {
          const box = e.getBoundingClientRect();
          if (!box.width || !box.height || e.classList.contains('skip')) return false;
          if (getComputedStyle(e).display === 'inline' && e.parentElement.textContent.trim() !== e.textContent.trim()) return false;
          return box.height < 43.5;
        }).map(e => `${e.tagName} ${e.textContent.trim().slice(0, 30)} ${Math.round(e.getBoundingClientRect().height)}`)
        """;

    /// <summary>Every rule, and the nodes of none but those that are broken.</summary>
    private static readonly AxeRunOptions Violations = new() { ResultTypes = new HashSet<ResultType> { ResultType.Violations } };

    public static TheoryData<string> All => [.. Addresses];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Page_FitsItsScreen_AndAxeFindsNothing(string address)
    {
        var name = address.Trim('/').Replace('/', '-').Replace('?', '-');
        await Task.WhenAll(LookThroughAsync(Phone), LookThroughAsync(Desktop));

        async Task LookThroughAsync(int width)
        {
            var page = await sample.PassAsync(width);
            await page.GotoAsync(address);
            // As it comes, on the narrower screen; a desktop hides nothing more when it is folded.
            if (width == Phone) await FitsAsync(page, width, $"{name}-{width}");
            await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            await LookAsync(page, width, $"{name}-{width}-open");
            await page.CloseAsync();
        }
    }

    [Fact]
    public async Task Grid_OnPaper_FitsAnA4()
    {
        var page = await sample.OpenAsync(1040);
        await page.GotoAsync(Round);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 1040);
        Assert.False(await page.Locator("nav").First.IsVisibleAsync());
        Assert.True(await page.Locator(".grid tfoot").IsVisibleAsync());
        await SampleInBrowser.KeepAsync(page, "print-round");
        await page.GotoAsync($"{Round}/scores");
        await SampleInBrowser.KeepAsync(page, "print-scores");
        await page.Context.CloseAsync();
    }

    /// <summary>Fits, and axe finds nothing. Whatever unfolds is there for it in any case: what is hidden it leaves out.</summary>
    internal static async Task LookAsync(IPage page, int width, string name)
    {
        await FitsAsync(page, width, name);
        // In the page itself: it has no frames, for whose sake the other way opens a second page each time.
#pragma warning disable CS0618
        var found = await page.Locator(":root").RunAxeLegacy(Violations);
#pragma warning restore CS0618
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(v => $"{name} {v.Id}: {string.Join(" ", v.Nodes.Select(n => n.Html))}")));
    }

    private static async Task FitsAsync(IPage page, int width, string name)
    {
        await SampleInBrowser.KeepAsync(page, name);
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, $"{name} is wider than its screen.");
        if (width == Phone) Assert.Empty(await page.EvaluateAsync<string[]>(TooSmall));
    }
}
