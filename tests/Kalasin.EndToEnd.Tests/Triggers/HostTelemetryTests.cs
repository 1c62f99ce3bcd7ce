using Kalasin.EndToEnd.Tests.Hosting;
using Kalasin.EndToEnd.Tests.Infra;
using Kalasin.Functions.Tests.Telemetry;

namespace Kalasin.EndToEnd.Tests.Triggers;

/// <summary>The published program under a host, told where a collector is: what it sends there, and what it lets the host hear.</summary>
public sealed class HostTelemetryTests(PublishedProgram published)
{
    private const string Person = "นางสมหญิง ใจดี";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Whatever it has not sent yet when it is asked to stop, it sends before it ends.</summary>
    [Fact]
    public async Task Calls_JoinTheHostsTrace_AndNoTextOfAFailureLeavesAnywhere()
    {
        await using var collector = await Collector.StartAsync();
        await using var round = await HostedRound.StartAsync(published, [.. collector.Variables.Select(v => (v.Key, v.Value))]);
        await round.Host.TickAsync();
        var failed = await round.Host.QueueAsync("DropQueue", $$"""{"hello":"{{Person}}"}""");
        Assert.Equal(0, await round.Host.TerminateAsync());

        Assert.Contains(FunctionsHost.Trace, collector.TextOf("traces"), StringComparison.Ordinal);
        Assert.Contains("tick", collector.TextOf("traces"), StringComparison.Ordinal);
        Assert.Contains(nameof(FormatException), collector.TextOf("logs"), StringComparison.Ordinal);
        string[] heard = [$"{failed}", string.Join('\n', round.Host.Logs), round.Host.Worker.Printed,
            collector.TextOf("traces"), collector.TextOf("logs"), collector.TextOf("metrics")];
        foreach (var text in heard)
        {
            Assert.DoesNotContain(Person, text, StringComparison.Ordinal);
            Assert.DoesNotContain("holds something that is no event", text, StringComparison.Ordinal);
        }
    }
}
