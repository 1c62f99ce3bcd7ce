using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kalasin.Evaluation.Frameworks;

internal static class Identifier
{
    public static bool TryParse<T>(string? text, int longest, bool lower, bool letterFirst, Func<string, T> make, out T id) where T : struct
    {
        id = default;
        if (string.IsNullOrEmpty(text) || text.Length > longest || text[0] == '-' || letterFirst && char.IsAsciiDigit(text[0])) return false;
        foreach (var c in text)
            if (!(char.IsAsciiDigit(c) || (lower ? char.IsAsciiLetterLower(c) || c == '-' : char.IsAsciiLetterUpper(c)))) return false;
        id = make(text);
        return true;
    }
}

internal sealed class IdentifierConverter<T> : JsonConverter<T>, IPatterned where T : struct, IIdentifier<T>
{
    public string Pattern => T.Pattern;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && T.TryParse(reader.GetString(), out var id) ? id : throw new JsonException($"Not a valid {typeof(T).Name}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), out var id) ? id : throw new JsonException($"Not a valid {typeof(T).Name}.");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
}
