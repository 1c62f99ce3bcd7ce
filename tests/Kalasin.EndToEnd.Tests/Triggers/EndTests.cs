using System.Text.Json;
using Kalasin.EndToEnd.Tests.Hosting;
using Kalasin.EndToEnd.Tests.Hosting.Wire;
using Kalasin.EndToEnd.Tests.Infra;
using Kalasin.Functions.Tests.Rounds;

namespace Kalasin.EndToEnd.Tests.Triggers;

/// <summary>The published program coming to an end with calls in flight: however it ends, nothing is lost and nothing done twice.</summary>
public sealed class EndTests(PublishedProgram published)
{
    private static readonly string[] Units = ["4601", "4602", "4604", "4605", "4606", "4607"];

    public enum End { Killed, Terminated, Signalled, Cancelled }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(End.Killed)]
    [InlineData(End.Terminated)]
    [InlineData(End.Signalled)]
    [InlineData(End.Cancelled)]
    public async Task Program_EndedWithCallsInFlight_GoesOnWhereItWas(End end)
    {
        await using var round = await HostedRound.StartAsync(published);
        using (var form = SampleFiles.Form(SampleFiles.WorkbookOf("ADM")))
        using (var uploaded = await round.Host.ProxyAsync(HttpMethod.Post, $"{HostedRound.Api}/units/ADM/deliveries", form))
            Assert.True(uploaded.IsSuccessStatusCode);
        foreach (var unit in Units) await round.DropAsync(unit);
        await round.SettleAsync();

        // In the middle of two calls, as soon as the first answer lies there.
        string[] invocations = [Guid.NewGuid().ToString(), Guid.NewGuid().ToString()];
        var calls = (Task<StatusResult>[])
        [
            round.Host.TickAsync(invocation: invocations[0]), round.Host.QueueAsync("DropQueue", HostedRound.Renamed, invocation: invocations[1])
        ];
        while (!Answered(round).Any()) await Task.Delay(5, Token);
        switch (end)
        {
            case End.Killed:
                await round.Host.KillAsync();
                break;
            case End.Terminated:
                Assert.Equal(0, await round.Host.TerminateAsync());
                break;
            case End.Signalled:
                await ExternalTool.Require("kill").RunAsync("-TERM", $"{round.Host.Worker.Id}");
                Assert.Equal(0, await round.Host.EndAsync(FunctionsHost.Grace));
                break;
            case End.Cancelled:
                foreach (var invocation in invocations) round.Host.Cancel(invocation);
                break;
        }
        foreach (var call in calls)
        {
            try
            {
                var result = await call;
                Assert.True(end != End.Killed || result.Status == StatusResult.Types.Status.Success);
            }
            catch (WorkerGoneException)
            {
                Assert.NotEqual(End.Cancelled, end);
            }
        }

        if (end != End.Cancelled) await round.StartAgainAsync(published);
        while (Units.Any(round.Lies))
        {
            Assert.Equal(StatusResult.Types.Status.Success, (await round.Host.TickAsync()).Status);
            await Task.Delay(TimeSpan.FromSeconds(1), Token);
        }
        var deliveries = (await round.Host.GetAsync($"{HostedRound.Api}/deliveries")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, Units.Length + 1), deliveries.Select(d => d.GetProperty("receipt").GetInt32()));
        Assert.Equal(
            Units.Append("ADM").Order(StringComparer.Ordinal),
            deliveries.Select(d => d.GetProperty("unit").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(
            Units.Length,
            Answered(round).Count(answer => JsonElement.Parse(File.ReadAllBytes(answer)).GetProperty("outcome").GetString() == "accepted"));
    }

    /// <summary>A host that is asked to scale in asks at any moment, also while the program still comes up.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Program_TerminatedAtRest_EndsWithZero(bool up)
    {
        using var folder = new TemporaryFolder();
        await using var host = await FunctionsHost.LaunchAsync(published, folder);
        if (up) Assert.True(await host.ReadyAsync());
        else await host.InitializedAsync();
        Assert.True(await host.TerminateAsync() == 0, host.Worker.Printed);
    }

    private static IEnumerable<string> Answered(HostedRound round) =>
        Directory.Exists(Path.Combine(round.Data, "answers"))
            ? Directory.EnumerateFiles(Path.Combine(round.Data, "answers"), "answer.json", SearchOption.AllDirectories)
            : [];
}
