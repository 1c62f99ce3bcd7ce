using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation;

/// <summary>Reads a framework from JSON. Every fault is found at once, with line, JSON pointer and what to do; nothing in the text makes it throw.</summary>
public static class FrameworkReader
{
    private static readonly Lazy<RulesReader<Framework>> Reader = new(() => new("Kalasin framework", RulesJson.InfoOf<Framework>(), FrameworkChecks.Check));

    /// <summary>JSON Schema (2020-12) of a framework.</summary>
    public static string Schema => Reader.Value.Schema;

    /// <summary>Reads a framework.</summary>
    /// <param name="stream">UTF-8 JSON, at most 1 MiB; read to its end and left open.</param>
    /// <returns>The framework, or findings: KAL3001 to KAL3099.</returns>
    public static RulesResult<Framework> Read(Stream stream) => Reader.Value.Read(stream);
}
