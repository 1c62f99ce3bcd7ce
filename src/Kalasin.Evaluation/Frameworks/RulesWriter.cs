using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>Writes frameworks and plans as the JSON that their readers read, and names what they say by a hash.</summary>
public static class RulesWriter
{
    /// <summary>The framework as indented JSON, without members at their default.</summary>
    public static string ToJson(Framework framework) => Write(framework);

    /// <summary>The plan as indented JSON, without members at their default.</summary>
    public static string ToJson(RoundPlan plan) => Write(plan);

    /// <summary>
    /// Names what a framework says: SHA-256 of its canonical JSON (no white space, members in ordinal order, none at its default,
    /// numbers without trailing zeros). Layout and order of members of the file it came from do not matter.
    /// </summary>
    public static ContentHash HashOf(Framework framework) => Hash(framework);

    /// <inheritdoc cref="HashOf(Framework)"/>
    public static ContentHash HashOf(RoundPlan plan) => Hash(plan);

    private static string Write<T>(T rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return JsonSerializer.Serialize(rules, RulesJson.Options) + "\n";
    }

    private static ContentHash Hash<T>(T rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) WriteCanonical(writer, JsonSerializer.SerializeToNode(rules, RulesJson.Options));
        return ContentHash.Of(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static void WriteCanonical(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                writer.WriteStartObject();
                foreach (var (name, value) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    WriteCanonical(writer, value);
                }
                writer.WriteEndObject();
                break;
            case JsonArray items:
                writer.WriteStartArray();
                foreach (var item in items) WriteCanonical(writer, item);
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
