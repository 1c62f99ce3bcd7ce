using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// What a delivery's event must not carry: the names people gave their files and the findings that quote them. A vault object
/// of its own, salted so that its hash tells nothing, and erasable without breaking the chain.
/// </summary>
/// <param name="Salt">Random, 32 hexadecimal digits.</param>
/// <param name="Files">In the order of the event's files.</param>
/// <param name="Findings">All findings, in order.</param>
internal sealed record DeliveryDetails(string Salt, ImmutableArray<FileDetails> Files, ImmutableArray<FindingDetails> Findings)
{
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, DetailsJson.Default.DeliveryDetails);
}

/// <param name="Name">As the sender gave it.</param>
/// <param name="Outcome">What became of it: <c>returns</c>, <c>kept</c> or <c>refused</c>.</param>
internal sealed record FileDetails(string Name, string Outcome);

/// <param name="Indicator">What it is about; null for the delivery as a whole.</param>
internal sealed record FindingDetails(string? Indicator, Finding Finding);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeliveryDetails))]
internal sealed partial class DetailsJson : JsonSerializerContext;

/// <summary>Details of deliveries from the vault. Content never changes under its hash, so what was read once is kept.</summary>
internal sealed class DetailsShelf(RoundLog log)
{
    private const int Most = 4096;

    private readonly ConcurrentDictionary<(RoundId, ContentHash), DeliveryDetails> shelf = new();

    /// <exception cref="InvalidDataException">The vault lacks what the log names, or holds something else.</exception>
    public async Task<DeliveryDetails> LoadAsync(RoundId round, ContentHash content, CancellationToken cancellationToken)
    {
        if (shelf.TryGetValue((round, content), out var known)) return known;
        await using var stream = await log.VaultOf(round).OpenAsync(content, ByteRange.All, cancellationToken)
            ?? throw new InvalidDataException($"The vault of {round} lacks {content}.");
        var read = await JsonSerializer.DeserializeAsync(stream, DetailsJson.Default.DeliveryDetails, cancellationToken)
            ?? throw new InvalidDataException($"The vault of {round} holds no details under {content}.");
        if (shelf.Count >= Most) shelf.Clear();
        return shelf[(round, content)] = read;
    }
}
