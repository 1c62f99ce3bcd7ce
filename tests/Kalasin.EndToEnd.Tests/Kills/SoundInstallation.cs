using Kalasin.EndToEnd.Tests.Hosting;
using Kalasin.EndToEnd.Tests.Infra;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>A data folder after some uploads, drops, decisions, an import and ticks that nobody disturbed, with what was told meanwhile.</summary>
public sealed class SoundInstallation(PublishedProgram published) : IAsyncLifetime
{
    private readonly LocalInstallation installation = new();

    internal Kept Kept { get; private set; } = new();

    internal Journal Journal { get; } = new();

    /// <summary>Where it lies.</summary>
    internal string Folder => installation.Data;

    public async ValueTask InitializeAsync()
    {
        var senders = new Senders(new Random(3), Journal, installation);
        await using (var host = await FunctionsHost.StartAsync(published, installation.Folder, installation.Environment))
        {
            FunctionsHost[] programs = [host];
            await senders.SettleAsync(programs);
            await senders.DropAsync(6);
            await await senders.BringAsync(programs);
            for (var turns = 0; turns < 4; turns++)
            {
                await senders.Burst(programs, (await installation.ReadAsync()).Fold());
                await senders.EachInTurnAsync(programs, (await installation.ReadAsync()).Fold());
            }
            await senders.SettleAsync(programs);
        }
        Kept = await installation.ReadAsync();
    }

    public ValueTask DisposeAsync() => installation.DisposeAsync();
}
