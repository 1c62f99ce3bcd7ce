using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kalasin.Evaluation.Rounds;

/// <summary>An event with when, by whom and by which command it came about: what is stored, as JSON, one entry a row.</summary>
/// <param name="At">When it was decided.</param>
/// <param name="Actor">By whom.</param>
/// <param name="Command">Id of the command, minted once by the caller.</param>
/// <param name="Event">What happened.</param>
internal sealed record RoundEntry(DateTimeOffset At, Actor Actor, Guid Command, RoundEvent Event)
{
    /// <summary>Version of the stored form.</summary>
    [JsonPropertyName("v")] public int Version { get; init; } = CurrentVersion;

    /// <summary>Fingerprint of what was asked, where whoever asked gave a key of their own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public ContentHash? Body { get; init; }

    internal const int CurrentVersion = 1;

    /// <summary>The exact bytes to store.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, RoundJson.Default.RoundEntry);

    /// <summary>Reads stored bytes.</summary>
    /// <exception cref="InvalidDataException">They are not an entry of a version this program knows: the log was written by something else.</exception>
    public static RoundEntry FromBytes(ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (JsonSerializer.Deserialize(bytes, RoundJson.Default.RoundEntry) is { Version: CurrentVersion, Event: not null, Actor: not null } entry)
                return entry;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The log holds an entry that is not one of ours.", e);
        }
        throw new InvalidDataException("The log holds an entry of an unknown version.");
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, AllowOutOfOrderMetadataProperties = true,
    Converters = [typeof(FileKindConverter)])]
[JsonSerializable(typeof(RoundEntry))]
internal sealed partial class RoundJson : JsonSerializerContext;

/// <summary>Kinds of files are written in lower case at first, as logs have had them from the beginning.</summary>
internal sealed class FileKindConverter() : JsonStringEnumConverter<FileKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
