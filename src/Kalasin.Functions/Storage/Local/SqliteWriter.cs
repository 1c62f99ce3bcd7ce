using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Kalasin.Functions.Storage.Local;

/// <summary>The one writer of a process: takes work from a queue, several pieces to a transaction, and answers after the commit.</summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostAtOnce = 64;

    private readonly SqliteFile _file;
    private readonly Channel<Work> _queue = Channel.CreateBounded<Work>(new BoundedChannelOptions(1024) { SingleReader = true });
    private readonly Task _loop;
    private SqliteConnection? _connection;

    public SqliteWriter(SqliteFile file)
    {
        _file = file;
        _loop = Task.Run(LoopAsync);
    }

    /// <inheritdoc cref="SqliteDatabase.WriteAsync"/>
    public async Task<T> RunAsync<T>(Func<SqliteTransaction, T> work, CancellationToken cancellationToken)
    {
        var waiting = new Work<T>(work, cancellationToken);
        await _queue.Writer.WriteAsync(waiting, cancellationToken);
        return await waiting.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        if (_connection is not null) _file.Close(_connection);
    }

    private async Task LoopAsync()
    {
        var taken = new List<Work>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            taken.Clear();
            while (taken.Count < MostAtOnce && _queue.Reader.TryRead(out var work))
                if (!work.IsWithdrawn()) taken.Add(work);
            if (taken.Count > 0) Write(taken);
        }
    }

    private void Write(List<Work> works)
    {
        try
        {
            _file.CheckStillThere();
            _connection ??= _file.Open();
            using var transaction = _connection.BeginTransaction(deferred: false);
            foreach (var work in works) work.Run(transaction);
            transaction.Commit();
            _file.CheckStillThere(); // what went into a file that nobody finds again is not kept
        }
        catch (Exception failure)
        {
            if (_connection is not null) _file.Close(_connection); // whatever ails it, the next one is new
            _connection = null;
            foreach (var work in works) work.Fail(failure is SqliteException database ? _file.Unavailable(database) : failure);
            return;
        }
        foreach (var work in works) work.Succeed();
    }

    /// <summary>Something to be written, and whoever waits for it.</summary>
    private abstract class Work
    {
        /// <summary>Nobody waits for it any more; it has been told so.</summary>
        public abstract bool IsWithdrawn();

        public abstract void Run(SqliteTransaction transaction);

        public abstract void Succeed();

        public abstract void Fail(Exception failure);
    }

    private sealed class Work<T>(Func<SqliteTransaction, T> work, CancellationToken cancellationToken) : Work
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Answer => _answer.Task;

        public override bool IsWithdrawn() => cancellationToken.IsCancellationRequested && _answer.TrySetCanceled(cancellationToken);

        public override void Run(SqliteTransaction transaction) => _result = work(transaction);

        public override void Succeed() => _answer.TrySetResult(_result!);

        public override void Fail(Exception failure) => _answer.TrySetException(failure);
    }
}
