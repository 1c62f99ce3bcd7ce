using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Samples;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Samples;

/// <summary>The service with the sample round played once, for all classes that only read it.</summary>
[CollectionDefinition]
public sealed class PlayedSample : ICollectionFixture<PlayedSample>, IAsyncLifetime
{
    internal RunningService Service { get; private set; } = null!;

    internal SampleScript Script { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Script = await SampleRound.ReadScriptAsync(Token);
        Service = await RunningService.StartAsync(s => s with { Sample = Script });
        await PlayAsync();
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    internal Task<RoundId> PlayAsync() => Service.Services.GetRequiredService<SampleRound>().PlayAsync(Script, (delivery, outcome) =>
        Assert.True(outcome is DeliveryOutcome.Accepted, $"{delivery.Key}: {(outcome as DeliveryOutcome.Refused)?.Findings[0]}"), Token);
}
