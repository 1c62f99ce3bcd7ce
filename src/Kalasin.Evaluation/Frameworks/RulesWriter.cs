using System.Text.Json;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation;

/// <summary>Writes frameworks and plans as the JSON that their readers read, and names what they say by a hash.</summary>
public static class RulesWriter
{
    /// <summary>The framework as indented JSON, without members at their default.</summary>
    public static string ToJson(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return Write(framework);
    }

    /// <summary>The plan as indented JSON, without members at their default.</summary>
    public static string ToJson(RoundPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Write(plan);
    }

    /// <summary>
    /// Names what a framework says: SHA-256 of its canonical JSON (no white space, members in ordinal order, none at its default,
    /// numbers without trailing zeros). Layout and order of members of the file it came from do not matter.
    /// </summary>
    public static ContentHash HashOf(Framework framework)
    {
        ArgumentNullException.ThrowIfNull(framework);
        return ContentHash.Of(CanonicalJson.Of(framework));
    }

    /// <inheritdoc cref="HashOf(Framework)"/>
    public static ContentHash HashOf(RoundPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return ContentHash.Of(CanonicalJson.Of(plan));
    }

    private static string Write<T>(T rules) => JsonSerializer.Serialize(rules, RulesJson.InfoOf<T>()) + "\n";
}
