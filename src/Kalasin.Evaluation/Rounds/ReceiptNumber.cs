using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Number of a delivery's receipt within its round: 1, 2, 3 … without gap or double.</summary>
[JsonConverter(typeof(ReceiptNumberConverter))]
internal readonly record struct ReceiptNumber
{
    /// <summary>The number of a receipt.</summary>
    /// <param name="value">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public ReceiptNumber(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        Value = value;
    }

    /// <summary>1 or more.</summary>
    public int Value { get; }

    /// <summary>The number in Arabic digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

internal sealed class ReceiptNumberConverter : JsonConverter<ReceiptNumber>
{
    public override ReceiptNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetInt32(out var value) && value > 0 ? new(value) : throw new JsonException("Not a receipt number.");

    public override void Write(Utf8JsonWriter writer, ReceiptNumber value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
