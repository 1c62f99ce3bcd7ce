using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Storage;

/// <summary>
/// A whole store with which things go wrong as <see cref="Faults"/> says at the moment: calls of all ports are counted together. It
/// belongs to whoever made it.
/// </summary>
internal sealed class FaultyStorage : IStorage
{
    private readonly IStorage _storage;

    public FaultyStorage(IStorage storage)
    {
        (_storage, Kind) = (storage, storage.Kind);
        var now = new Faults((operation, _) => Faults.Next(operation)) { Delay = token => Faults.Delay(token) };
        (Log, Vaults) = (new FaultyEventLog(storage.Log, now), new FaultyVaults(storage.Vaults, now));
        (Drops, TickMark) = (new FaultyDrops(storage.Drops, now), new FaultyTickMark(storage.TickMark, now));
        MailboxMark = new FaultyTickMark(storage.MailboxMark, now);
        Parts = new FaultyParts(storage.Parts, now);
        Heads = new FaultyHeads(storage.Heads, now);
    }

    /// <summary>What goes wrong from now on; nothing until it is set.</summary>
    public Faults Faults { get; set; } = Faults.None;

    public string Kind { get; init; }

    public IEventLog Log { get; }

    public IVaults Vaults { get; }

    public IDrops Drops { get; }

    public IParts Parts { get; }

    public ITickMark TickMark { get; }

    public ITickMark MailboxMark { get; }

    public IHeads Heads { get; }

    public Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken) => _storage.CheckAsync(cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
