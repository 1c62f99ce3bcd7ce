using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kalasin.Evaluation;

internal sealed class ContentHashConverter : JsonConverter<ContentHash>, IPatterned
{
    public string Pattern => "^[0-9a-f]{64}$";

    public override ContentHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ContentHash.TryParse(reader.GetString(), out var hash) ? hash : throw new JsonException("Not a hash.");

    public override void Write(Utf8JsonWriter writer, ContentHash value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
