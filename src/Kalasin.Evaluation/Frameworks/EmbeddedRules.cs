using System.Text.Json;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>Reads the package's own rules, which its tests have proved free of findings, without checking them again.</summary>
internal static class EmbeddedRules
{
    public static Stream Open(string id) => typeof(EmbeddedRules).Assembly.GetManifestResourceStream($"Frameworks/Data/{id}.json")
        ?? throw new InvalidOperationException($"The package lacks its own rules '{id}'.");

    public static T Read<T>(string id) where T : class
    {
        using var stream = Open(id);
        return JsonSerializer.Deserialize(stream, RulesJson.InfoOf<T>()) ?? throw new InvalidOperationException($"The rules '{id}' are null.");
    }
}
