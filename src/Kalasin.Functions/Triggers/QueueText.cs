using System.Text;
using System.Text.Json;

namespace Kalasin.Functions.Triggers;

/// <summary>The text of a queue's message. An event source may wrap it in a JSON string or in base64, more than once.</summary>
internal static class QueueText
{
    private const int MostLayers = 4;
    private const int Deepest = 32;

    /// <summary>Takes layers off until something with names, or a list, is there.</summary>
    /// <exception cref="FormatException">No JSON object or array in any of the wrappings known.</exception>
    public static JsonElement Unwrap(string text)
    {
        for (var layer = 0; layer < MostLayers; layer++)
        {
            if ((Parse(Encoding.UTF8.GetBytes(text)) ?? Parse(FromBase64(text))) is not { } inner) break;
            if (inner.ValueKind is JsonValueKind.Object or JsonValueKind.Array) return inner;
            if (inner.ValueKind != JsonValueKind.String) break;
            text = inner.GetString()!;
        }
        throw new FormatException("The queue's message is no JSON object or array.");
    }

    private static JsonElement? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new() { MaxDepth = Deepest });
            var element = JsonElement.ParseValue(ref reader);
            return reader.Read() ? null : element;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] FromBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : [];
    }
}
