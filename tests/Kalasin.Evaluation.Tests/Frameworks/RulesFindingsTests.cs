using System.Text.Json;
using System.Text.RegularExpressions;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks;

public sealed class RulesFindingsTests
{
    [Fact]
    public void UnknownPlaceholder_NamesTheOneThereIs()
    {
        var finding = FrameworkFindings.UnknownPlaceholder.At(Place.Nowhere, "{prov}");
        Assert.All(
            (Language[])[Language.Thai, Language.English],
            language => Assert.Contains("{province}", finding.ToString(language), StringComparison.Ordinal));
    }

    [Fact]
    public void Docs_ShowPredicatesThatRead()
    {
        var blocks = Regex.Matches(File.ReadAllText(RepositoryFile.At("docs", "frameworks.md")), "```json\n(?<json>[^`]*)```", RegexOptions.NonBacktracking);
        Assert.NotEmpty(blocks);
        Assert.All(blocks, b => Assert.NotNull(JsonSerializer.Deserialize<Predicate>(b.Groups["json"].Value, RulesJson.Options)));
    }
}
