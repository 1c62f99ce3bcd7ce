namespace Kalasin.EndToEnd.Tests.Pages;

/// <summary>The pages cost the start of the program nothing: what renders them is loaded for the first page and not before.</summary>
public sealed class StartWithoutRazorTests
{
    private const string Razor = "Microsoft.AspNetCore.Components";

    [Fact]
    public async Task Program_LoadsTheRenderer_OnlyForTheFirstPage()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Only Linux tells which files a process has mapped.");
        using var folder = new TemporaryFolder();
        await using var program = await ServedProgram.StartAsync(folder);
        using var client = new HttpClient { BaseAddress = program.Address };

        using var health = await client.GetAsync(new Uri("/api/health", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(health.IsSuccessStatusCode);
        Assert.DoesNotContain(await program.MappedFilesAsync(), file => file.StartsWith(Razor, StringComparison.Ordinal));

        using var page = await client.GetAsync(new Uri("/app/rounds/46-dla-2567", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(page.IsSuccessStatusCode);
        Assert.Contains(await program.MappedFilesAsync(), file => file.StartsWith(Razor, StringComparison.Ordinal));
    }
}
