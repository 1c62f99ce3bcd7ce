using System.Text.RegularExpressions;

namespace Kalasin.Evaluation.Tests.Docs;

/// <summary>What the glossary says stands in the code stands there.</summary>
public sealed partial class GlossaryTests
{
    private static readonly ILookup<string, string> Rows = File.ReadLines(RepositoryFile.At("docs", "glossary.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| word ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
        .Select(line => line.Trim('|', ' ').Split(" | ")).ToLookup(cells => cells[0], cells => cells[^1]);

    public static TheoryData<string> Words => [.. Rows.Select(row => row.Key)];

    [Theory]
    [MemberData(nameof(Words))]
    public void Word_StandsOnceAndInTheCode(string word)
    {
        var places = Place().Matches(Assert.Single(Rows[word])).Select(m => m.Groups["place"].Value).ToList();
        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.True(place.EndsWith('/') ? IsFolder(place) : DeclaredTypes.OfSource.Has(place), place));
    }

    private static bool IsFolder(string path) => new[] { "", "src/Kalasin.Evaluation/", "src/Kalasin.Functions/" }.Any(root => Directory.Exists(RepositoryFile.At(root + path)));

    [GeneratedRegex("`(?<place>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
