using System.Runtime.ExceptionServices;
using Kalasin.Evaluation;
using Microsoft.Data.Sqlite;

namespace Kalasin.Functions.Storage.Local;

/// <summary>
/// The small contents of one stream as rows of the database: a delivery brings half a dozen of them, and a file each would
/// cost two flushes of the disk each, where all of them share the flush of one commit.
/// </summary>
internal sealed class SqliteContents(SqliteDatabase database, StreamId stream, TimeProvider clock)
{
    private readonly string _stream = stream.ToString();

    /// <summary>Keeps all of them or none; what is there already is kept anew.</summary>
    public Task KeepAsync(IReadOnlyCollection<StagedBytes> contents, CancellationToken cancellationToken) => database.WriteAsync(transaction =>
    {
        using var insert = Command(
            transaction.Connection!,
            "INSERT INTO content (stream, hash, stored_at, bytes) VALUES ($stream, $hash, $now, $bytes) "
            + "ON CONFLICT DO UPDATE SET stored_at = max(stored_at, excluded.stored_at);");
        insert.Transaction = transaction;
        insert.Parameters.AddWithValue("$now", Now);
        var hash = insert.Parameters.Add("$hash", SqliteType.Text);
        var bytes = insert.Parameters.Add("$bytes", SqliteType.Blob);
        foreach (var content in contents)
        {
            hash.Value = content.Hash.ToString();
            bytes.Value = content.Bytes.ToArray();
            insert.ExecuteNonQuery();
        }
        return true;
    }, cancellationToken);

    /// <returns>Null if there is none of this hash.</returns>
    public byte[]? Find(ContentHash hash) => database.Read(connection =>
    {
        using var select = Command(connection, "SELECT bytes FROM content WHERE stream = $stream AND hash = $hash;", hash);
        return select.ExecuteScalar() as byte[];
    });

    public bool Exists(ContentHash hash) => database.Read(connection =>
    {
        using var select = Command(connection, "SELECT 1 FROM content WHERE stream = $stream AND hash = $hash;", hash);
        return select.ExecuteScalar() is not null;
    });

    /// <returns>False if there is none of this hash.</returns>
    public Task<bool> RenewAsync(ContentHash hash, CancellationToken cancellationToken) => database.WriteAsync(transaction =>
    {
        using var update = Command(
            transaction.Connection!, "UPDATE content SET stored_at = max(stored_at, $now) WHERE stream = $stream AND hash = $hash;", hash);
        update.Transaction = transaction;
        update.Parameters.AddWithValue("$now", Now);
        return update.ExecuteNonQuery() > 0;
    }, cancellationToken);

    /// <summary>The bytes are overwritten, in the database and in its write-ahead log, not only given free.</summary>
    /// <param name="before">Only what was kept last before it.</param>
    /// <returns>False if there was none.</returns>
    public async Task<bool> DeleteAsync(ContentHash hash, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var was = await database.WriteAsync(transaction =>
        {
            using var delete = Command(
                transaction.Connection!, "DELETE FROM content WHERE stream = $stream AND hash = $hash AND stored_at < $before;", hash);
            delete.Transaction = transaction;
            delete.Parameters.AddWithValue("$before", before.ToUnixTimeMilliseconds());
            return delete.ExecuteNonQuery() > 0;
        }, cancellationToken);
        return was && database.Read(connection =>
        {
            using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
            checkpoint.ExecuteNonQuery();
            return true;
        });
    }

    public List<StoredContent> List() => database.Read(connection =>
    {
        using var select = Command(connection, "SELECT hash, length(bytes), stored_at FROM content WHERE stream = $stream;");
        using var reader = select.ExecuteReader();
        var contents = new List<StoredContent>();
        while (reader.Read())
            contents.Add(new(ContentHash.Parse(reader.GetString(0)), reader.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2))));
        return contents;
    });

    /// <summary>Does some work on files while no process writes to the database, or does the same.</summary>
    public async Task<T> AloneAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        ExceptionDispatchInfo? failure = null; // of this work; those that share the transaction go on
        var result = await database.WriteAsync(_ =>
        {
            try
            {
                return work();
            }
            catch (Exception thrown)
            {
                failure = ExceptionDispatchInfo.Capture(thrown);
                return default!;
            }
        }, cancellationToken);
        failure?.Throw();
        return result;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private SqliteCommand Command(SqliteConnection connection, string sql, ContentHash? hash = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$stream", _stream);
        if (hash is { } wanted) command.Parameters.AddWithValue("$hash", wanted.ToString());
        return command;
    }
}
