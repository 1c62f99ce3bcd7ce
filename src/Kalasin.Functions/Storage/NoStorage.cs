using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>Stands where the settings name no store that can be opened: the program runs and says why it can't keep anything.</summary>
internal sealed class NoStorage(Finding why) : IStorage
{
    public string Kind => "none";

    public IEventLog Log => throw new StorageUnavailableException(why);

    public IVaults Vaults => throw new StorageUnavailableException(why);

    public IDrops Drops => throw new StorageUnavailableException(why);

    public IParts Parts => throw new StorageUnavailableException(why);

    public ITickMark TickMark => throw new StorageUnavailableException(why);

    public ITickMark MailboxMark => throw new StorageUnavailableException(why);

    public IHeads Heads => throw new StorageUnavailableException(why);

    public Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Finding>>([why]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
