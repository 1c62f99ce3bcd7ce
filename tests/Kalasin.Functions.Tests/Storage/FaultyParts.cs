using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Storage;

/// <summary>Files in parts with which things go wrong as <paramref name="faults"/> says.</summary>
internal sealed class FaultyParts(IParts parts, Faults faults) : IParts
{
    public Task<PartialFile> BeginAsync(PartialPlace place, string name, long length, CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(BeginAsync), () => parts.BeginAsync(place, name, length, cancellationToken), cancellationToken);

    public Task<PartialFile?> FindAsync(PartialPlace place, PartialId id, CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(FindAsync), () => parts.FindAsync(place, id, cancellationToken), cancellationToken);

    public Task<PartialFile?> AppendAsync(PartialFile file, long offset, Stream bytes, CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(AppendAsync), () => parts.AppendAsync(file, offset, bytes, cancellationToken), cancellationToken);

    public Task<Stream?> OpenAsync(PartialFile file, CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(OpenAsync), () => parts.OpenAsync(file, cancellationToken), cancellationToken);

    public Task DeleteAsync(PartialFile file, CancellationToken cancellationToken) => faults.AroundAsync(nameof(DeleteAsync), async () =>
    {
        await parts.DeleteAsync(file, cancellationToken);
        return true;
    }, cancellationToken);

    public IAsyncEnumerable<PartialFile> ListAsync(PartialPlace place, CancellationToken cancellationToken) =>
        faults.AroundAsync(nameof(ListAsync), parts.ListAsync(place, cancellationToken), cancellationToken);

    public Task SweepAsync(DateTimeOffset before, CancellationToken cancellationToken) => faults.AroundAsync(nameof(SweepAsync), async () =>
    {
        await parts.SweepAsync(before, cancellationToken);
        return true;
    }, cancellationToken);
}
