using Kalasin.Evaluation;
using Microsoft.Data.Sqlite;

namespace Kalasin.Functions.Storage.Local;

/// <summary>The database file of a data folder: its form, its settings, and what can be wrong with it.</summary>
internal sealed class SqliteFile(DataFolder folder)
{
    private const long ApplicationId = 0x4B414C41; // "KALA"

    /// <summary>What each version added, from the first.</summary>
    private static readonly string[] Schema =
    [
        """
        PRAGMA application_id = 1262570561; -- "KALA"
        PRAGMA user_version = 1;
        CREATE TABLE event (
            stream   TEXT    NOT NULL,
            sequence INTEGER NOT NULL CHECK (sequence > 0),
            bytes    BLOB    NOT NULL,
            PRIMARY KEY (stream, sequence)
        ) STRICT;
        CREATE TRIGGER event_has_no_gap    BEFORE INSERT ON event
            WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM event WHERE stream = NEW.stream)
            BEGIN SELECT RAISE(ABORT, 'the log has neither gaps nor doubles'); END;
        CREATE TRIGGER event_never_changes BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
        CREATE TRIGGER event_never_goes    BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
        """,
        """
        PRAGMA user_version = 2;
        CREATE TABLE content (
            stream    TEXT    NOT NULL,
            hash      TEXT    NOT NULL,
            stored_at INTEGER NOT NULL, -- milliseconds since 1970, UTC
            bytes     BLOB    NOT NULL,
            PRIMARY KEY (stream, hash)
        ) STRICT;
        """,
    ];

    private readonly string _connectionString = new SqliteConnectionStringBuilder { DataSource = folder.Log, DefaultTimeout = 30, Pooling = false }.ToString();

    public SqliteConnection Open() => Open(
        _connectionString, connection => Execute(connection, "PRAGMA busy_timeout = 30000; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"));

    /// <param name="source">A path or, for what nobody writes to, SQLite's address of it with <c>immutable=1</c>.</param>
    /// <exception cref="StorageUnavailableException">The file is not a log that this version can read.</exception>
    public SqliteConnection OpenToRead(string source) => Open(
        new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = 30, Pooling = false }.ToString(),
        connection =>
        {
            using var snapshot = connection.BeginTransaction(deferred: true);
            if (VersionOf(connection, snapshot) != Schema.Length) throw Refuse(StorageFindings.LogUnreadable);
        });

    private static SqliteConnection Open(string connectionString, Action<SqliteConnection> prepare)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Asked before and after each use: an open file stays usable when its folder is gone.</summary>
    /// <exception cref="StorageUnavailableException">The file in the folder is another one than that in use, or none.</exception>
    public void CheckStillThere()
    {
        if (folder.Replaced is { } replaced) throw new StorageUnavailableException(replaced);
    }

    /// <summary>The last one to close a database tidies up, and would remove by its name what now belongs to the file that stands in its place.</summary>
    public void Close(SqliteConnection connection)
    {
        const int NoCheckpointOnClose = 1006; // SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE
        if (folder.Replaced is not null && connection.Handle is { } handle) SQLitePCL.raw.sqlite3_db_config(handle, NoCheckpointOnClose, 1, out _);
        connection.Dispose();
    }

    /// <summary>Makes the file where it is missing; leaves a file of another program or of a newer version untouched.</summary>
    /// <exception cref="StorageUnavailableException">The file is not a log that this version can use.</exception>
    public void Prepare()
    {
        using var connection = Open();
        using (var snapshot = connection.BeginTransaction(deferred: true))
            if (VersionOf(connection, snapshot) == Schema.Length) return;

        Execute(connection, "PRAGMA journal_mode = WAL;");
        using var transaction = connection.BeginTransaction(deferred: false);
        // Asked again: another process may have been first.
        foreach (var step in Schema[VersionOf(connection, transaction)..]) Execute(connection, step, transaction);
        transaction.Commit();
    }

    /// <returns>0 for a file that is still empty.</returns>
    private int VersionOf(SqliteConnection connection, SqliteTransaction transaction)
    {
        var version = Number(connection, "PRAGMA user_version;", transaction);
        if (Number(connection, "PRAGMA application_id;", transaction) == ApplicationId)
            return version <= Schema.Length ? (int)version : throw Refuse(StorageFindings.LogNewer);
        return Number(connection, "SELECT count(*) FROM sqlite_schema;", transaction) == 0 ? 0 : throw Refuse(StorageFindings.LogUnreadable);
    }

    /// <summary>What a failure of the database means for whoever was using it.</summary>
    public StorageUnavailableException Unavailable(SqliteException failure) => failure.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => Refuse(StorageFindings.LogUnreadable, failure),
        SQLitePCL.raw.SQLITE_FULL => Refuse(StorageFindings.VolumeFull, failure, folder.Root),
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM =>
            Refuse(StorageFindings.FolderNotWritable, failure, folder.Root),
        _ => Refuse(StorageFindings.Unusable, failure, folder.Root),
    };

    private StorageUnavailableException Refuse(FindingKind kind, Exception? failure = null, string? what = null) =>
        new(kind.At(Place.Nowhere, what ?? folder.Log), failure);

    private static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return (long)command.ExecuteScalar()!;
    }
}
