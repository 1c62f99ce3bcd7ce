using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Json;

namespace Kalasin.Evaluation;

/// <summary>
/// JSON of every record of this library: what is written reads back as an equal value. Without reflection, so that programs that are trimmed or
/// compiled beforehand have it too. A document that stands alone says which version of the form it has and what it holds:
/// <c>{ "format": "kalasin", "version": 1, "type": "scorecard", "value": … }</c>.
/// </summary>
/// <remarks>Rules have a form for people besides (<see cref="RulesWriter"/>), returns one that is hashed (<see cref="ReturnJson"/>).</remarks>
public static class EvaluationJson
{
    /// <summary>Version of the form that is written; documents of an older one are read, those of a newer one are a finding.</summary>
    public const int Version = 1;

    /// <summary>Deepest nesting that is read: rules, within results, within a document.</summary>
    private const int MaxDepth = RulesJson.MaxDepth + 8;

    private const string Format = "kalasin";

    /// <summary>How the records stand in JSON, for a program that puts them into documents of its own. Read-only.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <summary>A document of its own, as UTF-8 without white space.</summary>
    /// <param name="value">A public record of this library.</param>
    /// <exception cref="NotSupportedException">The type is none, or a document for people, which is written as Word or PDF.</exception>
    public static byte[] Write<T>(T value) where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Encoder = Options.Encoder }))
        {
            writer.WriteStartObject();
            writer.WriteString("format"u8, Format);
            writer.WriteNumber("version"u8, Version);
            writer.WriteString("type"u8, NameOf(typeof(T)));
            writer.WritePropertyName("value"u8);
            JsonSerializer.Serialize(writer, value, FormOf<T>());
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }

    /// <summary>Reads a document that <see cref="Write"/> wrote; nothing in the bytes makes it throw.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <returns>The value, or a finding: no JSON, no such document, a newer version, a part that says something impossible.</returns>
    /// <exception cref="NotSupportedException">The type is no record that stands in JSON.</exception>
    public static RulesResult<T> Read<T>(ReadOnlyMemory<byte> utf8) where T : class
    {
        var form = FormOf<T>();
        try
        {
            using var json = JsonDocument.Parse(utf8, new() { MaxDepth = MaxDepth });
            return Mistaken(json.RootElement, NameOf(typeof(T))) is { } finding
                ? Refused<T>(finding)
                : json.RootElement.GetProperty("value"u8).Deserialize(form) is { } value ? RulesResult<T>.Of([], () => value) : Refused<T>(NoDocument(NameOf(typeof(T))));
        }
        catch (JsonException broken)
        {
            return Refused<T>(broken.Path is { } path
                ? JsonFindings.NotThatValue.At(Place.At(path))
                : JsonFindings.NotJson.At(new() { Line = (int)(broken.LineNumber ?? 0) + 1 }));
        }
        // What a constructor refuses, and a value that doesn't say of what kind it is.
        catch (Exception impossible) when (impossible is ArgumentException or FormatException or NotSupportedException or InvalidOperationException)
        {
            return Refused<T>(JsonFindings.NotThatValue.At(Place.At("/value")));
        }
    }

    private static Finding? Mistaken(JsonElement root, string type) =>
        root.ValueKind != JsonValueKind.Object || Text(root, "format") != Format || Text(root, "type") != type || !root.TryGetProperty("value"u8, out _)
            || !root.TryGetProperty("version"u8, out var number) || number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out var version) || version < 1
            ? NoDocument(type)
            : version > Version ? JsonFindings.NewerVersion.At(Place.At("/version"), ThaiNumerals.Number(version), ThaiNumerals.Number(Version)) : null;

    private static Finding NoDocument(string type) => JsonFindings.NoDocument.At(Place.Nowhere, type);

    private static RulesResult<T> Refused<T>(Finding finding) where T : class => RulesResult<T>.Of([finding], () => null!);

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>What a document says it holds: <c>scorecard</c>, <c>rulesResultOfFramework</c>.</summary>
    private static string NameOf(Type type)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(type.Name.Split('`')[0]);
        return type.IsGenericType ? $"{name}Of{type.GenericTypeArguments[0].Name}" : name;
    }

    private static JsonTypeInfo<T> FormOf<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            AllowOutOfOrderMetadataProperties = true,
            MaxDepth = MaxDepth,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = EvaluationContext.Default.WithAddedModifier(LeaveOutComputed),
        };
        foreach (var converter in (ReadOnlySpan<System.Text.Json.Serialization.JsonConverter>)[.. RulesJson.Words, .. ReturnJson.Converters,
                     new WordEnum<MeasurementState>(), new WordEnum<ExclusionReason>(), new WordEnum<Scoring.DecidedKind>(), new WordEnum<EntrantStanding>(),
                     new WordEnum<FileOutcome>(), new WordEnum<FileKind>(), new WordEnum<BreakCost>(), new WordEnum<YearForm>(), new WordEnum<DateProblem>()])
            options.Converters.Add(converter);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>What follows from other members isn't written: it could only say something else.</summary>
    private static void LeaveOutComputed(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
            if (type.Properties[i] is { Set: null, AssociatedParameter: null }) type.Properties.RemoveAt(i);
    }
}
