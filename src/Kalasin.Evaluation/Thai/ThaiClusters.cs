namespace Kalasin.Evaluation.Thai;

/// <summary>Where Thai text may be parted at all: between character clusters, whatever the words are.</summary>
internal static class ThaiClusters
{
    /// <summary>Whether a cluster begins at an index greater than 0.</summary>
    public static bool BeginsAt(ReadOnlySpan<char> text, int index)
    {
        var (before, c) = (text[index - 1], text[index]);
        if (!ThaiCharacters.IsThai(c) || !ThaiCharacters.IsThai(before)) return !JoinsTheCharacterBefore(before, c);
        if (ThaiCharacters.IsMark(c) || c is 'ะ' or 'า' or 'ำ' or 'ๅ' or 'ๆ' or 'ฯ') return false;
        if (ThaiCharacters.IsLeadingVowel(before) || before == 'ั') return false;
        return !(ThaiCharacters.IsConsonant(c) && IsSilenced(text, index));
    }

    /// <summary>How many clusters a text has.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = text.IsEmpty ? 0 : 1;
        for (var i = 1; i < text.Length; i++)
            if (BeginsAt(text, i)) count++;
        return count;
    }

    /// <summary>Whether the consonant carries ์, possibly over ิ or ุ: the ธิ์ of สิทธิ์.</summary>
    private static bool IsSilenced(ReadOnlySpan<char> text, int consonant)
    {
        var next = consonant + 1;
        if (next < text.Length && text[next] is 'ิ' or 'ุ') next++;
        return next < text.Length && text[next] == '์';
    }

    private static bool JoinsTheCharacterBefore(char before, char c) =>
        ThaiCharacters.IsMark(c) || char.IsLowSurrogate(c) || (before == '\r' && c == '\n') || c is '\u200D' || before is '\u200D'
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark;
}
