using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Kalasin.EndToEnd.Tests.Hosting.Wire;
using Kind = Kalasin.EndToEnd.Tests.Hosting.Wire.StreamingMessage.ContentOneofCase;

namespace Kalasin.EndToEnd.Tests.Hosting;

/// <summary>The host's end of the stream to one worker: what is asked goes out in order, and what comes back goes to whoever awaits it.</summary>
internal sealed class WorkerLink
{
    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<(Kind Kind, string Id), TaskCompletionSource<StreamingMessage>> awaited = new();
    private readonly ConcurrentQueue<RpcLog> logs = new();
    private readonly TaskCompletionSource gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int opened;

    /// <summary>By which the worker says who it is.</summary>
    public string WorkerId { get; } = Guid.NewGuid().ToString();

    /// <summary>All that the worker logged through the host.</summary>
    public IReadOnlyCollection<RpcLog> Logs => logs;

    public void Send(StreamingMessage message) => outgoing.Writer.TryWrite(message);

    /// <summary>Sends, and waits for the answer of that kind, and of that id where there may be many.</summary>
    /// <exception cref="WorkerGoneException">The stream ended first.</exception>
    public Task<StreamingMessage> AskAsync(StreamingMessage message, Kind answer, string id = "")
    {
        var answered = AwaitAsync(answer, id);
        Send(message);
        return answered;
    }

    /// <summary>Waits for a message that nobody asked for.</summary>
    /// <exception cref="WorkerGoneException">The stream ended first.</exception>
    public async Task<StreamingMessage> AwaitAsync(Kind kind, string id = "")
    {
        var answer = awaited.GetOrAdd((kind, id), _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        if (await Task.WhenAny(answer, gone.Task) != answer) throw new WorkerGoneException();
        return await answer;
    }

    /// <summary>The worker's process ended; one that never opened its stream will answer nothing any more.</summary>
    public void ProcessEnded()
    {
        if (Interlocked.Exchange(ref opened, 1) == 0) gone.TrySetResult();
    }

    /// <summary>Lives as long as the stream, beginning with the message by which it was known.</summary>
    public async Task RunAsync(
        StreamingMessage first, IAsyncStreamReader<StreamingMessage> incoming, IServerStreamWriter<StreamingMessage> worker,
        CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref opened, 1) == 1) throw new RpcException(new Status(StatusCode.AlreadyExists, "The worker has its stream already."));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = SendAllAsync(worker, ended.Token);
        try
        {
            Take(first);
            while (await incoming.MoveNext(cancellationToken)) Take(incoming.Current);
        }
        catch (Exception cut) when (cut is IOException or OperationCanceledException)
        {
            // Killed, or the host goes.
        }
        finally
        {
            gone.TrySetResult();
            await ended.CancelAsync();
            await sending;
        }
    }

    private async Task SendAllAsync(IServerStreamWriter<StreamingMessage> worker, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in outgoing.Reader.ReadAllAsync(cancellationToken)) await worker.WriteAsync(message, CancellationToken.None);
        }
        catch (Exception cut) when (cut is OperationCanceledException or IOException or InvalidOperationException)
        {
            // Whoever awaits an answer is told by the reading side.
        }
    }

    private void Take(StreamingMessage message)
    {
        var id = message.ContentCase switch
        {
            Kind.RpcLog => null,
            Kind.InvocationResponse => message.InvocationResponse.InvocationId,
            Kind.FunctionLoadResponse => message.FunctionLoadResponse.FunctionId,
            Kind.WorkerStatusResponse => message.RequestId,
            _ => "",
        };
        if (id is null) logs.Enqueue(message.RpcLog);
        else awaited.GetOrAdd((message.ContentCase, id), _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult(message);
    }
}

/// <summary>The worker went before it had answered.</summary>
internal sealed class WorkerGoneException() : IOException("The worker is gone.");
