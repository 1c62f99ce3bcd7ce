using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.Functions.Tests.Triggers;

/// <summary>The wire's contract kept by the service in this process.</summary>
public sealed class WireTests : WireContract
{
    [Theory]
    [InlineData("DropQueue")]
    [InlineData("DropPoison")]
    [InlineData("Tick")]
    [InlineData("tick")]
    [InlineData("Mailbox")]
    public async Task Path_OfATrigger_AbsentInLocalMode(string function)
    {
        await using var local = await RunningService.StartAsync();
        using var unknown = await new FunctionsHost(local.Client).PostAsync(function, FunctionsHost.Timer);
        await RunningService.ProblemAsync(unknown, 404, "not-found");
    }

    private protected override async Task<ProgramUnderHost> StartAsync(string storage = "local", string? connection = null)
    {
        var read = Settings.Read(null, storage, name => name == "KALASIN_STORAGE_CONNECTION" ? connection : null);
        return new InThisProcess(await DropFolder.StartAsync(s => s with { UnderFunctionsHost = true, Azure = read.Azure, NoStorage = read.NoStorage }, open: false));
    }

    private sealed class InThisProcess(DropFolder folder) : ProgramUnderHost
    {
        public override FunctionsHost Host { get; } = new(folder.Service.Client);

        public override string DataFolder => folder.Service.DataFolder;

        public override async Task<string> SettleAsync() => (await folder.FindAsync()).Tag;

        public override Task<RoundState> StateAsync() => folder.StateAsync();

        public override ValueTask DisposeAsync() => folder.DisposeAsync();
    }
}
