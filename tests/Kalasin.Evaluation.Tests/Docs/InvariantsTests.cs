using System.Text.RegularExpressions;

namespace Kalasin.Evaluation.Tests.Docs;

/// <summary>Behind everything that must never be true stands a test that would notice; and the tests that pages name are there.</summary>
public sealed partial class InvariantsTests
{
    public static TheoryData<string> Invariants => [.. Invariant().Matches(Section()).Select(m => m.Value.TrimEnd())];

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(RepositoryFile.At("docs"), "*.md", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(RepositoryFile.At(), path).Replace('\\', '/')).Append("CONTRIBUTING.md").Order(StringComparer.Ordinal)];

    [Fact]
    public void Invariants_AreNumberedWithoutGap() =>
        Assert.Equal(Enumerable.Range(1, Invariants.Count).Select(n => $"{n}."), Invariants.Select(i => i.Data.Split(' ')[0]));

    [Theory]
    [MemberData(nameof(Invariants))]
    public void Invariant_EndsWithTestsThatNotice(string invariant)
    {
        var behind = Regex.Match(invariant, @"\((?<tests>[^()]*)\)$", RegexOptions.NonBacktracking).Groups["tests"].Value;
        var named = Name().Matches(behind).Select(m => m.Groups["name"].Value).ToList();
        Assert.Contains(named, DeclaredTypes.OfTests.Tests);
        Assert.All(named, name => Assert.True(name.Contains('/', StringComparison.Ordinal) ? Path.Exists(RepositoryFile.At(name)) : DeclaredTypes.OfTests.Tests(name), name));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void TestsThatAPageNames_AreThere(string page) => Assert.All(NamedTest().Matches(File.ReadAllText(RepositoryFile.At(page))), named =>
    {
        var (type, member) = (named.Groups["type"].Value, named.Groups["member"].Value);
        Assert.True(member.Length == 0 ? DeclaredTypes.OfTests.Has(type) : DeclaredTypes.OfTests.Has(type, member), named.Value);
    });

    private static string Section()
    {
        var page = File.ReadAllText(RepositoryFile.At("docs", "architecture.md"));
        var from = page.IndexOf("## What must never be true", StringComparison.Ordinal);
        return page[from..page.IndexOf("\n## ", from + 1, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"^\d+\. .*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Invariant();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"`(?<type>[A-Z]\w*(Tests|Contract))(\.(?<member>\w+))?`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedTest();
}
