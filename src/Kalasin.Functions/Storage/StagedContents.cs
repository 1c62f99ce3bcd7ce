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
        var staged = await vault.StageAsync(stream, long.MaxValue, cancellationToken) ?? throw new InvalidOperationException("No limit was set.");
        _own.Add(staged);
        return staged.Hash;
    }

    public Task PromoteAsync(CancellationToken cancellationToken) => vault.PromoteAsync([.. _kept, .. _own], cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, content) in _sent) await content.DisposeAsync();
        foreach (var content in _own) await content.DisposeAsync();
        _sent.Clear();
        _own.Clear();
    }
}
