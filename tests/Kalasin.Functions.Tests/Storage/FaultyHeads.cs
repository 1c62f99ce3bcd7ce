using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Storage;

/// <summary>Sealed heads with which things go wrong as <paramref name="faults"/> says.</summary>
internal sealed class FaultyHeads(IHeads heads, Faults faults) : IHeads
{
    public string Place => heads.Place;

    public Task SealAsync(StreamId stream, SealedHead head, CancellationToken cancellationToken) => faults.AroundAsync(nameof(SealAsync), async () =>
    {
        await heads.SealAsync(stream, head, cancellationToken);
        return true;
    }, cancellationToken);

    public Task<SealedHeads> ReadAsync(StreamId stream, CancellationToken cancellationToken) =>
        faults.AroundAsync("ReadHeads", () => heads.ReadAsync(stream, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<StreamId>> ListAsync(CancellationToken cancellationToken) =>
        faults.AroundAsync("ListHeads", () => heads.ListAsync(cancellationToken), cancellationToken);

    public Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken) => heads.CheckAsync(cancellationToken);
}
