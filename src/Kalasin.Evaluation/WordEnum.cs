using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kalasin.Evaluation;

/// <summary>Members of an enumeration as camelCase words, never as numbers.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class WordEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) where T : struct, Enum;
