using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.Tests.Frameworks;

public sealed class RulesFindingsTests
{
    public static TheoryData<string> Codes => [.. Kinds.Select(k => k.Code)];

    private static IEnumerable<FindingKind> Kinds =>
        new[] { typeof(JsonFindings), typeof(FrameworkFindings), typeof(PlanFindings) }.SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(f => (FindingKind)f.GetValue(null)!);

    [Fact]
    public void Codes_AreOfTheFamilyAndUnique()
    {
        Assert.All(Kinds, k => Assert.StartsWith("KAL3", k.Code, StringComparison.Ordinal));
        Assert.Equal(Kinds.Count(), Kinds.Select(k => k.Code).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Example_ReadsAsAWholeInBothLanguages(string code)
    {
        var finding = Kinds.Single(k => k.Code == code) is var kind ? kind.At(Place.Nowhere, kind.Example) : null!;
        var thai = finding.ToString(Language.Thai);
        Assert.DoesNotMatch(@"\{\d\}|\{\{|\}\}", thai + finding.ToString(Language.English));
        Assert.DoesNotMatch("ผิดพลาด|ไม่ถูกต้อง|ปฏิเสธ", thai);
        Assert.NotEqual(finding.Message.Thai, finding.Message.English);
        Assert.Contains("{province}", code == "KAL3050" ? thai : "{province}", StringComparison.Ordinal);
    }

    [Fact]
    public void Docs_ShowPredicatesThatRead()
    {
        var blocks = Regex.Matches(File.ReadAllText(RepositoryFile.At("docs", "frameworks.md")), "```json\n(?<json>[^`]*)```", RegexOptions.NonBacktracking);
        Assert.NotEmpty(blocks);
        Assert.All(blocks, b => Assert.NotNull(JsonSerializer.Deserialize<Predicate>(b.Groups["json"].Value, RulesJson.Options)));
    }
}
