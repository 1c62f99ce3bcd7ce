using System.Text.RegularExpressions;
using Kalasin.Evaluation.Tests;

namespace Kalasin.EndToEnd.Tests.Pages;

/// <summary>
/// The pictures in the Thai tasks are parts of pages of the sample round: each can still be taken, and is where its task shows it. KALASIN_BLESS=1
/// takes them anew (build/pictures.sh).
/// </summary>
public sealed partial class PicturesOfTasksTests(SampleInBrowser sample)
{
    private const string Round = "/app/rounds/46-dla-2567";
    private const int Phone = 360, Desktop = 1000;

    private static readonly string Tasks = Path.Combine(Repository.Root, "docs", "tasks", "th");

    /// <summary>Name, task, page, part of it, how wide the screen is.</summary>
    public static TheoryData<string, string, string, string, int> Pictures => new()
    {
        { "unit-owes", "send-a-delivery", $"{Round}/units/4604", "#states", Phone },
        { "unit-sends", "send-a-delivery", $"{Round}/units/4604", "#send", Phone },
        { "round-at-a-glance", "run-a-season", Round, "#glance", Desktop },
        { "round-missing", "run-a-season", Round, "#missing", Desktop },
        { "mails", "run-a-season", $"{Round}/mails", "main > section.card >> nth=0", Desktop },
        { "report-to-approve", "run-a-season", $"{Round}/signing", "#report", Desktop },
        { "score-in-total", "check-a-score", $"{Round}/scores", "#total", Desktop },
        { "matter-to-decide", "decide-on-pages", Round, "#choices", Desktop },
        { "links", "give-access", $"{Round}/links", "main > section.card >> nth=0", Desktop },
        { "own-framework", "enter-your-own-framework", "/app/frameworks", "main > section.card >> nth=0", Desktop },
        { "inspection", "hand-over-a-binder", $"{Round}/signing", "#inspection", Desktop },
        { "letter", "print-documents", $"{Round}/signing", "#letter", Desktop },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task Picture_CanBeTaken_AndItsTaskShowsIt(string name, string task, string address, string part, int width)
    {
        var page = await sample.OpenAsync(width);
        await page.GotoAsync(address);
        var shown = page.Locator(part);
        await shown.ScrollIntoViewIfNeededAsync();
        var picture = await shown.ScreenshotAsync();
        await page.Context.CloseAsync();
        var file = Path.Combine(Tasks, "pictures", $"{name}.png");
        if (Environment.GetEnvironmentVariable("KALASIN_BLESS") == "1") await File.WriteAllBytesAsync(file, picture, TestContext.Current.CancellationToken);
        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), 1, 3));
        Assert.Single(Shown().Matches(await File.ReadAllTextAsync(Path.Combine(Tasks, $"{task}.md"), TestContext.Current.CancellationToken)), m => m.Groups["name"].Value == name);
    }

    [Fact]
    public void Pictures_AreThoseThatAreTaken() =>
        Assert.Equal(
            Pictures.Select(p => p.Data.Item1).Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Path.Combine(Tasks, "pictures")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"!\[[^\]]{10,}\]\(pictures/(?<name>[a-z-]+)\.png\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shown();
}
