using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// The one spelling of what a framework or plan says: no white space, members in ordinal order, none at its default, numbers
/// without trailing zeros. It is what is kept in a vault, and its SHA-256 is the name of the rules.
/// </summary>
internal static class CanonicalJson
{
    public static byte[] Of<T>(T rules) where T : class => Of(rules, RulesJson.InfoOf<T>());

    /// <summary>The same of something else that stands in the manner of rules.</summary>
    public static byte[] Of<T>(T rules, JsonTypeInfo<T> type) where T : class
    {
        ArgumentNullException.ThrowIfNull(rules);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) Write(writer, JsonSerializer.SerializeToNode(rules, type));
        return stream.ToArray();
    }

    /// <summary>
    /// Reads what was checked when it was written, without checking it again: a later version that checks more must still open what
    /// an earlier one took.
    /// </summary>
    /// <returns>Null for bytes that this version can't read.</returns>
    public static T? Read<T>(ReadOnlySpan<byte> bytes) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, RulesJson.InfoOf<T>());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                writer.WriteStartObject();
                foreach (var (name, value) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    Write(writer, value);
                }
                writer.WriteEndObject();
                break;
            case JsonArray items:
                writer.WriteStartArray();
                foreach (var item in items) Write(writer, item);
                writer.WriteEndArray();
                break;
            // Dividing by a one of full scale takes the trailing zeros off.
            case JsonValue number when number.GetValueKind() == JsonValueKind.Number:
                writer.WriteNumberValue(number.GetValue<decimal>() / 1.0000000000000000000000000000m);
                break;
            case null: writer.WriteNullValue(); break;
            default: node.WriteTo(writer); break;
        }
    }
}
