using System.Text.Json.Serialization;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>What the compiler writes of rules for their JSON, so that no program that is trimmed or compiled beforehand lacks it.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Framework))]
[JsonSerializable(typeof(RoundPlan))]
internal sealed partial class RulesContext : JsonSerializerContext;
