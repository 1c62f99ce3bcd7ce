using System.Text.RegularExpressions;

namespace Kalasin.Evaluation.Tests.Docs;

/// <summary><c>docs/limits.md</c> names every limit of a file, with codes that exist.</summary>
public sealed partial class LimitsTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFile.At("docs", "limits.md"));

    [Fact]
    public void EveryLimit_IsNamed() =>
        Assert.All(
            typeof(IntakeLimits).GetProperties().Where(p => p.GetMethod!.IsStatic is false && p.Name != "EqualityContract"),
            limit => Assert.Contains($"| `{limit.Name}` |", Page, StringComparison.Ordinal));

    [Fact]
    public void EveryCode_IsInTheCatalogue()
    {
        var catalogue = File.ReadAllText(RepositoryFile.At("docs", "findings.md"));
        var codes = Codes().Matches(Page).Select(m => m.Value).Distinct().ToList();
        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.Contains($"| {code} |", catalogue, StringComparison.Ordinal));
    }

    [GeneratedRegex("KAL[0-9]{4}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Codes();
}
