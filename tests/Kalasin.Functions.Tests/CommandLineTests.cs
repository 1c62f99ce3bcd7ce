using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Functions.Hosting;

namespace Kalasin.Functions.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--help", CommandLine.Done)]
    [InlineData("--version", CommandLine.Done)]
    [InlineData("evaluate", CommandLine.Failed)]
    [InlineData("form --unit 4699", CommandLine.Failed)]
    [InlineData("verify-log --data no-such-folder", CommandLine.Failed)]
    [InlineData("evaluate no-such-file.xlsx", CommandLine.Failed)]
    [InlineData("evaluate . --framework dla-2599", CommandLine.Failed)]
    [InlineData("form --plan no-such-plan.json", CommandLine.Failed)]
    [InlineData("serve --listen nonsense", CommandLine.Failed)]
    [InlineData("--listen http://127.0.0.1:0 --data no-such-folder/with-a-password", CommandLine.Failed)]
    [InlineData("--base-address", CommandLine.Failed)]
    [InlineData("--bogus", CommandLine.Failed)]
    [InlineData("--data", CommandLine.Failed)]
    public async Task Run_ExitCode(string line, int expected)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(expected, await CommandLine.RunAsync(line.Split(' '), output, error));
        Assert.Equal(expected == CommandLine.Done, error.ToString().Length == 0);
    }

    [Fact]
    public async Task Form_FilledInAndSentBack_IsEvaluated()
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();
        Assert.Equal(CommandLine.Done, await CommandLine.RunAsync(["form", "--unit", "LAW", "--out", folder.Path], output, TextWriter.Null));
        var form = Assert.Single(Directory.GetFiles(folder.Path));
        // Nothing is filled in yet, so there is nothing to evaluate, and that is said.
        using var error = new StringWriter();
        Assert.Equal(CommandLine.Failed, await CommandLine.RunAsync(["evaluate", form, "--out", folder.Path], output, error));
        Assert.Contains("no return could be read", error.ToString(), StringComparison.Ordinal);

        var sample = Path.Combine(AppContext.BaseDirectory, "samples", "46-dla-2567", "LAW");
        Assert.Equal(CommandLine.Done, await CommandLine.RunAsync(["evaluate", sample, "--out", folder.Path], output, TextWriter.Null));
        Assert.Equal(["evaluation-46.docx", "evaluation-46.pdf"], Directory.GetFiles(folder.Path, "evaluation*").Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task OfficesOwnFiles_AreWhatFormsAndEvaluationsGoBy()
    {
        using var folder = new TemporaryFolder();
        var (framework, plan) = (BuiltInFrameworks.Get("dla-2567"), BuiltInPlans.For(BuiltInFrameworks.Get("dla-2567"), "46"));
        string[] files = [Path.Combine(folder.Path, "framework.json"), Path.Combine(folder.Path, "plan.json")];
        await File.WriteAllTextAsync(
            files[0], RulesWriter.ToJson(framework).Replace("\"dla-2567\"", "\"office\"", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            files[1],
            RulesWriter.ToJson(plan).Replace("46-dla-2567", "46-office", StringComparison.Ordinal)
                .Replace("\"dla-2567\"", "\"office\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(CommandLine.Done, await CommandLine.RunAsync(
            ["form", "--unit", "LAW", "--out", folder.Path, "--framework", files[0], "--plan", files[1]], TextWriter.Null, TextWriter.Null));
        Assert.Equal("form-46-office-LAW.xlsx", Path.GetFileName(Assert.Single(Directory.GetFiles(folder.Path, "*.xlsx"))));
        Assert.Equal(CommandLine.Done, await CommandLine.RunAsync(
            ["form", "--unit", "ADM", "--out", folder.Path, "--framework", files[0], "--province", "40"], TextWriter.Null, TextWriter.Null));
        Assert.True(File.Exists(Path.Combine(folder.Path, "form-40-office-ADM.xlsx")));

        using var unfit = new StringWriter();
        Assert.Equal(CommandLine.Failed, await CommandLine.RunAsync(["evaluate", folder.Path, "--plan", files[1]], TextWriter.Null, unfit));
        Assert.Contains("KAL3101", unfit.ToString(), StringComparison.Ordinal);
        await File.WriteAllTextAsync(files[0], "{\n  \"id\": 1\n}", TestContext.Current.CancellationToken);
        using var faulty = new StringWriter();
        Assert.Equal(CommandLine.Failed, await CommandLine.RunAsync(["form", "--framework", files[0]], TextWriter.Null, faulty));
        Assert.Contains("/id", faulty.ToString(), StringComparison.Ordinal);
        Assert.True(faulty.ToString().Split('\n').Length > 2);
    }

    [Fact]
    public async Task Help_InThaiAndEnglish()
    {
        using var output = new StringWriter();
        await CommandLine.RunAsync(["serve", "--help"], output, TextWriter.Null);
        Assert.Contains("เปิดบริการ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Run the service", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_PortTaken_SaysSoAndFails()
    {
        await using var first = await RunningService.StartAsync();
        using var folder = new TemporaryFolder();
        using var error = new StringWriter();
        Settings settings = new() { Addresses = [$"http://127.0.0.1:{first.Address.Port}"], DataFolder = folder.Path };
        Assert.False(await LocalService.RunAsync(settings, TextWriter.Null, error));
        Assert.Contains("another program", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve --data {file}", "KAL70")]
    [InlineData("--sample --data {file}", "KAL70")]
    [InlineData("--data {file}/below", "KAL7001")]
    [InlineData("--data /proc/self", "KAL7002")]
    [InlineData("--storage cupboard", "KAL7101")]
    [InlineData("form --unit 4601 --out {file}", "a file can't be read or written")]
    [InlineData("form --unit 4601 --out /proc/self", "a file can't be read or written")]
    public async Task PlaceThatCannotBeUsed_IsOneSentenceAndFails(string line, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && line.Contains("/proc", StringComparison.Ordinal), "There is no such folder.");
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(CommandLine.Failed, await CommandLine.RunAsync(line.Replace("{file}", file, StringComparison.Ordinal).Split(' '), output, error));
        Assert.Contains(expected, error.ToString(), StringComparison.Ordinal);
        Assert.Single(error.ToString().Trim().Split('\n'));
    }

    [Fact]
    public async Task Help_OffersWhatIsThere()
    {
        using var output = new StringWriter();
        await CommandLine.RunAsync(["--help"], output, TextWriter.Null);
        Assert.All((string[])["--listen", "--base-address", "password"], word => Assert.Contains(word, output.ToString(), StringComparison.Ordinal));
    }
}
