using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <summary>
/// The contents that one event is going to name: what came from outside, and what the program made of it, promoted at once.
/// Disposing removes what the program staged here and did not promote; the rest belongs to whoever took it in.
/// </summary>
internal sealed class StagedContents(IVault vault) : IAsyncDisposable
{
    private readonly List<StagedContent> _all = [], _own = [];

    public void Add(StagedContent content) => _all.Add(content);

    /// <returns>The name it will be kept under.</returns>
    public async Task<ContentHash> AddOwnAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await using var stream = StagedBytes.Reading(content);
        var staged = await vault.StageAsync(stream, long.MaxValue, cancellationToken) ?? throw new InvalidOperationException("No limit was set.");
        _own.Add(staged);
        Add(staged);
        return staged.Hash;
    }

    public Task PromoteAsync(CancellationToken cancellationToken) => vault.PromoteAsync(_all, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var content in _own) await content.DisposeAsync();
    }
}
