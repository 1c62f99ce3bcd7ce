using System.Text;
using System.Text.RegularExpressions;
using Kalasin.Evaluation.Tests.Frameworks.Alterations;

namespace Kalasin.Evaluation.Tests.Frameworks;

/// <summary>
/// What people are told when one thing in their rules is wrong, word by word (<c>faults.txt</c>; KALASIN_BLESS=1 writes it anew): of each finding at each kind of
/// place an example, and how often which finding is told at all.
/// </summary>
public sealed partial class FaultTextsTests
{
    private const string File = "faults.txt";

    public static TheoryData<string> Names => AlteredRules.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Faults_AreToldAsBefore(string name)
    {
        var (text, told, altered) = (new StringBuilder(), new HashSet<string>(StringComparer.Ordinal), AlteredRules.Of(name));
        foreach (var (by, findings, _) in altered)
            foreach (var finding in findings.Where(f => told.Add(KindOf(f))))
                text.Append($"{finding.Code} {finding.Place.Pointer} [{by.Pointer} {by.What}]\n{finding.ToString(Language.Thai)}\n{finding.ToString(Language.English)}\n");
        var often = altered.SelectMany(a => a.Findings).CountBy(f => f.Code).OrderBy(c => c.Key, StringComparer.Ordinal);
        text.Append($"{altered.Length} alterations, {altered.Count(a => a.Findings.IsEmpty)} without a finding; {string.Join(", ", often.Select(c => $"{c.Key} ×{c.Value}"))}\n");
        SectionedText.Holds(File, name, text.ToString());
    }

    [Fact]
    public void EverySection_IsHeldAgainstADocument() => Assert.Equal(Names.Select(n => n.Data), SectionedText.NamesIn(File));

    /// <summary>Its code and the end of the way to its place; of faults of the structure the last step.</summary>
    private static string KindOf(Finding finding) =>
        $"{finding.Code} {string.Join('/', Index().Replace(finding.Place.Pointer ?? "", "/*").Split('/').TakeLast(finding.Code[5] == '1' && finding.Code[4] == '0' ? 1 : 3))}";

    [GeneratedRegex("/[0-9]+(?=/|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Index();
}
