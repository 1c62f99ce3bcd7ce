using System.Runtime.CompilerServices;
using Kalasin.Evaluation;
using Microsoft.Data.Sqlite;

namespace Kalasin.Functions.Storage.Local;

/// <summary>
/// The log in one SQLite file. Reads run beside the writer (WAL). Appends go through one queue; those that wait at the same
/// time share a transaction, so that a burst of deliveries costs few disk flushes.
/// </summary>
internal sealed class SqliteEventLog : IEventLog, IAsyncDisposable
{
    private const int RowsAtOnce = 256;

    private readonly DataFolder _folder;
    private readonly SqliteLogFile _file;
    private readonly Lock _opening = new();
    private SqliteWriter? _writer;

    public SqliteEventLog(DataFolder folder)
    {
        _folder = folder;
        _file = new(folder);
    }

    public async IAsyncEnumerable<StoredEvent> ReadAsync(StreamId stream, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rows = await Task.Run(() => Guard(() => Read(stream, after)), cancellationToken);
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return row;
                after = row.Sequence;
            }
            if (rows.Count < RowsAtOnce) yield break;
        }
    }

    public Task<AppendResult> AppendAsync(StreamId stream, long expectedSequence, EventBatch events, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedSequence);
        return Guard(Writer).AppendAsync(stream, expectedSequence, events, cancellationToken);
    }

    public Task<Page<StreamId>> ListAsync(string prefix, string? page, CancellationToken cancellationToken) =>
        Task.Run(() => Guard(() => List(prefix, page)), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_writer is null) return;
        await _writer.DisposeAsync();
        _file.Close();
    }

    /// <summary>Opens the log at first use; a log that could not be opened is tried again the next time.</summary>
    private SqliteWriter Writer()
    {
        lock (_opening)
        {
            if (_writer is not null) return _writer;
            if (_folder.Prepare().FirstOrDefault(f => f.Severity == Severity.Error) is { } finding) throw new StorageUnavailableException(finding);
            _file.Prepare();
            return _writer = new(_file);
        }
    }

    private List<StoredEvent> Read(StreamId stream, long after)
    {
        _ = Writer();
        using var connection = _file.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sequence, bytes FROM event WHERE stream = $stream AND sequence > $after ORDER BY sequence LIMIT $rows;";
        command.Parameters.AddWithValue("$stream", stream.ToString());
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$rows", RowsAtOnce);
        using var reader = command.ExecuteReader();
        var rows = new List<StoredEvent>();
        while (reader.Read()) rows.Add(new(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)));
        return rows;
    }

    private Page<StreamId> List(string prefix, string? page)
    {
        _ = Writer();
        using var connection = _file.Open();
        using var command = connection.CreateCommand();
        // Hops from one stream to the next along the primary key instead of reading every event's key.
        command.CommandText = """
            WITH RECURSIVE name(it) AS (
                SELECT min(stream) FROM event WHERE stream >= $prefix AND stream > $after AND stream < $end
                UNION ALL
                SELECT (SELECT min(stream) FROM event WHERE stream > name.it AND stream < $end) FROM name WHERE name.it IS NOT NULL
            )
            SELECT it FROM name WHERE it IS NOT NULL LIMIT $rows;
            """;
        command.Parameters.AddWithValue("$prefix", prefix);
        command.Parameters.AddWithValue("$after", page ?? "");
        command.Parameters.AddWithValue("$end", prefix + '\x7f'); // behind every character that a stream's name may have
        command.Parameters.AddWithValue("$rows", Page.Size + 1);
        using var reader = command.ExecuteReader();
        var names = new List<StreamId>();
        while (reader.Read() && StreamId.TryParse(reader.GetString(0), out var stream)) names.Add(stream);
        return names.Count <= Page.Size ? new(names, null) : new(names[..Page.Size], names[Page.Size - 1].ToString());
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException failure)
        {
            throw _file.Unavailable(failure);
        }
    }
}
