using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Reads a decision from JSON. Every fault is found at once, with line, JSON pointer and what to do; nothing in the text makes it throw.</summary>
internal static class DecisionReader
{
    /// <summary>How a decision stands in JSON.</summary>
    public static JsonTypeInfo<RoundDecision> Form { get; } = (JsonTypeInfo<RoundDecision>)RulesJson.OptionsOf(
        DecisionContext.Default, new WordEnum<AcknowledgedBy>(), new WordEnum<AddressOwner>(), new WordEnum<NoteRole>(), new WordEnum<CopyForm>(),
        new WordEnum<ConfirmationKind>()).GetTypeInfo(typeof(RoundDecision));

    // What the words say is the decision's own to judge, so that it is judged by whatever door they come.
    private static readonly Lazy<RulesReader<RoundDecision>> Reader = new(() => new("Kalasin decision", Form, (_, _) => { }));

    /// <summary>JSON Schema (2020-12) of a decision.</summary>
    public static string Schema => Reader.Value.Schema;

    /// <summary>Reads a decision.</summary>
    /// <param name="utf8">UTF-8 JSON, bounded by whoever took it in.</param>
    /// <returns>The decision without id and salt, or findings: KAL3001 to KAL3030.</returns>
    public static RulesResult<RoundDecision> Read(ReadOnlySpan<byte> utf8) => Reader.Value.Read(utf8);
}

/// <summary>What the compiler writes of decisions for their JSON.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(RoundDecision))]
internal sealed partial class DecisionContext : JsonSerializerContext;
