using System.Net;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Telemetry;

namespace Kalasin.EndToEnd.Tests.Telemetry;

/// <summary>The built program, told by its environment where a collector is.</summary>
public sealed class TelemetryProgramTests
{
    private const string Person = "สมหญิง";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Program_WithACollector_SendsMetricsTracesAndLogsWithoutAnyPerson()
    {
        await using var collector = await Collector.StartAsync();
        using var folder = new TemporaryFolder();
        await using var program = await Pages.ServedProgram.StartAsync(folder, "--storage local", collector.Variables);
        using var client = new HttpClient { BaseAddress = program.Address };
        using var opened = await client.PutAsync("/api/rounds/46-dla-2567", null, Token);
        using var form = SampleFiles.Form(($"{Person}.xlsx", SampleFiles.WorkbookOf("4602").Bytes));
        using var delivered = await client.PostAsync("/api/rounds/46-dla-2567/units/4602/deliveries", form, Token);
        Assert.Equal(HttpStatusCode.Created, delivered.StatusCode);
        using var receipt = await client.GetAsync("/api/rounds/46-dla-2567/deliveries/1/receipt", Token);
        using var ticked = await client.PostAsync("/api/tick", null, Token);
        Assert.True(receipt.IsSuccessStatusCode && ticked.IsSuccessStatusCode);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        (string Signal, string Name)[] expected =
        [
            ("metrics", "kalasin.deliveries"), ("metrics", "kalasin.render.duration"),
            ("metrics", "kalasin.tick.lag"), ("metrics", "http.server.request.duration"),
            ("traces", "delivery"), ("traces", "render"), ("traces", "tick"), ("traces", "/api/rounds/{round}/units/{unit}/deliveries"),
        ];
        foreach (var (signal, name) in expected)
            while (!collector.TextOf(signal).Contains(name, StringComparison.Ordinal)) await Task.Delay(100, limit.Token);
        foreach (var signal in (string[])["metrics", "traces", "logs"]) Assert.DoesNotContain(Person, collector.TextOf(signal), StringComparison.Ordinal);
    }
}
