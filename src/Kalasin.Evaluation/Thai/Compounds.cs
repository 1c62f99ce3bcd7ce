using System.Collections.Immutable;

namespace Kalasin.Evaluation.Thai;

/// <summary>Words of the dictionary that are made of two others: ผู้|ป่วย, ความ|สุข, การ|บ้าน; พิพิธ|ภัณฑ์ and โทร|คมนาคม only where there is no other way.</summary>
internal static class Compounds
{
    /// <summary>Shorter words fit on any line.</summary>
    private const int ShortestParted = 9, ShortestPart = 3;

    private static readonly (string Text, ImmutableArray<BreakOpportunity> Joints)[] Firsts =
        [.. new[] { "ผู้", "ความ", "การ", "ไม่", "เป็น", "ให้" }.Select(f => (f, ImmutableArray.Create(new BreakOpportunity(f.Length, BreakCost.Dear))))];

    /// <summary>Where such a word has its joint; empty for any other.</summary>
    public static ImmutableArray<BreakOpportunity> JointsOf(ReadOnlySpan<char> word, WordTrie dictionary)
    {
        foreach (var (first, joints) in Firsts)
            if (word.Length > first.Length + 1 && word.StartsWith(first, StringComparison.Ordinal) && IsJoint(word, first.Length, dictionary))
                return joints;
        for (var at = word.Length < ShortestParted ? word.Length : ShortestPart; at <= word.Length - ShortestPart; at++)
            if (IsJoint(word, at, dictionary) && dictionary.Holds(word[..at])) return [new(at, BreakCost.Last)];
        return [];
    }

    private static bool IsJoint(ReadOnlySpan<char> word, int at, WordTrie dictionary) => ThaiClusters.BeginsAt(word, at) && dictionary.Holds(word[at..]);
}
