namespace Kalasin.Functions.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--help", CommandLine.Done)]
    [InlineData("--version", CommandLine.Done)]
    [InlineData("evaluate", CommandLine.Failed)]
    [InlineData("evaluate no-such-file.xlsx", CommandLine.Failed)]
    [InlineData("evaluate . --framework dla-2599", CommandLine.Failed)]
    [InlineData("serve --listen", CommandLine.NotAvailable)]
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
        using var error = new StringWriter();
        Assert.Equal(CommandLine.Failed, await CommandLine.ServeAsync(new() { Addresses = [$"http://127.0.0.1:{first.Address.Port}"] }, TextWriter.Null, error));
        Assert.Contains("another program", error.ToString(), StringComparison.Ordinal);
    }
}
