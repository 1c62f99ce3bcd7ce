using System.IO.Pipelines;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>
/// The contents that one event is going to name: files that were sent, and what the program makes of them, promoted at once.
/// Disposing removes what was staged here and not promoted.
/// </summary>
internal sealed class StagedContents(IVault vault) : IAsyncDisposable
{
    private readonly List<(SourceFile File, StagedContent Content)> _sent = [];
    private readonly List<StagedContent> _own = [], _kept = [];

    /// <summary>Files that were sent, in the order they came.</summary>
    public IReadOnlyList<(SourceFile File, StagedContent Content)> Sent => _sent;

    /// <summary>Takes in a file that was sent. It is kept only if <see cref="Keep"/> says so.</summary>
    /// <param name="name">As the sender gave it.</param>
    /// <param name="limit">Most bytes, inclusive.</param>
    /// <returns>False, and nothing taken in, if it has more.</returns>
    public async Task<bool> TryAddAsync(string name, Stream bytes, long limit, CancellationToken cancellationToken)
    {
        if (await vault.StageAsync(bytes, limit, cancellationToken) is not { } content) return false;
        _sent.Add((new(name, async token => await content.OpenAsync(token)), content));
        return true;
    }

    public void Keep(StagedContent sent) => _kept.Add(sent);

    /// <returns>The name it will be kept under.</returns>
    public async Task<ContentHash> AddOwnAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await using var stream = StagedBytes.Reading(content);
        return await AddOwnAsync(stream, cancellationToken);
    }

    /// <summary>Takes in what is written, while it is written: the whole of it is never in memory.</summary>
    /// <returns>The name it will be kept under.</returns>
    public async Task<ContentHash> AddOwnAsync(Func<PipeWriter, Task> write, CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        var writing = WriteAsync();
        await using var stream = pipe.Reader.AsStream();
        var hash = await AddOwnAsync(stream, cancellationToken);
        await writing;
        return hash;

        // A failure is the reader's to throw; when nobody reads any more, the writer is told and ends.
        async Task WriteAsync()
        {
            try
            {
                await write(pipe.Writer);
                await pipe.Writer.CompleteAsync();
            }
            catch (Exception failure)
            {
                await pipe.Writer.CompleteAsync(failure);
            }
        }
    }

    public Task PromoteAsync(CancellationToken cancellationToken) => vault.PromoteAsync([.. _kept, .. _own], cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, content) in _sent) await content.DisposeAsync();
        foreach (var content in _own) await content.DisposeAsync();
        _sent.Clear();
        _own.Clear();
    }

    private async Task<ContentHash> AddOwnAsync(Stream content, CancellationToken cancellationToken)
    {
        var staged = await vault.StageAsync(content, long.MaxValue, cancellationToken) ?? throw new InvalidOperationException("No limit was set.");
        _own.Add(staged);
        return staged.Hash;
    }
}
