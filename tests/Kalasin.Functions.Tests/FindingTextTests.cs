using System.Text.RegularExpressions;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Tests;

/// <summary>Every finding, of the library and of the host, reads as an office writes: what was found, then what is asked, and no blame.</summary>
public sealed partial class FindingTextTests
{
    private static readonly string[] Blame = ["ผิดพลาด", "ไม่ถูกต้อง", "ปฏิเสธ"];

    private static IEnumerable<FindingKind> Kinds => FindingFamily.Fields.Select(f => f.Kind);

    public static TheoryData<string> Codes => [.. Kinds.Select(k => k.Code)];

    [Fact]
    public void Codes_AreUnique() => Assert.Empty(Codes.GroupBy(row => row.Data, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Example_FillsBothLanguages_AskingPolitely(string code)
    {
        var kind = Kinds.First(k => k.Code == code);
        Assert.Matches("^KAL[0-9]{4}$", kind.Code);
        var holes = Hole().Matches(kind.Message.Thai + kind.Message.English + kind.Remedy.Thai + kind.Remedy.English).Select(m => m.Groups["at"].Value).Distinct().Count();
        Assert.Equal(holes, kind.Example.Length);

        var finding = kind.At(Place.Nowhere, [.. kind.Example]);
        Assert.All((string[])[finding.Message.Thai, finding.Message.English], Assert.NotEmpty);
        Assert.Equal(finding.Remedy.Thai.Length == 0, finding.Remedy.English.Length == 0);
        Assert.DoesNotMatch(Hole(), finding.ToString(Language.Thai) + finding.ToString(Language.English));
        Assert.True(kind.Severity == Severity.Information || finding.Remedy.Thai.Contains("โปรด", StringComparison.Ordinal), finding.Remedy.Thai);
        Assert.All(Blame, word => Assert.DoesNotContain(word, finding.ToString(Language.Thai), StringComparison.Ordinal));
    }

    /// <summary>Whatever an argument counts may be one: its word stands with it in the template.</summary>
    [Theory]
    [MemberData(nameof(Codes))]
    public void OneThing_IsSaidInTheSingular(string code)
    {
        var kind = Kinds.First(k => k.Code == code);
        Assert.DoesNotMatch(CountedWordsTests.OnePlural(), kind.At(Place.Nowhere, [.. kind.Example.Select(_ => new BilingualText("๑", "1"))]).ToString(Language.English));
        Assert.DoesNotContain("(s)", kind.Message.English + kind.Remedy.English, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{(?<at>[0-9])(:[^}]*)?\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();
}
