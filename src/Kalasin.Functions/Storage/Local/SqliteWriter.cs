using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Kalasin.Functions.Storage.Local;

/// <summary>The one writer of a process: takes appends from a queue, several to a transaction, and answers after the commit.</summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostAppendsAtOnce = 64;

    private readonly SqliteLogFile _file;
    private readonly Channel<Append> _queue = Channel.CreateBounded<Append>(new BoundedChannelOptions(1024) { SingleReader = true });
    private readonly Task _work;

    public SqliteWriter(SqliteLogFile file)
    {
        _file = file;
        _work = Task.Run(WorkAsync);
    }

    /// <summary>Cancelling helps only while the append still waits; once it is being written its outcome is told.</summary>
    public async Task<AppendResult> AppendAsync(StreamId stream, long expectedSequence, EventBatch events, CancellationToken cancellationToken)
    {
        var append = new Append(stream.ToString(), expectedSequence, events, cancellationToken);
        await _queue.Writer.WriteAsync(append, cancellationToken);
        return await append.Answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _work;
    }

    private async Task WorkAsync()
    {
        var waiting = new List<Append>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            waiting.Clear();
            while (waiting.Count < MostAppendsAtOnce && _queue.Reader.TryRead(out var append)) waiting.Add(append);
            Write(waiting);
        }
    }

    private void Write(List<Append> appends)
    {
        var results = new AppendResult?[appends.Count];
        try
        {
            using var connection = _file.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            for (var i = 0; i < results.Length; i++)
                results[i] = appends[i].CancellationToken.IsCancellationRequested ? null : Write(connection, transaction, appends[i]);
            transaction.Commit();
        }
        catch (Exception failure)
        {
            foreach (var append in appends) append.Answer.TrySetException(failure is SqliteException database ? _file.Unavailable(database) : failure);
            return;
        }
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i] is { } result) appends[i].Answer.TrySetResult(result);
            else appends[i].Answer.TrySetCanceled(appends[i].CancellationToken);
        }
    }

    private static AppendResult Write(SqliteConnection connection, SqliteTransaction transaction, Append append)
    {
        using var last = connection.CreateCommand();
        last.Transaction = transaction;
        last.CommandText = "SELECT coalesce(max(sequence), 0) FROM event WHERE stream = $stream;";
        last.Parameters.AddWithValue("$stream", append.Stream);
        if ((long)last.ExecuteScalar()! != append.ExpectedSequence) return new AppendResult.Conflict();

        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO event (stream, sequence, bytes) VALUES ($stream, $sequence, $bytes);";
        insert.Parameters.AddWithValue("$stream", append.Stream);
        var sequence = insert.Parameters.Add("$sequence", SqliteType.Integer);
        var bytes = insert.Parameters.Add("$bytes", SqliteType.Blob);
        var next = append.ExpectedSequence;
        foreach (var item in append.Events)
        {
            sequence.Value = ++next;
            bytes.Value = item.ToArray();
            insert.ExecuteNonQuery();
        }
        return new AppendResult.Ok(next);
    }

    private sealed record Append(string Stream, long ExpectedSequence, EventBatch Events, CancellationToken CancellationToken)
    {
        public TaskCompletionSource<AppendResult> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
