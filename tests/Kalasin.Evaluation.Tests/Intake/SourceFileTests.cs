using Kalasin.Evaluation.Tests.Samples;

namespace Kalasin.Evaluation.Tests.Intake;

public sealed class SourceFileTests : IDisposable
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kalasin-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task FromFolder_ReadsTheSamplesOwnLayout()
    {
        var got = await ReturnReader.ReadAsync(Rules, SourceFile.FromFolder(SampleFolder.Root), IntakeLimits.Default, TestContext.Current.CancellationToken);
        Assert.InRange(got.Returns.Select(r => r.Unit).Distinct().Count(), 20, 24);
        Assert.Equal(12, got.Returns.Select(r => r.Indicator).Distinct().Count());
        Assert.Contains(got.Files, f => f.Name.StartsWith("4602/", StringComparison.Ordinal));
    }

    [Fact]
    public void FromFolder_NamesByPathAndLeavesOutWhatIsHiddenLockedOrLinked()
    {
        Write("b.xlsx");
        Write("4601/a.xlsx");
        Write("4601/deep/er/a.xlsx");
        Write(".git/config");
        Write("4601/.hidden");
        Write("4601/~$a.xlsx");
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "4601", "round"), folder.FullName);
        var files = SourceFile.FromFolder(folder.FullName).ToList();
        Assert.Equal(["4601/a.xlsx", "4601/deep/er/a.xlsx", "b.xlsx"], files.Select(f => f.Name));
        Assert.Equal(["4601", "4601", null], files.Select(f => f.Unit?.Value));
    }

    [Theory]
    [InlineData("4606", "KAL2011")]
    [InlineData("4602", null)]
    [InlineData("4699", null)]
    [InlineData("จากอีเมล", null)]
    public async Task UnitsFolder_IsItsDoor(string name, string? code)
    {
        Write(
            $"{name}/good.xlsx",
            await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "tests", "Corpus", "good.xlsx"), TestContext.Current.CancellationToken));
        var got = await ReturnReader.ReadAsync(Rules, SourceFile.FromFolder(folder.FullName), IntakeLimits.Default, TestContext.Current.CancellationToken);
        Assert.Equal(code is null ? 2 : 0, got.Returns.Length);
        Assert.Equal(code, got.Findings.FirstOrDefault(f => f.Severity == Severity.Error)?.Code);
    }

    private void Write(string path, byte[]? bytes = null)
    {
        var full = Path.Combine([folder.FullName, .. path.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes ?? []);
    }
}
