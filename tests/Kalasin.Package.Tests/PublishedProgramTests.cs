using System.Runtime.InteropServices;
using System.Text;
using Kalasin.Evaluation.Tests;

namespace Kalasin.Package.Tests;

/// <summary>
/// A program of somebody who has only the package, from which publishing cuts away what nobody seems to call: it reads workbooks, scores, writes
/// Word, PDF and Excel and keeps its results as JSON all the same.
/// </summary>
public sealed class TrimmedProgramTests(PackedPackage package)
{
    [Fact]
    public Task TrimmedProgram_ReadsScoresReportsAndKeepsJson() =>
        PublishedProgram.CheckAsync(package, "trimmed", "<PublishTrimmed>true</PublishTrimmed><TrimMode>full</TrimMode><SelfContained>true</SelfContained>");
}

/// <summary>The same, compiled to machine code; a class of its own, so that it is made while the other is.</summary>
public sealed class NativeProgramTests(PackedPackage package)
{
    /// <summary>Not optimised, which changes nothing of what is cut away and takes less long.</summary>
    [Fact]
    public Task NativeProgram_ReadsScoresReportsAndKeepsJson()
    {
        var linker = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));
        // Where the tests' own script installed what they need, nothing may be missing.
        if (Environment.GetEnvironmentVariable("CI") != "true") Assert.SkipUnless(linker, "No clang or gcc here, which link programs compiled to machine code (Debian: gcc, libc6-dev).");
        return PublishedProgram.CheckAsync(package, "native", "<PublishAot>true</PublishAot><Optimize>false</Optimize>");
    }
}

internal static class PublishedProgram
{
    private const string Text = """
        using Kalasin.Evaluation;

        var rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), province: "46");
        var json = System.Text.Encoding.UTF8.GetBytes(RulesWriter.ToJson(rules.Framework));
        Console.WriteLine(RulesWriter.HashOf(FrameworkReader.Read(new MemoryStream(json)).Value!) == RulesWriter.HashOf(rules.Framework));
        var read = await ReturnReader.ReadAsync(rules, SourceFile.FromFolder("returns"), IntakeLimits.Default);
        Console.WriteLine(read.Returns.All(r => ReturnJson.TryRead(ReturnJson.Write(r), out var same) && ReturnJson.Write(same).AsSpan().SequenceEqual(ReturnJson.Write(r))));
        var card = Scorer.Score(rules, read.Returns, rules.Plan.JudgedOn).Single();
        var again = EvaluationJson.Read<Scorecard>(EvaluationJson.Write(card)).Value!;
        Console.WriteLine(EvaluationJson.Write(again).AsSpan().SequenceEqual(EvaluationJson.Write(card)));
        Console.WriteLine(again["1"].Measurement.Formula.Thai);
        var report = ProvinceReport.Compose(rules, read.Returns, again, Edition.Internal);
        await report.SaveAsync("report.docx");
        await report.SaveAsync("report.pdf");
        await Form.For(rules, UnitCode.Parse("4601")).SaveAsync("form.xlsx");
        """;

    /// <summary>Publishes the program in one way, without a warning about the library, and runs it.</summary>
    public static async Task CheckAsync(PackedPackage package, string name, string properties)
    {
        var folder = await package.MakeProjectAsync(name, $"""
            {properties}<RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
            <InvariantGlobalization>true</InvariantGlobalization><TrimmerSingleWarn>false</TrimmerSingleWarn>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Text, TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(folder, "returns"));
        foreach (var sample in (string[])["4601/4601-kpi.xlsx", "PER/ตัวชี้วัด-๑-๘.xlsx"])
            File.Copy(RepositoryFile.At("samples", "46-dla-2567", sample), Path.Combine(folder, "returns", Path.GetFileName(sample)));

        var published = await Dotnet.RunAsync(folder, "publish", "-c", "Release", "-o", "out", "-v", "quiet");
        Assert.DoesNotContain(published.Split('\n'), line => line.Contains("warning", StringComparison.Ordinal) && line.Contains("Kalasin", StringComparison.Ordinal));
        var said = await Dotnet.RunProgramAsync(folder, Path.Combine(folder, "out", OperatingSystem.IsWindows() ? $"{name}.exe" : name));
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(["True", "True", "True", "๑๒ ÷ ๑๖ × ๑๐๐ = ๗๕.๐๐"], lines);
        foreach (var (file, start) in ((string, string)[])[("report.docx", "PK"), ("report.pdf", "%PDF-"), ("form.xlsx", "PK")])
            Assert.StartsWith(start, Encoding.ASCII.GetString(await File.ReadAllBytesAsync(Path.Combine(folder, file), TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }
}
