using System.Collections.Concurrent;
using Kalasin.EndToEnd.Tests.Pages;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SampleInBrowser))]

namespace Kalasin.EndToEnd.Tests.Pages;

/// <summary>The program with its sample round and a real Chromium, each started once for all tests that look at pages.</summary>
public sealed class SampleInBrowser : IAsyncLifetime
{
    /// <summary>Milliseconds after which a page is held for dead: a busy machine takes long over a picture of a long one.</summary>
    internal const int Patience = 180_000;

    private readonly SemaphoreSlim start = new(1);
    private readonly ConcurrentDictionary<int, IBrowserContext> passing = new();

    private TemporaryFolder? folder;
    private ServedProgram? program;
    private IPlaywright? playwright;
    private IBrowser? browser;

    internal Uri Address => program!.Address;

    /// <summary>A phone of 360 pixels, or a desktop; with a page of its own, so that nothing is remembered.</summary>
    /// <param name="width">Of its screen.</param>
    /// <param name="script">Script runs.</param>
    /// <param name="address">Of another program than the sample's.</param>
    internal async Task<IPage> OpenAsync(int width, bool script = true, Uri? address = null)
    {
        await StartAsync(address is null);
        var context = await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 800 }, HasTouch = width < 600, IsMobile = width < 600, JavaScriptEnabled = script,
            Locale = "th-TH", TimezoneId = "Asia/Bangkok", BaseURL = (address ?? Address).AbsoluteUri,
        });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>A page of somebody who passes by, looks at the sample and does nothing: all of a width share what their browser has fetched once.</summary>
    internal async Task<IPage> PassAsync(int width)
    {
        if (!passing.TryGetValue(width, out var context)) context = passing.GetOrAdd(width, (await OpenAsync(width)).Context);
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

    private async Task StartAsync(bool sample)
    {
        await start.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            var chromium = ExternalTool.Require("chromium").Location;
            if (sample && program is null)
            {
                folder = new();
                await PlayedSample.Shared!.CopyAsync(folder.File("data"));
                program = await ServedProgram.StartAsync(folder);
            }
            playwright ??= await Playwright.CreateAsync();
            browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
        }
        finally
        {
            start.Release();
        }
    }
}
