using System.Text.Json.Serialization;

namespace Kalasin.Evaluation.Returns;

/// <summary>What the compiler writes of returns for their JSON.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Return))]
internal sealed partial class ReturnContext : JsonSerializerContext;
