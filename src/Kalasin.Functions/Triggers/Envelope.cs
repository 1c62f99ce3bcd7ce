using System.Text;
using System.Text.Json;

namespace Kalasin.Functions.Triggers;

/// <summary>
/// What the Functions host posts for a trigger that is not HTTP: <c>{"Data":{binding:…},"Metadata":{…}}</c>. Only <c>Data</c> is
/// read: names of a queue message's own properties replace those of <c>Metadata</c>, so that neither <c>id</c> nor
/// <c>dequeueCount</c> there can be believed.
/// </summary>
internal sealed record Envelope
{
    private const int MostLayers = 4;
    private const int Deepest = 32;

    private readonly JsonElement? _message;

    private Envelope(JsonElement? message) => _message = message;

    /// <summary>The timer missed its time and comes late.</summary>
    public bool IsPastDue { get; private init; }

    /// <summary>When the timer came the last time; null when it never did or does not say.</summary>
    public DateTimeOffset? LastTick { get; private init; }

    /// <param name="body">As posted.</param>
    /// <exception cref="FormatException">Not an envelope.</exception>
    public static Envelope Read(ReadOnlySpan<byte> body)
    {
        if (Parse(body) is not { ValueKind: JsonValueKind.Object } envelope || !envelope.TryGetProperty("Data", out var data) || data.ValueKind != JsonValueKind.Object)
            throw new FormatException("The call is no envelope of the Functions host.");
        var timer = data.TryGetProperty("tick", out var tick) && tick.ValueKind == JsonValueKind.Object ? tick : default;
        return new(data.TryGetProperty("msg", out var message) ? message : null)
        {
            IsPastDue = timer.ValueKind == JsonValueKind.Object && timer.TryGetProperty(nameof(IsPastDue), out var late) && late.ValueKind == JsonValueKind.True,
            LastTick = LastOf(timer),
        };
    }

    /// <summary>
    /// The queue's message. It arrives as a JSON string inside a string, and an event source may add a layer of base64: each
    /// layer is taken off until something with names is there.
    /// </summary>
    /// <exception cref="FormatException">There is none, or it is no JSON in any of the wrappings known.</exception>
    public JsonElement ReadMessage()
    {
        var message = _message ?? throw new FormatException("The call carries no message.");
        for (var layer = 0; layer < MostLayers; layer++)
        {
            if (message.ValueKind is JsonValueKind.Object or JsonValueKind.Array) return message;
            if (message.ValueKind != JsonValueKind.String) break;
            var text = message.GetString()!;
            if ((Parse(Encoding.UTF8.GetBytes(text)) ?? Parse(FromBase64(text))) is not { } inner) break;
            message = inner;
        }
        throw new FormatException("The queue's message is no JSON object or array.");
    }

    private static DateTimeOffset? LastOf(JsonElement timer)
    {
        if (timer.ValueKind != JsonValueKind.Object || !timer.TryGetProperty("ScheduleStatus", out var status) || status.ValueKind != JsonValueKind.Object) return null;
        // Year 1 stands for "never", with the offset of whoever wrote it.
        return status.TryGetProperty("Last", out var last) && last.ValueKind == JsonValueKind.String && last.TryGetDateTimeOffset(out var moment) && moment.Year > 1 ? moment : null;
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
