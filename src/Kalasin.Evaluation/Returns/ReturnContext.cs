using System.Text.Json.Serialization;

namespace Kalasin.Evaluation.Returns;

/// <summary>What the compiler writes of returns for their JSON.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Return))]
[JsonSerializable(typeof(CellValue))] // which values by id ask for
internal sealed partial class ReturnContext : JsonSerializerContext;
