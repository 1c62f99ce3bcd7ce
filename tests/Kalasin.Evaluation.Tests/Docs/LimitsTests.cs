using System.Text.RegularExpressions;

namespace Kalasin.Evaluation.Tests.Docs;

/// <summary><c>docs/limits.md</c> names every limit of a file, with codes that exist.</summary>
public sealed partial class LimitsTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFile.At("docs", "limits.md"));

    [Fact]
    public void EveryLimit_IsNamed() =>
        Assert.Empty(typeof(IntakeLimits).GetProperties().Where(p => p.GetMethod!.IsStatic is false && p.Name != "EqualityContract").Select(p => p.Name)
            .Where(name => !Page.Contains($"| `{name}` |", StringComparison.Ordinal)));

    [Fact]
    public void EveryCode_IsInTheCatalogue()
    {
        var catalogue = File.ReadAllText(RepositoryFile.At("docs", "findings.md"));
        Assert.Empty(Codes().Matches(Page).Select(m => m.Value).Distinct().Where(code => !catalogue.Contains($"| {code} |", StringComparison.Ordinal)));
    }

    [GeneratedRegex("KAL[0-9]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Codes();
}
