using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Storage;

/// <summary>One empty store of its own per test; all that a contract has to know about an adapter.</summary>
internal abstract class StorageUnderTest : IAsyncDisposable
{
    private readonly List<IStorage> _opened = [];

    /// <summary>Another adapter over the same store, as a second process would have it.</summary>
    public IStorage Open()
    {
        var storage = Create();
        _opened.Add(storage);
        return storage;
    }

    /// <summary>A file put into the drop by a sender who then walks away.</summary>
    public abstract Task DropAsync(string path, byte[] content);

    /// <summary>Lets so much time pass that what was dropped counts as whole.</summary>
    public abstract Task SettleAsync(IDrops drops);

    /// <summary>Lets so much time pass that what is stored next is later than what is there.</summary>
    public abstract Task AgeAsync();

    /// <summary>Whether a dropped file still lies there.</summary>
    public abstract Task<bool> IsThereAsync(string path);

    /// <summary>A sender takes a dropped file back.</summary>
    public abstract Task TakeBackAsync(string path);

    /// <summary>Names of the answers under a path, by name.</summary>
    public abstract Task<IReadOnlyList<string>> AnswersOfAsync(string path);

    /// <summary>What the store still keeps of work that was not finished; empty when all is well.</summary>
    public abstract IReadOnlyList<string> Leftovers { get; }

    /// <summary>Somebody puts other bytes in the place of a content, or takes it away, behind the program's back; null takes it away.</summary>
    public abstract Task DamageAsync(StreamId stream, ContentHash hash, byte[]? content);

    /// <summary>Somebody who may do everything to the store puts another event in the place of one, or takes the last one away.</summary>
    public abstract Task ForgeAsync(StreamId stream, long sequence, byte[]? bytes);

    /// <summary>An answer as the sender finds it; null if there is none.</summary>
    public abstract Task<byte[]?> ReadAnswerAsync(string path, string name);

    public async ValueTask DisposeAsync()
    {
        foreach (var storage in _opened) await storage.DisposeAsync();
        await RemoveAsync();
    }

    protected abstract IStorage Create();

    protected abstract ValueTask RemoveAsync();
}

/// <summary>What every contract suite stands on.</summary>
public abstract class StorageContract : IAsyncLifetime
{
    private protected StorageUnderTest Store { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public virtual ValueTask InitializeAsync()
    {
        Store = CreateStore();
        return ValueTask.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected abstract StorageUnderTest CreateStore();

    private protected static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private protected static async Task<byte[]> ReadAllAsync(Stream? stream)
    {
        Assert.NotNull(stream);
        await using (stream)
        {
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, Token);
            return copy.ToArray();
        }
    }

    private protected static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items.WithCancellation(Token)) all.Add(item);
        return all;
    }
}
