using Kalasin.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SampleInBrowser))]

namespace Kalasin.EndToEnd.Tests.Pages;

/// <summary>The program with its sample round and a real Chromium, each started once for all tests that look at pages.</summary>
public sealed class SampleInBrowser : IAsyncLifetime
{
    private readonly SemaphoreSlim start = new(1);

    private TemporaryFolder? folder;
    private ServedProgram? program;
    private IPlaywright? playwright;
    private IBrowser? browser;

    internal Uri Address => program!.Address;

    /// <summary>A phone of 360 pixels, or a desktop; with a page of its own, so that nothing is remembered.</summary>
    internal async Task<IPage> OpenAsync(int width, bool script = true)
    {
        await StartAsync();
        var context = await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 800 }, HasTouch = width < 600, IsMobile = width < 600, JavaScriptEnabled = script,
            Locale = "th-TH", TimezoneId = "Asia/Bangkok", BaseURL = Address.AbsoluteUri,
        });
        return await context.NewPageAsync();
    }

    /// <summary>A picture for whoever wants to look, in the folder that KALASIN_SCREENS names.</summary>
    internal static async Task KeepAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("KALASIN_SCREENS") is not { Length: > 0 } screens) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(Path.GetFullPath(screens), $"{name}.png"), FullPage = true });
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (program is not null) await program.DisposeAsync();
        folder?.Dispose();
        start.Dispose();
    }

    private async Task StartAsync()
    {
        await start.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (browser is not null) return;
            var chromium = ExternalTool.Require("chromium").Location;
            folder = new();
            program = await ServedProgram.StartAsync(folder);
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
        }
        finally
        {
            start.Release();
        }
    }
}
