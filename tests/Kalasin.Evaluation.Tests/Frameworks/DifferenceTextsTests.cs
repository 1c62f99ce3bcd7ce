using System.Text;
using System.Text.RegularExpressions;
using Kalasin.Evaluation.Tests.Frameworks.Alterations;

namespace Kalasin.Evaluation.Tests.Frameworks;

/// <summary>What people are told when one thing in their rules is another than before, word by word (<c>differences.txt</c>; KALASIN_BLESS=1 writes it anew).</summary>
public sealed partial class DifferenceTextsTests
{
    private const string File = "differences.txt";

    public static TheoryData<string> Names => AlteredRules.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Differences_AreToldAsBefore(string name)
    {
        var (text, told, altered) = (new StringBuilder(), new HashSet<string>(StringComparer.Ordinal), AlteredRules.Of(name));
        foreach (var change in altered.SelectMany(a => a.Changes))
            if (told.Add($"{change.Before is null} {change.After is null} {Index().Replace(change.Pointer, "/*")}"))
                text.Append($"{change.Pointer}\n{change.Line.Thai}\n{change.Line.English}\n");
        text.Append($"{altered.Count(a => !a.Changes.IsEmpty)} alterations, {altered.Sum(a => a.Changes.Length)} differences\n");
        SectionedText.Holds(File, name, text.ToString());
    }

    [Fact]
    public void EverySection_IsHeldAgainstADocument() => Assert.Equal(Names.Select(n => n.Data), SectionedText.NamesIn(File));

    [GeneratedRegex("/[0-9]+(?=/|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Index();
}
