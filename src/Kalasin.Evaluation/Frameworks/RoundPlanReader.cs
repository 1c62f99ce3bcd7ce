using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Frameworks.Reading;

namespace Kalasin.Evaluation;

/// <summary>
/// Reads a plan from JSON. Every fault is found at once, with line, JSON pointer and what to do; nothing in the text makes it
/// throw. Whether it fits a framework is asked of <see cref="AwardRules.Of"/>.
/// </summary>
public static class RoundPlanReader
{
    private static readonly Lazy<RulesReader<RoundPlan>> Reader = new(
        () => new("Kalasin plan of a province", RulesJson.InfoOf<RoundPlan>(), RoundPlanChecks.Check));

    /// <summary>JSON Schema (2020-12) of a plan.</summary>
    public static string Schema => Reader.Value.Schema;

    /// <summary>Reads a plan.</summary>
    /// <param name="stream">UTF-8 JSON, at most 1 MiB; read to its end and left open.</param>
    /// <returns>The plan, or findings: KAL3001 to KAL3199.</returns>
    public static RulesResult<RoundPlan> Read(Stream stream) => Reader.Value.Read(stream);
}
