using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>What the log names in the vault, read: returns and details of deliveries. Content never changes under its hash, so what was read once is kept.</summary>
internal sealed class VaultContent(RoundLog log)
{
    /// <summary>Beyond this many all are let go: several rounds of several versions fit.</summary>
    private const int Most = 8192;

    private readonly ConcurrentDictionary<(RoundId, ContentHash), object> known = new();

    /// <summary>The returns that these heads name, in their order.</summary>
    /// <exception cref="StorageUnavailableException">The vault can't be read.</exception>
    /// <exception cref="InvalidDataException">The vault lacks what the log names, or holds something else.</exception>
    public async Task<ImmutableArray<Return>> ReturnsAsync(RoundId round, IReadOnlyList<ReturnHead> heads, CancellationToken cancellationToken)
    {
        var returns = ImmutableArray.CreateBuilder<Return>(heads.Count);
        foreach (var head in heads) returns.Add(await LoadAsync(round, head.Content, ReturnOf, cancellationToken));
        return returns.MoveToImmutable();
    }

    /// <summary>The details of a delivery.</summary>
    /// <exception cref="StorageUnavailableException">The vault can't be read.</exception>
    /// <exception cref="InvalidDataException">The vault lacks what the log names, or holds something else.</exception>
    public Task<DeliveryDetails> DetailsAsync(RoundId round, DeliveryReceived delivery, CancellationToken cancellationToken) => LoadAsync(round, delivery.Details, DetailsOf, cancellationToken);

    private async Task<T> LoadAsync<T>(RoundId round, ContentHash content, Func<ReadOnlyMemory<byte>, T?> read, CancellationToken cancellationToken) where T : class
    {
        if (known.GetValueOrDefault((round, content)) is T earlier) return earlier;
        await using var stream = await log.VaultOf(round).OpenAsync(content, ByteRange.All, cancellationToken)
            ?? throw new InvalidDataException($"The vault of {round} lacks {content}.");
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        var loaded = read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length)) ?? throw new InvalidDataException($"The vault of {round} holds something else under {content}.");
        if (known.Count >= Most) known.Clear();
        known[(round, content)] = loaded;
        return loaded;
    }

    private static Return? ReturnOf(ReadOnlyMemory<byte> bytes) => ReturnJson.TryRead(bytes.Span, out var read) ? read : null;

    private static DeliveryDetails? DetailsOf(ReadOnlyMemory<byte> bytes) => JsonSerializer.Deserialize(bytes.Span, DetailsJson.Default.DeliveryDetails);
}
