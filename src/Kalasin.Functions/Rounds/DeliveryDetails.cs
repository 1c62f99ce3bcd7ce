using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;

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
    /// <summary>What is shown where the details are damaged: names of ours, and why.</summary>
    public static DeliveryDetails StandIn(DeliveryReceived delivery, Finding why) =>
        new("", [.. delivery.Files.Select((f, i) => new FileDetails($"receipt-{delivery.Receipt}-file-{i + 1}.{f.Kind}", "kept"))], [new(null, why)]);

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, DetailsJson.Default.DeliveryDetails);
}

/// <param name="Name">As the sender gave it.</param>
/// <param name="Outcome">What became of it: <c>returns</c>, <c>kept</c> or <c>refused</c>.</param>
internal sealed record FileDetails(string Name, string Outcome);

/// <param name="Indicator">What it is about; null for the delivery as a whole.</param>
internal sealed record FindingDetails(string? Indicator, Finding Finding);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeliveryDetails))]
[JsonSerializable(typeof(StatedReason))]
internal sealed partial class DetailsJson : JsonSerializerContext;
