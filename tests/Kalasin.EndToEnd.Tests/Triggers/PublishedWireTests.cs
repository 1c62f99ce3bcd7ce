using Kalasin.EndToEnd.Tests.Infra;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage.Local;
using Kalasin.Functions.Tests.Rounds;
using Kalasin.Functions.Tests.Triggers;
using Microsoft.Extensions.Time.Testing;

namespace Kalasin.EndToEnd.Tests.Triggers;

/// <summary>The wire's contract kept by the published program.</summary>
public sealed class PublishedWireTests(PublishedProgram published) : WireContract
{
    private protected override async Task<ProgramUnderHost> StartAsync(string storage = "local", string? connection = null)
    {
        var folder = new TemporaryFolder();
        try
        {
            return new Published(folder, await HostedProgram.StartAsync(published, folder, [("KALASIN_STORAGE", storage), .. connection is null ? [] : ((string, string)[])[("KALASIN_STORAGE_CONNECTION", connection)]]));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private sealed class Published(TemporaryFolder folder, HostedProgram program) : ProgramUnderHost
    {
        public override FunctionsHost Host => program.Host;

        public override string DataFolder => folder.File("data");

        /// <summary>The program knows a file only after it has seen it twice, two seconds apart.</summary>
        public override async Task<string> SettleAsync()
        {
            var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
            var drops = new FolderDrops(new(DataFolder), clock);
            await foreach (var _ in drops.ListAsync(Token)) { }
            clock.Advance(FolderDrops.Stillness);
            using var look = await Host.QueueAsync("DropQueue", """{"type":"Microsoft.Storage.BlobRenamed"}""");
            await Task.Delay(FolderDrops.Stillness, Token);
            await foreach (var drop in drops.ListAsync(Token)) return drop.Tag;
            throw new InvalidOperationException("Nothing lies there.");
        }

        public override async Task<RoundState> StateAsync()
        {
            await using var storage = new LocalStorage(new(DataFolder), TimeProvider.System);
            return await new RoundLog(storage.Log, storage.Vaults, TimeProvider.System).LoadAsync(RoundId.Parse(DropFolder.Round), Token);
        }

        public override async ValueTask DisposeAsync()
        {
            await program.DisposeAsync();
            folder.Dispose();
        }
    }
}
