using System.Runtime.InteropServices;
using System.Text;
using Kalasin.Evaluation.Tests;

namespace Kalasin.Package.Tests;

/// <summary>Somebody who has only the package: a console project of theirs builds, and does what the README shows.</summary>
public sealed class StrangerTests(PackedPackage package)
{
    [Fact]
    public async Task ReadmeLines_RunInAStrangersProject()
    {
        var folder = await MakeProjectAsync("stranger", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
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

    /// <summary>A program that is trimmed when it is published reads, writes, hashes and scores all the same.</summary>
    [Fact]
    public async Task TrimmedProgram_ReadsRulesWritesReturnsAndScores()
    {
        var folder = await MakeProjectAsync("trimmed", $"""
            <PublishTrimmed>true</PublishTrimmed><SelfContained>true</SelfContained><RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
            <SuppressTrimAnalysisWarnings>true</SuppressTrimAnalysisWarnings>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), """
            using Kalasin.Evaluation;

            var rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");
            var json = System.Text.Encoding.UTF8.GetBytes(RulesWriter.ToJson(rules.Framework));
            Console.WriteLine(RulesWriter.HashOf(FrameworkReader.Read(new MemoryStream(json)).Value!) == RulesWriter.HashOf(rules.Framework));
            var nil = new Return(UnitCode.Parse("ADM"), IndicatorNumber.Parse("12"), ReturnStatus.Nil);
            Console.WriteLine(ReturnJson.TryRead(ReturnJson.Write(nil), out var same) && ReturnJson.Write(same).AsSpan().SequenceEqual(ReturnJson.Write(nil)));
            Console.WriteLine(Scorer.Score(rules, [nil], rules.Plan.JudgedOn).Single()["12"].Measurement.Sentence.Thai);
            """, TestContext.Current.CancellationToken);
        await Dotnet.RunAsync(folder, "publish", "-c", "Release", "-o", "out", "-v", "quiet");
        var said = await Dotnet.RunProgramAsync(folder, Path.Combine(folder, "out", OperatingSystem.IsWindows() ? "trimmed.exe" : "trimmed"));
        Assert.Equal(
            ["True", "True", "รายงานในระบบ INFO ๐ แห่ง จาก ๑๕๑ แห่ง คิดเป็นร้อยละ ๐.๐๐"],
            said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private async Task<string> MakeProjectAsync(string name, string properties)
    {
        var folder = Directory.CreateDirectory(Path.Combine(package.Folder, name)).FullName;
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        // Our package goes into a folder of its own; the others are taken from where they already are.
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                {properties}
                <NuGetAudit>false</NuGetAudit>
                <RestoreAdditionalProjectSources>{package.Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(package.Folder, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{cache}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Kalasin.Evaluation" Version="{package.Version}" />
              </ItemGroup>
            </Project>
            """, TestContext.Current.CancellationToken);
        return folder;
    }

    private static async Task<string> StartAsync(string path, int length) =>
        Encoding.ASCII.GetString(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), 0, length);
}
