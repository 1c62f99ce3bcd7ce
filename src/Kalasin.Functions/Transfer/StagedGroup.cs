using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Transfer;

/// <summary>Staged contents that wait to be promoted together, a bounded number of them.</summary>
internal sealed class StagedGroup(IVault vault, int most) : IAsyncDisposable
{
    private readonly List<StagedContent> _waiting = [];

    /// <param name="name">What it has to be.</param>
    /// <returns>False if it is something else; it is not kept.</returns>
    public async Task<bool> TakeAsync(StagedContent staged, ContentHash name, CancellationToken cancellationToken)
    {
        _waiting.Add(staged);
        if (staged.Hash != name) return false;
        if (_waiting.Count == most) await PromoteAsync(cancellationToken);
        return true;
    }

    public async Task PromoteAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Count > 0) await vault.PromoteAsync(_waiting, cancellationToken);
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var staged in _waiting) await staged.DisposeAsync();
        _waiting.Clear();
    }
}
