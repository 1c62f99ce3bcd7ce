using System.Text.Json;
using Kalasin.Functions.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Pages;

/// <summary>The sample round, played once for all tests that only look.</summary>
public sealed class SamplePages : IAsyncLifetime
{
    public const string Round = "/app/rounds/46-dla-2567";

    private RunningService service = null!;

    internal Uri Address => service.Address;

    internal Visitor Visitor { get; private set; } = null!;

    /// <summary>The round as the API tells it.</summary>
    internal JsonElement Told { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var script = await SampleRound.ReadScriptAsync(TestContext.Current.CancellationToken);
        service = await RunningService.StartAsync(s => s with { Sample = script });
        await service.Services.GetRequiredService<SampleRound>().PlayAsync(script, (_, _) => { }, TestContext.Current.CancellationToken);
        Visitor = new(service.Address);
        Told = await RunningService.JsonAsync(await Visitor.GetAsync("/api/rounds/46-dla-2567"), System.Net.HttpStatusCode.OK);
    }

    public async ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        await service.DisposeAsync();
    }
}
