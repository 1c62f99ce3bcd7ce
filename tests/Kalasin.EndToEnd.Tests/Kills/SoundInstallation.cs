using Kalasin.Functions.Tests;
using Kalasin.Functions.Tests.Triggers;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>A data folder after some uploads, drops and ticks that nobody disturbed, with what was told meanwhile.</summary>
public sealed class SoundInstallation : IAsyncLifetime
{
    private readonly LocalInstallation installation = new();

    internal Kept Kept { get; private set; } = new();

    internal Journal Journal { get; } = new();

    /// <summary>Where it lies.</summary>
    internal string Folder => installation.Data;

    public async ValueTask InitializeAsync()
    {
        var senders = new Senders(new Random(3), Journal, installation);
        await using (var service = await RunningService.StartAsync(s => s with { UnderFunctionsHost = true, DataFolder = installation.Data }))
        {
            FunctionsHost[] programs = [new(service.Client)];
            await senders.SettleAsync(programs);
            await senders.DropAsync(6);
            for (var bursts = 0; bursts < 4; bursts++) await senders.Burst(programs);
            await senders.SettleAsync(programs);
        }
        Kept = await installation.ReadAsync();
    }

    public ValueTask DisposeAsync() => installation.DisposeAsync();
}
