using System.Collections.Concurrent;
using Kalasin.Evaluation;
using Microsoft.Data.Sqlite;

namespace Kalasin.Functions.Storage.Local;

/// <summary>
/// The database of a data folder, opened at first use. Reads run beside the writer (WAL). Writes go through one queue; those
/// that wait at the same time share a transaction, so that a burst of deliveries costs few disk flushes.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="serving">Taken when the database is opened to be written to.</param>
/// <param name="toRead">Only reads, and leaves the folder as it is.</param>
internal sealed class SqliteDatabase(DataFolder folder, FolderLock serving, bool toRead) : IAsyncDisposable
{
    private readonly SqliteFile _file = new(folder);
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly Lock _opening = new();
    private readonly SqliteCopy? _copy = toRead ? new(folder) : null;
    private SqliteWriter? _writer;

    /// <summary>Does some reading, at once and on the caller's thread: SQLite knows no other way, and a read takes microseconds.</summary>
    /// <exception cref="StorageUnavailableException">The database can't be used.</exception>
    public T Read<T>(Func<SqliteConnection, T> work) => Guard(() =>
    {
        if (_copy is null)
        {
            _ = Writer();
            _file.CheckStillThere();
        }
        if (!_idle.TryTake(out var connection)) connection = _copy?.Open() ?? _file.Open();
        try
        {
            var result = work(connection);
            _idle.Add(connection);
            return result;
        }
        catch
        {
            _file.Close(connection); // whatever ails it, the next one is new
            throw;
        }
    });

    /// <summary>Does some writing as one of the works of a transaction; answers when that is on the disk.</summary>
    /// <param name="work">Leaves nothing half done when it declines; what it throws undoes the works beside it too.</param>
    /// <param name="cancellationToken">Helps only while the work still waits; once it has begun its outcome is told.</param>
    /// <exception cref="StorageUnavailableException">The database can't be used, and none of the work is done.</exception>
    public Task<T> WriteAsync<T>(Func<SqliteTransaction, T> work, CancellationToken cancellationToken) => Guard(Writer).RunAsync(work, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null) await _writer.DisposeAsync();
        while (_idle.TryTake(out var connection)) _file.Close(connection);
        _copy?.Dispose();
    }

    /// <summary>What could not be opened is tried again the next time.</summary>
    private SqliteWriter Writer()
    {
        if (toRead) throw new InvalidOperationException("This store is only read.");
        lock (_opening)
        {
            if (_writer is not null) return _writer;
            if (folder.Prepare().FirstOrDefault(f => f.Severity == Severity.Error) is { } finding) throw new StorageUnavailableException(finding);
            _file.Prepare();
            folder.Hold();
            _ = serving.TryTake();
            return _writer = new(_file);
        }
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException failure)
        {
            throw toRead ? folder.Unavailable(failure) : _file.Unavailable(failure);
        }
    }
}
