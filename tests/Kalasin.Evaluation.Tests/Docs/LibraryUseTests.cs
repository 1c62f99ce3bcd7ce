namespace Kalasin.Evaluation.Tests.Docs;

public sealed class LibraryUseTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("src", "Kalasin.Evaluation", "PACKAGE.md")]
    [InlineData("docs", "tasks", "use-the-library.md")]
    public void Page_ShowsTheCompiledLines(params string[] page) =>
        Assert.Contains($"```csharp\n{Shown("LibraryUse.cs")}```", File.ReadAllText(RepositoryFile.At(page)), StringComparison.Ordinal);

    [Fact]
    public void Page_ShowsTheLinesAboutThaiText_WhichSayWhatTheyDo()
    {
        Assert.Contains($"```csharp\n{Shown("ThaiTextUse.cs")}```", File.ReadAllText(RepositoryFile.At("docs", "tasks", "use-the-library.md")), StringComparison.Ordinal);
        ThaiTextUse.Run();
    }

    private static string Shown(string file)
    {
        var lines = File.ReadAllLines(RepositoryFile.At("tests", "Kalasin.Evaluation.Tests", "Docs", file));
        var shown = lines.SkipWhile(l => l.Trim() != "// shown").Skip(1).TakeWhile(l => l.Trim() != "// end").ToList();
        Assert.NotEmpty(shown);
        return string.Concat(shown.Select(l => (l.Length > 8 ? l[8..] : l) + "\n"));
    }
}
