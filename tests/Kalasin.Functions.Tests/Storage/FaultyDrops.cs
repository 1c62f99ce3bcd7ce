using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Storage;

/// <summary>Drops with which things go wrong as <paramref name="faults"/> says.</summary>
internal sealed class FaultyDrops(IDrops drops, Faults faults) : IDrops
{
    public IAsyncEnumerable<Drop> ListAsync(CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(ListAsync), drops.ListAsync(cancellationToken), cancellationToken);

    public Task<Stream?> OpenAsync(Drop drop, CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(OpenAsync), () => drops.OpenAsync(drop, cancellationToken), cancellationToken);

    public Task AnswerAsync(DropPath answered, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => faults.AroundAsync(nameof(AnswerAsync), async () =>
    {
        await drops.AnswerAsync(answered, name, content, cancellationToken);
        return true;
    }, cancellationToken);

    public Task<bool> DeleteAsync(Drop drop, CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(DeleteAsync), () => drops.DeleteAsync(drop, cancellationToken), cancellationToken);
}
