using Microsoft.Playwright;

namespace Kalasin.Benchmarks;

/// <summary>
/// What a phone's browser needs from asking for a page of the sample until it has drawn something of it: at a first visit, with nothing fetched before, and
/// afterwards; beside a page of one word that comes from nowhere. In a real Chromium, from the machine's PATH, over the loopback.
/// </summary>
internal static class PaintPages
{
    private const int Visits = 7;
    private const string Nothing = "data:text/html,<!doctype html><title>-</title><p>kalasin";

    /// <summary>Milliseconds; asked for once the browser has drawn the frame.</summary>
    private const string FirstPaint = """
        () => new Promise(done => {
          const told = () => performance.getEntriesByName('first-contentful-paint')[0];
          const ask = () => told() ? done(told().startTime) : requestAnimationFrame(ask);
          ask();
        })
        """;

    public static async Task MeasureAsync(FigureTable table, Uri address, IReadOnlyList<(string Name, string Address)> pages)
    {
        if (Chromium() is not { } chromium) return;
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
        var bare = (await VisitAsync(browser, address, Nothing)).First;
        foreach (var (name, page) in pages)
        {
            var (first, after) = await VisitAsync(browser, address, page);
            table.Rival($"{name}, first paint at the first visit", first, "a page of one word", bare);
            table.Rival("  afterwards", after, "a page of one word", bare);
        }
    }

    private static async Task<(Timing First, Timing After)> VisitAsync(IBrowser browser, Uri address, string page)
    {
        var (first, after) = (new List<double>(), new List<double>());
        for (var visit = 0; visit < Visits; visit++)
        {
            // Each remembers nothing of the one before.
            var context = await browser.NewContextAsync(new() { BaseURL = address.AbsoluteUri, ViewportSize = new() { Width = 360, Height = 800 }, IsMobile = true, HasTouch = true });
            var tab = await context.NewPageAsync();
            foreach (var times in (List<double>[])[first, after])
            {
                await tab.GotoAsync(page);
                times.Add(await tab.EvaluateAsync<double>(FirstPaint));
            }
            await context.CloseAsync();
        }
        return (Timing.Of(first), Timing.Of(after));
    }

    private static string? Chromium() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);
}
