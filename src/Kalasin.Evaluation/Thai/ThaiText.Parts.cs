using System.Collections.Immutable;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation;

public static partial class ThaiText
{
    /// <summary>Where lines of a text may end, read with <see cref="ThaiLexicon.Official"/>, in rising order.</summary>
    /// <param name="text">One paragraph; its spaces stay at the ends of lines.</param>
    public static IReadOnlyList<BreakOpportunity> BreakOpportunities(string text) => ThaiLexicon.Official.BreakOpportunities(text);

    /// <summary>The words of a text, read with <see cref="ThaiLexicon.Official"/>, in order, without spaces and signs.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<string> Words(string text) => ThaiLexicon.Official.Words(text);

    /// <summary>
    /// The indexes at which a character cluster begins, in rising order, 0 left out: what the eye sees as one character is never parted, so
    /// this is where even a word too long for its line may be, and where slack may be spread.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static ImmutableArray<int> Clusters(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Enumerable.Range(1, Math.Max(0, text.Length - 1)).Where(i => ThaiClusters.BeginsAt(text, i))];
    }
}
