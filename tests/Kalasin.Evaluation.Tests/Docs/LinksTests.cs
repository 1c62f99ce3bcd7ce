using System.Text.RegularExpressions;

namespace Kalasin.Evaluation.Tests.Docs;

/// <summary>What the pages point to inside the repository is there.</summary>
public sealed class LinksTests
{
    public static TheoryData<string> Pages =>
        [.. new[] { "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "THIRD-PARTY-NOTICES.md" }
            .Concat(Directory.EnumerateFiles(RepositoryFile.At("docs"), "*.md", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateFiles(RepositoryFile.At("infra"), "*.md"))
                .Select(path => Path.GetRelativePath(RepositoryFile.At(), path).Replace('\\', '/')).Order(StringComparer.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_LeadToFiles(string page)
    {
        var folder = Path.GetDirectoryName(RepositoryFile.At(page))!;
        var targets = Regex.Matches(File.ReadAllText(RepositoryFile.At(page)), @"\]\((?<to>[^)#\s]+)[^)]*\)", RegexOptions.NonBacktracking)
            .Select(m => m.Groups["to"].Value)
            .Where(to => !to.Contains("://", StringComparison.Ordinal) && !to.StartsWith("mailto:", StringComparison.Ordinal));
        Assert.DoesNotContain(targets, to => !Path.Exists(Path.Combine(folder, to)));
    }
}
