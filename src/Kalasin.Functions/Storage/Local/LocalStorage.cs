using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage.Local;

/// <summary>Everything in one data folder of this machine; see <see cref="DataFolder"/> for its layout.</summary>
internal sealed class LocalStorage : IStorage
{
    private readonly DataFolder _folder;
    private readonly FolderLock _lock;
    private readonly SqliteDatabase _database;

    /// <param name="toRead">Only reads, and changes and makes nothing: what it reads may be evidence, or lie on a medium that can't be written.</param>
    public LocalStorage(DataFolder folder, TimeProvider clock, bool toRead = false)
    {
        _folder = folder;
        _lock = new(folder);
        _database = new(folder, _lock, toRead);
        Log = new SqliteEventLog(_database);
        Vaults = new LocalVaults(folder, _database, clock);
        Drops = new FolderDrops(folder, clock);
        Parts = new FolderParts(folder, clock);
        TickMark = new FolderTickMark(folder, folder.Tick);
        MailboxMark = new FolderTickMark(folder, folder.Mailbox);
        Heads = new FolderHeads(folder);
    }

    public string Kind => "local";

    public IEventLog Log { get; }

    public IVaults Vaults { get; }

    public IDrops Drops { get; }

    public IParts Parts { get; }

    public ITickMark TickMark { get; }

    public ITickMark MailboxMark { get; }

    public IHeads Heads { get; }

    public async Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken)
    {
        var findings = await Task.Run(_folder.Prepare, cancellationToken);
        if (findings.Any(f => f.Severity == Severity.Error)) return findings;
        try
        {
            await Log.ListAsync("round/", null, cancellationToken);
            return _lock.TryTake() ? findings : [.. findings, Shared];
        }
        catch (StorageUnavailableException unusable)
        {
            return [.. findings, unusable.Finding];
        }
    }

    /// <summary>What to say when the program starts on a folder that another process serves; null otherwise. Makes no folder.</summary>
    public Finding? SharedAtStart() => Directory.Exists(_folder.Root) && !_lock.TryTake() ? Shared : null;

    /// <summary>Tells a second start on this folder where this one is open.</summary>
    public void Announce(Uri address) => _lock.Announce(address);

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _lock.Dispose();
    }

    private Finding Shared => StorageFindings.FolderShared.At(Place.Nowhere, _folder.Root);
}
