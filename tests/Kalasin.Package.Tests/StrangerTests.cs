using System.Text;
using Kalasin.Evaluation.Tests;

namespace Kalasin.Package.Tests;

/// <summary>Somebody who has only the package: a console project of theirs builds, and does what the README shows.</summary>
public sealed class StrangerTests(PackedPackage package)
{
    [Fact]
    public async Task ReadmeLines_RunInAStrangersProject()
    {
        var folder = await package.MakeProjectAsync("stranger", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        // The lines sit in a class of the library's tests, whose namespace lets them do without one using.
        var lines = await File.ReadAllTextAsync(
            RepositoryFile.At("tests", "Kalasin.Evaluation.Tests", "Docs", "LibraryUse.cs"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "LibraryUse.cs"),
            "using Kalasin.Evaluation;\n" + lines.Replace("namespace Kalasin.Evaluation.Tests.Docs;", "namespace Stranger;", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), "await Stranger.LibraryUse.RunAsync();\n", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(folder, "returns"));
        foreach (var sample in (string[])["4601/4601-kpi.xlsx", "PER/ตัวชี้วัด-๑-๘.xlsx"])
            File.Copy(RepositoryFile.At("samples", "46-dla-2567", sample), Path.Combine(folder, "returns", Path.GetFileName(sample)));

        await Dotnet.RunAsync(folder, "build", "-c", "Release", "-o", "out", "-v", "quiet");
        var said = await Dotnet.RunAsync(folder, Path.Combine("out", "stranger.dll"));

        Assert.Contains("๑๒ ÷ ๑๖ × ๑๐๐ = ๗๕.๐๐", said, StringComparison.Ordinal);
        Assert.Equal("%PDF-", await StartAsync(Path.Combine(folder, "report.pdf"), 5));
        Assert.Equal("PK", await StartAsync(Path.Combine(folder, "report.docx"), 2));
        Assert.Equal("PK", await StartAsync(Path.Combine(folder, "form-4601.xlsx"), 2));
    }

    private static async Task<string> StartAsync(string path, int length) =>
        Encoding.ASCII.GetString(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), 0, length);
}
