using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation;

/// <summary>
/// The canonical JSON of returns: UTF-8 without white space, properties in a fixed order, values sorted by column id, numbers
/// without trailing zeros. Returns that say the same give the same bytes, so that versions are compared by the hash of them.
/// </summary>
public static class ReturnJson
{
    /// <summary>How the values that returns are made of stand there.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
        [new WordEnum<ReturnStatus>(), new WordEnum<Severity>(), new CanonicalNumber(), new AuthorityByCode()];

    private static JsonSerializerOptions Options { get; } = With(Converters, new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        TypeInfoResolver = ReturnContext.Default,
        // Thai letters stay letters: the text is stored and read back, never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    private static JsonTypeInfo<Return> Form { get; } = (JsonTypeInfo<Return>)Options.GetTypeInfo(typeof(Return));

    /// <summary>How values stand there: what fingerprints are made of.</summary>
    internal static JsonTypeInfo<ValuesById> ValuesForm { get; } =
        (JsonTypeInfo<ValuesById>)Options.GetTypeInfo(typeof(ValuesById));

    /// <summary>The canonical JSON of a return.</summary>
    /// <param name="value">The return.</param>
    public static byte[] Write(Return value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return JsonSerializer.SerializeToUtf8Bytes(value, Form);
    }

    /// <summary>Writes the same bytes a piece at a time, so that those of a large register are never in memory at once.</summary>
    internal static Task WriteAsync(Return value, PipeWriter target, CancellationToken cancellationToken) =>
        JsonSerializer.SerializeAsync(target, value, Form, cancellationToken);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="value">The return.</param>
    /// <returns><see langword="false"/> when the bytes are no return; unknown, missing and repeated properties count as that.</returns>
    public static bool TryRead(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out Return? value)
    {
        try
        {
            value = JsonSerializer.Deserialize(utf8, Form);
        }
        catch (Exception none) when (IsOfNoReturn(none))
        {
            value = null;
        }
        if (value is not null && !IsWhole(value)) value = null;
        return value is not null;
    }

    /// <summary>The same from a stream, so that the bytes of a large register are never in memory at once.</summary>
    /// <returns><see langword="null"/> when the bytes are no return.</returns>
    internal static async Task<Return?> TryReadAsync(Stream utf8, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(utf8, Form, cancellationToken) is { } value && IsWhole(value) ? value : null;
        }
        catch (Exception none) when (IsOfNoReturn(none))
        {
            return null;
        }
    }

    private static JsonSerializerOptions With(ImmutableArray<JsonConverter> converters, JsonSerializerOptions options)
    {
        foreach (var converter in converters) options.Converters.Add(converter);
        return options;
    }

    /// <summary>What the serializer throws at bytes that are no return; a value without its kind is "not supported".</summary>
    private static bool IsOfNoReturn(Exception thrown) => thrown is JsonException or NotSupportedException;

    /// <summary>Annotations don't reach into arrays, nor, where a stream is read, to members that may be left out.</summary>
    private static bool IsWhole(Return value) => value.Facts is not null && value.Narrative is not null
        && value.Rows.All(r => r is not null && r.Faults.All(f => f is not null)) && value.Evidence.All(e => e is not null);

    /// <summary>85.00 and 85 are the same number and the same bytes.</summary>
    private sealed class CanonicalNumber : JsonConverter<decimal>
    {
        /// <summary>Far above what any cell is read as, and so far below what a decimal holds that sums of any rows stay within it.</summary>
        private const decimal Most = 1_000_000_000_000_000_000m;

        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number) && Math.Abs(number) < Most
                ? number
                : throw new JsonException("Not a number that can be reckoned with.");

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToString("0.############################", CultureInfo.InvariantCulture));
    }

    private sealed class AuthorityByCode : JsonConverter<AuthorityCode>
    {
        public override AuthorityCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && AuthorityCode.TryParse(reader.GetString(), out var code)
                ? code
                : throw new JsonException("Not an authority code.");

        public override void Write(Utf8JsonWriter writer, AuthorityCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
