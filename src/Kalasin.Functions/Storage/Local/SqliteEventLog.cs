using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Kalasin.Functions.Storage.Local;

/// <summary>The log as rows of the database of a data folder.</summary>
internal sealed class SqliteEventLog(SqliteDatabase database) : IEventLog
{
    private const int RowsAtOnce = 256;

    public async IAsyncEnumerable<StoredEvent> ReadAsync(StreamId stream, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var from = after;
            var rows = database.Read(connection => Read(connection, stream, from));
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
        return database.WriteAsync(transaction => Append(transaction, stream, expectedSequence, events), cancellationToken);
    }

    public Task<Page<StreamId>> ListAsync(string prefix, string? page, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(connection => List(connection, prefix, page)));

    private static AppendResult Append(SqliteTransaction transaction, StreamId stream, long expectedSequence, EventBatch events)
    {
        using var last = transaction.Connection!.CreateCommand();
        last.Transaction = transaction;
        last.CommandText = "SELECT coalesce(max(sequence), 0) FROM event WHERE stream = $stream;";
        last.Parameters.AddWithValue("$stream", stream.ToString());
        if ((long)last.ExecuteScalar()! != expectedSequence) return new AppendResult.Conflict();

        using var insert = transaction.Connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO event (stream, sequence, bytes) VALUES ($stream, $sequence, $bytes);";
        insert.Parameters.AddWithValue("$stream", stream.ToString());
        var sequence = insert.Parameters.Add("$sequence", SqliteType.Integer);
        var bytes = insert.Parameters.Add("$bytes", SqliteType.Blob);
        var next = expectedSequence;
        foreach (var item in events)
        {
            sequence.Value = ++next;
            bytes.Value = item.ToArray();
            insert.ExecuteNonQuery();
        }
        return new AppendResult.Ok(next);
    }

    private static List<StoredEvent> Read(SqliteConnection connection, StreamId stream, long after)
    {
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

    private static Page<StreamId> List(SqliteConnection connection, string prefix, string? page)
    {
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
}
