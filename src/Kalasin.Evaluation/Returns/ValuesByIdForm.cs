using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kalasin.Evaluation.Returns;

/// <summary>Values as an object with a member for each id, in ordinal order of the ids, whatever the reader's culture.</summary>
internal sealed class ValuesByIdForm : JsonConverter<ValuesById>
{
    /// <summary>More columns than any register has; what holds more is not remembered.</summary>
    private const int MostShared = 64;

    /// <summary>Ids of the values that were read last: those of the next row of a register are the same, or some of them.</summary>
    private string[] last = [];

    public override ValuesById Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Values are an object.");
        var type = (JsonTypeInfo<CellValue>)options.GetTypeInfo(typeof(CellValue));
        var (ids, at, count) = (last, 0, 0);
        var values = new CellValue?[ids.Length];
        List<KeyValuePair<string, CellValue>>? others = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            while (others is null && at < ids.Length && !reader.ValueTextEquals(ids[at])) at++;
            if (others is null && at == ids.Length) others = [.. new ValuesById(ids, values)];
            var id = others is null ? ids[at] : reader.GetString()!;
            reader.Read();
            var value = JsonSerializer.Deserialize(ref reader, type) ?? throw new JsonException("A blank value is absent.");
            if (others is not null) others.Add(new(id, value));
            else values[at++] = value;
            count++;
        }
        if (others is null) return count * 2 >= ids.Length ? new(ids, values) : ValuesById.Of([.. new ValuesById(ids, values)]);
        return Sorted(others);
    }

    public override void Write(Utf8JsonWriter writer, ValuesById value, JsonSerializerOptions options)
    {
        var type = (JsonTypeInfo<CellValue>)options.GetTypeInfo(typeof(CellValue));
        writer.WriteStartObject();
        foreach (var (id, cell) in value)
        {
            writer.WritePropertyName(id);
            JsonSerializer.Serialize(writer, cell, type);
        }
        writer.WriteEndObject();
    }

    private ValuesById Sorted(List<KeyValuePair<string, CellValue>> values)
    {
        values.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        for (var i = 1; i < values.Count; i++)
            if (values[i].Key == values[i - 1].Key) throw new JsonException($"'{values[i].Key}' stands twice.");
        string[] ids = [.. values.Select(v => v.Key)];
        if (ids.Length <= MostShared) last = ids;
        return new(ids, [.. values.Select(v => v.Value)]);
    }
}
