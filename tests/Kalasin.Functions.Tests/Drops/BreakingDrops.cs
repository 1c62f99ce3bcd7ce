using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Drops;

/// <summary>Drops that fail before some calls: as if the process had died there.</summary>
/// <param name="drops">What it stands before.</param>
/// <param name="failure">What to throw at this operation on this path; null lets it through.</param>
internal sealed class BreakingDrops(IDrops drops, Func<string, DropPath, Exception?> failure) : IDrops
{
    public IAsyncEnumerable<Drop> ListAsync(CancellationToken cancellationToken) => drops.ListAsync(cancellationToken);

    public Task<Stream?> OpenAsync(Drop drop, CancellationToken cancellationToken)
    {
        Break(nameof(OpenAsync), drop.Path);
        return drops.OpenAsync(drop, cancellationToken);
    }

    public Task AnswerAsync(DropPath answered, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        Break(nameof(AnswerAsync), answered);
        return drops.AnswerAsync(answered, name, content, cancellationToken);
    }

    public Task<bool> DeleteAsync(Drop drop, CancellationToken cancellationToken)
    {
        Break(nameof(DeleteAsync), drop.Path);
        return drops.DeleteAsync(drop, cancellationToken);
    }

    private void Break(string operation, DropPath path)
    {
        if (failure(operation, path) is { } broken) throw broken;
    }
}
