using Kalasin.EndToEnd.Tests.Infra;

namespace Kalasin.EndToEnd.Tests.Journey;

/// <summary>The round leaves as one file and is whole in a second installation; both logs are verified.</summary>
internal static class Moving
{
    public static async Task PlayAsync(Season season, PublishedProgram published)
    {
        var (file, other, data) = (season.Folder.File("round.zip"), season.Folder.File("other"), season.Folder.File("data"));
        await File.WriteAllBytesAsync(file, await season.Coordinator.DownloadAsync($"{Season.Api}/export"), TestContext.Current.CancellationToken);
        Assert.Contains(Season.Round, await published.RunAsync("import", file, "--data", other), StringComparison.Ordinal);
        var (here, there) = (await published.RunAsync("verify-log", "--data", data), await published.RunAsync("verify-log", "--data", other));
        Assert.Equal(HeadOf(here), HeadOf(there));
        Assert.Contains($"= เหตุการณ์ที่", await published.RunAsync("verify-log", "--data", other, "--head", HeadOf(here)[..16]), StringComparison.Ordinal);
        Assert.Equal(await published.RunAsync("status", Season.Round, "--data", data), await published.RunAsync("status", Season.Round, "--data", other));
    }

    private static string HeadOf(string verified) => verified.Split("head ")[1][..64];
}
