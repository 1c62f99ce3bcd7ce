using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Storage;

internal sealed class FaultyVaults(IVaults vaults, Faults faults) : IVaults
{
    public IVault Of(StreamId stream) => new FaultyVault(vaults.Of(stream), faults);
}

/// <summary>A vault with which things go wrong as <paramref name="faults"/> says.</summary>
internal sealed class FaultyVault(IVault vault, Faults faults) : IVault
{
    public Task<StagedContent?> StageAsync(Stream content, long limit, CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(StageAsync), () => vault.StageAsync(content, limit, cancellationToken), cancellationToken);

    public Task PromoteAsync(IReadOnlyCollection<StagedContent> staged, CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(PromoteAsync), async () =>
        {
            await vault.PromoteAsync(staged, cancellationToken);
            return true;
        }, cancellationToken);

    public Task<Stream?> OpenAsync(ContentHash hash, ByteRange range, CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(OpenAsync), () => vault.OpenAsync(hash, range, cancellationToken), cancellationToken);

    public Task<bool> ExistsAsync(ContentHash hash, CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(ExistsAsync), () => vault.ExistsAsync(hash, cancellationToken), cancellationToken);

    public Task<bool> DeleteAsync(ContentHash hash, CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(DeleteAsync), () => vault.DeleteAsync(hash, cancellationToken), cancellationToken);

    public Task<bool> DeleteAsync(ContentHash hash, DateTimeOffset before, CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(DeleteAsync), () => vault.DeleteAsync(hash, before, cancellationToken), cancellationToken);

    public Task<bool> RenewAsync(ContentHash hash, CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(RenewAsync), () => vault.RenewAsync(hash, cancellationToken), cancellationToken);

    public IAsyncEnumerable<StoredContent> ListAsync(CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(ListAsync), vault.ListAsync(cancellationToken), cancellationToken);
}
