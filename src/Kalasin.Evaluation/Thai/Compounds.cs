namespace Kalasin.Evaluation.Thai;

/// <summary>Words of the dictionary that are made of two others: ผู้|ป่วย, ความ|สุข, การ|บ้าน; พิพิธ|ภัณฑ์ and โทร|คมนาคม only where there is no other way.</summary>
internal static class Compounds
{
    /// <summary>Shorter words fit on any line.</summary>
    private const int ShortestParted = 9, ShortestPart = 3;

    private static readonly string[] Firsts = ["ผู้", "ความ", "การ", "ไม่", "เป็น", "ให้"];

    private static readonly BreakOpportunity[][] Joints = Array.ConvertAll(Firsts, first => new[] { new BreakOpportunity(first.Length, BreakCost.Dear) });

    /// <summary>Where such a word has its joint; empty for any other.</summary>
    public static BreakOpportunity[] JointsOf(ReadOnlySpan<char> word, WordTrie dictionary)
    {
        for (var i = 0; i < Firsts.Length; i++)
            if (word.Length > Firsts[i].Length + 1 && word.StartsWith(Firsts[i], StringComparison.Ordinal) && IsJoint(word, Firsts[i].Length, dictionary))
                return Joints[i];
        for (var at = word.Length < ShortestParted ? word.Length : ShortestPart; at <= word.Length - ShortestPart; at++)
            if (IsJoint(word, at, dictionary) && dictionary.Holds(word[..at])) return [new(at, BreakCost.Last)];
        return [];
    }

    private static bool IsJoint(ReadOnlySpan<char> word, int at, WordTrie dictionary) => ThaiClusters.BeginsAt(word, at) && dictionary.Holds(word[at..]);
}
