using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// What a person said in free text: a vault object of its own, so that it can be erased; events name its hash. Salted, so that the hash tells
/// nothing of it.
/// </summary>
/// <param name="Salt">Random, 32 hexadecimal digits; drawn by the host, since the library has no chance of its own.</param>
/// <param name="Text">What was said, without blanks around it.</param>
internal sealed record StatedText(string Salt, string Text)
{
    /// <summary>Most characters of a reason, inclusive.</summary>
    public const int LongestReason = 500;

    /// <summary>Most characters of a question, answer, note or objection, inclusive.</summary>
    public const int LongestText = 2000;

    /// <summary>Its name in the vault.</summary>
    [JsonIgnore] public ContentHash Hash => ContentHash.Of(ToBytes());

    /// <summary>The exact bytes to keep.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, StatedTextJson.Default.StatedText);

    /// <summary>Reads what was kept.</summary>
    /// <returns><see langword="null"/> when the bytes are none.</returns>
    public static StatedText? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, StatedTextJson.Default.StatedText) is { Salt: not null, Text: not null } text ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StatedText))]
internal sealed partial class StatedTextJson : JsonSerializerContext;
