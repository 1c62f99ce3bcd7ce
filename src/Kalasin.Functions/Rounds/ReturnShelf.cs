using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>Parsed returns from the vault. Content never changes under its hash, so what was read once is kept.</summary>
internal sealed class ReturnShelf(RoundLog log)
{
    /// <summary>Beyond this many the shelf is cleared: several rounds of several versions fit.</summary>
    private const int Most = 4096;

    private readonly ConcurrentDictionary<(RoundId, ContentHash), Return> shelf = new();

    /// <summary>The returns that these heads name, in their order.</summary>
    /// <exception cref="StorageUnavailableException">The vault can't be read.</exception>
    /// <exception cref="InvalidDataException">The vault lacks what the log names, or holds something else.</exception>
    public async Task<ImmutableArray<Return>> LoadAsync(RoundId round, IReadOnlyList<ReturnHead> heads, CancellationToken cancellationToken)
    {
        var returns = ImmutableArray.CreateBuilder<Return>(heads.Count);
        foreach (var head in heads) returns.Add(await LoadAsync(round, head.Content, cancellationToken));
        return returns.MoveToImmutable();
    }

    private async Task<Return> LoadAsync(RoundId round, ContentHash content, CancellationToken cancellationToken)
    {
        if (shelf.TryGetValue((round, content), out var known)) return known;
        await using var stream = await log.VaultOf(round).OpenAsync(content, ByteRange.All, cancellationToken)
            ?? throw new InvalidDataException($"The vault of {round} lacks {content}.");
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        if (!ReturnJson.TryRead(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), out var read)) throw new InvalidDataException($"The vault of {round} holds no return under {content}.");
        if (shelf.Count >= Most) shelf.Clear();
        return shelf[(round, content)] = read;
    }
}
