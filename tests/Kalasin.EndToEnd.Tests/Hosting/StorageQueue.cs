using System.Text.Json;
using Kalasin.EndToEnd.Tests.Hosting.Wire;

namespace Kalasin.EndToEnd.Tests.Hosting;

/// <summary>
/// A queue that outlives hosts, and how a host empties it by the app's <c>host.json</c>: some messages at a time; one that failed
/// comes again, and after its last try lies in the poison queue. No time passes between tries.
/// </summary>
internal sealed class StorageQueue(string name)
{
    private readonly Queue<(string Text, int Tries)> messages = new();
    private readonly Lock taking = new();

    public string Name { get; } = name;

    /// <summary>How each try ended, in the order of the ends.</summary>
    public List<StatusResult> Results { get; } = [];

    /// <summary>How many lie there.</summary>
    public int Count
    {
        get
        {
            lock (taking) return messages.Count;
        }
    }

    public void Send(string message) => Put((message, 0));

    /// <summary>Has the host take messages until none is left.</summary>
    /// <param name="host">The host.</param>
    /// <param name="poison">The queue beside this one; none for that queue itself, whose messages are dropped after the last try.</param>
    /// <exception cref="WorkerGoneException">The worker went; whatever had not succeeded lies there again.</exception>
    public async Task DrainAsync(FunctionsHost host, StorageQueue? poison = null)
    {
        var settings = JsonElement.Parse(await File.ReadAllBytesAsync(Path.Combine(host.Root, "host.json"))).GetProperty("extensions").GetProperty("queues");
        var (tries, batch) = (settings.GetProperty("maxDequeueCount").GetInt32(), settings.GetProperty("batchSize").GetInt32());
        Assert.Equal("base64", settings.GetProperty("messageEncoding").GetString());
        var function = host.Functions.Single(f => f.Setting("queueName") == Name).Name;
        await Task.WhenAll(Enumerable.Range(0, batch).Select(async _ =>
        {
            while (Take() is { } message) await TryAsync(message);
        }));

        async Task TryAsync((string Text, int Tries) message)
        {
            var tried = message with { Tries = message.Tries + 1 };
            try
            {
                var result = await host.QueueAsync(function, message.Text, tried.Tries);
                lock (taking) Results.Add(result);
                if (result.Status == StatusResult.Types.Status.Success) return;
            }
            catch (WorkerGoneException)
            {
                Put(tried);
                throw;
            }
            if (tried.Tries < tries) Put(tried);
            else poison?.Put((message.Text, 0));
        }
    }

    private (string Text, int Tries)? Take()
    {
        lock (taking) return messages.TryDequeue(out var message) ? message : null;
    }

    private void Put((string Text, int Tries) message)
    {
        lock (taking) messages.Enqueue(message);
    }
}
