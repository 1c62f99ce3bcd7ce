using System.Text.RegularExpressions;

namespace Kalasin.Functions.Tests;

/// <summary>Nowhere in the source stands a number beside the English plural of what it counts, of which there may be one; nor beside “row(s)”.</summary>
public sealed partial class CountedWordsTests
{
    private const string Things =
        "rows|days|files|returns|hosts|scores|entrants|indicators|units|points|mails|places|months|years|times|figures|authorities|decisions|numbers|cells|pages|judges|values|entries|findings"
        + "|provinces|characters|bytes|parts|documents|senders|seconds|pictures|pixels|columns|thresholds|lengths|changes|messages|contents|fields|differences|addresses|reports|pairs|dots|errors|warnings";

    [Fact]
    public async Task Source_PutsNoNumberBesideAPlural()
    {
        var found = new List<string>();
        foreach (var file in Files())
        {
            var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            found.AddRange(lines.Where(IsTold).Where(l => HolePlural().IsMatch(l) || Either().IsMatch(l)).Select(l => $"{Path.GetFileName(file)}: {l.Trim()}"));
        }
        Assert.Empty(found);
    }

    /// <summary>Of <c>Documents</c> only what breaks has numbers in English, and is told to who composed it.</summary>
    private static IEnumerable<string> Files() => new[] { "Kalasin.Evaluation", "Kalasin.Functions" }
        .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Evaluation.Tests.Repository.Root, "src", project), "*", SearchOption.AllDirectories).Select(f => (File: f, Within: Path.GetRelativePath(Path.Combine(Evaluation.Tests.Repository.Root, "src", project), f))))
        .Where(f => Path.GetExtension(f.File) is ".cs" or ".razor" && f.Within.Split(Path.DirectorySeparatorChar)[0] is not ("obj" or "bin" or "Documents")).Select(f => f.File);

    private static bool IsTold(string line) => !((string[])["///", "Exception", "LoggerMessage"]).Any(mark => line.Contains(mark, StringComparison.Ordinal));

    /// <summary>A text with one of several things.</summary>
    [GeneratedRegex(@"(?<!than |most |first )\b1 ([a-z]+ )?(" + Things + @")\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex OnePlural();

    /// <summary>A hole that no bound fills, beside a plural.</summary>
    [GeneratedRegex(
        @"(?<!than |most |first )\{(?! |[^{}]*(Counted\.Of|Most|Longest|Shortest|Fewest|Size))[^{}"":]*\} ((more|other|working|local) )?(" + Things + @")\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HolePlural();

    [GeneratedRegex(@"\} [a-z ]*[a-z]\(s\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Either();
}
