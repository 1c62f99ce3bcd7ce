using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// What a delivery's event must not carry: the names people gave their files and the findings that quote them. A vault object
/// of its own, salted so that its hash tells nothing, and erasable without breaking the chain.
/// </summary>
/// <param name="Salt">Random, 32 hexadecimal digits.</param>
/// <param name="Names">As the sender gave them, in the order of the event's files.</param>
/// <param name="Findings">All findings, in order.</param>
internal sealed record DeliveryDetails(
    string Salt,
    [property: JsonPropertyName("files"), JsonConverter(typeof(FileNamesConverter))] ImmutableArray<string> Names,
    ImmutableArray<FindingDetails> Findings)
{
    /// <summary>What is shown where the details are damaged: names of ours, and why.</summary>
    public static DeliveryDetails StandIn(DeliveryReceived delivery, Finding why) =>
        new("", [.. delivery.Files.Select((f, i) => $"receipt-{delivery.Receipt}-file-{i + 1}{FileTreatment.Of(f.Kind).Ending}")], [new(null, why)]);

    /// <summary>Reads what was kept.</summary>
    /// <returns>Null when the bytes are none.</returns>
    public static DeliveryDetails? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, DetailsJson.Default.DeliveryDetails) is { Names.IsDefault: false, Findings.IsDefault: false } read
                && read.Findings.All(IsWhole) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What is null isn't written, so that what is missing is no fault of the form.</summary>
    private static bool IsWhole(FindingDetails? found) =>
        found is { Finding: { Code: not null, Place: not null, Message: { Thai: not null, English: not null }, Remedy: { Thai: not null, English: not null } }, Indicator: var indicator }
        && (indicator is null || IndicatorNumber.TryParse(indicator, out _));

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, DetailsJson.Default.DeliveryDetails);
}

/// <param name="Indicator">What it is about; null for the delivery as a whole.</param>
internal sealed record FindingDetails(string? Indicator, Finding Finding);

/// <summary>Each as <c>{"name": "…"}</c>; details of earlier versions say there also what became of the file, as their findings do.</summary>
internal sealed class FileNamesConverter : JsonConverter<ImmutableArray<string>>
{
    public override ImmutableArray<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonElement.ParseValue(ref reader) is { ValueKind: JsonValueKind.Array } files ? [.. files.EnumerateArray().Select(NameOf)] : throw NoNames();

    private static string NameOf(JsonElement file) =>
        file.ValueKind == JsonValueKind.Object && file.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : throw NoNames();

    private static JsonException NoNames() => new("Not the names of files.");

    public override void Write(Utf8JsonWriter writer, ImmutableArray<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var name in value)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(DeliveryDetails))]
internal sealed partial class DetailsJson : JsonSerializerContext;
