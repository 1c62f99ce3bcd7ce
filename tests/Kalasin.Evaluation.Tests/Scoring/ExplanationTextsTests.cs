namespace Kalasin.Evaluation.Tests.Scoring;

/// <summary>What a scorecard says, word by word (the folder <c>Explained</c>; KALASIN_BLESS=1 writes it anew).</summary>
public sealed class ExplanationTextsTests
{
    public static TheoryData<string> Names => [.. ExplainedCases.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case_IsExplainedAsBefore(string name)
    {
        var text = await ExplainedCases.TextAsync(name);
        var path = RepositoryFile.At("tests", "Kalasin.Evaluation.Tests", "Scoring", "Explained", $"{name}.txt");
        if (Environment.GetEnvironmentVariable("KALASIN_BLESS") == "1") await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), text);
    }
}
