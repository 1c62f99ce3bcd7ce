namespace Kalasin.Evaluation.Tests.Docs;

public sealed class LibraryUseTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("src", "Kalasin.Evaluation", "PACKAGE.md")]
    [InlineData("docs", "tasks", "use-the-library.md")]
    public void Page_ShowsTheCompiledLines(params string[] page) =>
        Assert.Contains($"```csharp\n{Shown()}```", File.ReadAllText(RepositoryFile.At(page)), StringComparison.Ordinal);

    private static string Shown()
    {
        var lines = File.ReadAllLines(RepositoryFile.At("tests", "Kalasin.Evaluation.Tests", "Docs", "LibraryUse.cs"));
        var shown = lines.SkipWhile(l => l.Trim() != "// shown").Skip(1).TakeWhile(l => l.Trim() != "// end").ToList();
        Assert.NotEmpty(shown);
        return string.Concat(shown.Select(l => (l.Length > 8 ? l[8..] : l) + "\n"));
    }
}
