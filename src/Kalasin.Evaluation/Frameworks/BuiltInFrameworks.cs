using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation;

/// <summary>
/// The frameworks that ship in the package, newest revision of each: <c>dla-2567</c> (provincial offices), <c>dla-district-2567</c> (district
/// offices, values without scores) and <c>example-service-2568</c>, which nobody gave and which shows what a framework can say.
/// </summary>
public static class BuiltInFrameworks
{
    private static readonly ImmutableDictionary<string, Lazy<Framework>> ById =
        new[] { "dla-2567", "dla-district-2567", "example-service-2568" }.ToImmutableDictionary(
            id => id, id => new Lazy<Framework>(() => EmbeddedRules.Read<Framework>(id)));

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<Framework> All => [.. ById.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => e.Value.Value)];

    /// <summary>The framework of an id, or <see langword="null"/>.</summary>
    /// <param name="id">Such as <c>dla-2567</c>.</param>
    public static Framework? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return ById.TryGetValue(id, out var framework) ? framework.Value : null;
    }

    /// <summary>The framework of an id.</summary>
    /// <param name="id">Such as <c>dla-2567</c>.</param>
    /// <exception cref="KeyNotFoundException">None ships under that id.</exception>
    public static Framework Get(string id) =>
        Find(id) ?? throw new KeyNotFoundException($"No framework '{id}' ships. There are: {string.Join(", ", ById.Keys.Order(StringComparer.Ordinal))}.");
}
