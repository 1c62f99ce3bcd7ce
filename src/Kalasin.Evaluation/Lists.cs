using System.Collections.Immutable;

namespace Kalasin.Evaluation;

/// <summary>A list that nobody gave is the empty one: what leaves a list out and what gives none say the same.</summary>
internal static class Lists
{
    /// <summary>The list, or the empty one where none was given.</summary>
    public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> given) => given.IsDefault ? [] : given;
}
