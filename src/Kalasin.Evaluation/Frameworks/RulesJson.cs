using System.Collections;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// How frameworks and plans stand in JSON: camelCase names, enumerations as camelCase words, days as <c>2024-05-31</c>, texts
/// as <c>{ "th": …, "en": … }</c>, members of closed families told apart by <c>kind</c>.
/// </summary>
internal static class RulesJson
{
    /// <summary>Deepest nesting that is read; predicates are recursive, and a stack is not endless.</summary>
    public const int MaxDepth = 64;

    /// <summary>Member of a file by which editors find its schema; read over, and no part of what the rules say.</summary>
    public const string SchemaName = "$schema";

    /// <summary>Words of the enumerations that rules are made of.</summary>
    public static ImmutableArray<JsonConverter> Words { get; } =
    [
        new WordEnum<EntrantKind>(), new WordEnum<BlankRule>(), new WordEnum<DuplicatesPolicy>(), new WordEnum<DeputyBasis>(), new WordEnum<ColumnType>(),
        new WordEnum<RuleKind>(), new WordEnum<EvidenceNeed>(), new WordEnum<MergeKind>(), new WordEnum<NotApplicableKind>(), new WordEnum<HolidayRule>(),
        new WordEnum<SpanUnit>(), new WordEnum<Preference>(), new WordEnum<TotalKind>(), new WordEnum<IndicatorRole>(), new WordEnum<SourceKind>(),
        new WordEnum<AuthorityKind>(), new WordEnum<Severity>(),
    ];

    public static JsonSerializerOptions Options { get; } = OptionsOf(RulesContext.Default);

    /// <summary>How a kind of rules stands in JSON.</summary>
    public static JsonTypeInfo<T> InfoOf<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    /// <summary>The same manner for what another context knows.</summary>
    public static JsonSerializerOptions OptionsOf(IJsonTypeInfoResolver context, params ReadOnlySpan<JsonConverter> words)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            AllowOutOfOrderMetadataProperties = true,
            MaxDepth = MaxDepth,
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = context.WithAddedModifier(LeaveOutDefaults).WithAddedModifier(ReadOverSchema),
        };
        foreach (var word in words.IsEmpty ? Words.AsSpan() : words) options.Converters.Add(word);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>The structure was held against the schema before; what it doesn't know by then is <see cref="SchemaName"/> alone.</summary>
    private static void ReadOverSchema(JsonTypeInfo type)
    {
        if (type.Type == typeof(Framework) || type.Type == typeof(RoundPlan)) type.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
    }

    /// <summary>
    /// What says nothing is not written: absent optional members, <see langword="false"/>, empty lists, defaults; nor what a plan filled in for a list.
    /// </summary>
    private static void LeaveOutDefaults(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => !p.IsRequired))
        {
            var standard = property.AssociatedParameter is { HasDefaultValue: true, DefaultValue: var value } ? value : null;
            property.ShouldSerialize = (owner, written) => !(owner is Column { List: not null } && written is ImmutableArray<ChoiceOption>) && !(written is null or false or ICollection { Count: 0 } || written.Equals(standard));
        }
    }
}
