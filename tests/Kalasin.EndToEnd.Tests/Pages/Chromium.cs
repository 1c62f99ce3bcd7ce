namespace Kalasin.EndToEnd.Tests.Pages;

/// <summary>Chromium without a window, with a profile of its own, that asks nobody but the page it is given.</summary>
internal static class Chromium
{
    /// <summary>The page as it stands in the browser after its script has run.</summary>
    public static Task<string> DomAsync(TemporaryFolder folder, Uri address) => RunAsync(folder, "--dump-dom", address.AbsoluteUri);

    /// <summary>A picture of the page.</summary>
    public static async Task<byte[]> PictureAsync(TemporaryFolder folder, Uri address, int width, int height)
    {
        var file = folder.File("page.png");
        await RunAsync(folder, "--hide-scrollbars", $"--window-size={width},{height}", $"--screenshot={file}", address.AbsoluteUri);
        return await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
    }

    private static Task<string> RunAsync(TemporaryFolder folder, params ReadOnlySpan<string> arguments) => ExternalTool.Require("chromium").RunAsync(
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        $"--user-data-dir={folder.File($"profile-{Guid.NewGuid():N}")}", .. arguments,
    ]);
}
