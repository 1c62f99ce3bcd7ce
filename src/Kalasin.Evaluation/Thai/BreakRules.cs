namespace Kalasin.Evaluation.Thai;

/// <summary>Where a line may end between runs of Thai letters, numbers, Latin words, signs and spaces.</summary>
internal static class BreakRules
{
    /// <summary>A longer text around a space can't be a unit, title or date; looking no further keeps the work linear.</summary>
    private const int LongestNeighbour = 40;

    /// <summary>A letter or mark that Thai words are made of; not a digit and none of the signs ฯ ๆ ฿ ๏.</summary>
    public static bool IsThaiLetter(char c) => c is (>= 'ก' and <= 'ฺ' and not 'ฯ') or (>= 'เ' and <= '๎' and not 'ๆ');

    /// <summary>What it costs that a line begins at an index that doesn't lie between two Thai letters; null where none may.</summary>
    public static BreakCost? Before(ReadOnlySpan<char> text, int index)
    {
        var (before, c) = (text[index - 1], text[index]);
        if (IsGlue(before) || IsGlue(c) || IsSpace(c) || c == '\u200B' || !ThaiClusters.BeginsAt(text, index)) return null;
        if (before == '\u200B') return BreakCost.Free;
        if (IsSpace(before)) return IsBoundToTheLeft(text, index) ? null : AfterSpace(text, index);
        if (IsClosing(c) || IsOpening(before)) return null;
        return before switch
        {
            '-' or '\u2010' or '–' or '—' or '/' when PartsLetters(text, index) => BreakCost.Free,
            'ฯ' or 'ๆ' when FollowsLetters(text, index) => BreakCost.Free,
            ',' or ';' or ':' when IsLetter(c) => BreakCost.Free,
            _ when IsClosingBracket(before) && (IsThaiLetter(c) || IsOpening(c)) => BreakCost.Free,
            _ when IsThaiLetter(before) && (IsOpening(c) || char.IsAsciiLetter(c)) => BreakCost.Free,
            _ when IsThaiLetter(c) && char.IsAsciiLetter(before) => BreakCost.Free,
            _ when IsJoint(text, index) => BreakCost.Last,
            _ => null,
        };
    }

    private static bool FollowsLetters(ReadOnlySpan<char> text, int index) =>
        IsThaiLetter(text[index]) && index > 1 && IsThaiLetter(text[index - 2]) && !text[index..].StartsWith("ลฯ", StringComparison.Ordinal);

    /// <summary>Where an address, a number, a date or an abbreviated title has its joints: dla.|go.th, ๑๕/|๕/|๒๕๖๗, ๙๐|วัน, ทต.|สงเปลือย.</summary>
    private static bool IsJoint(ReadOnlySpan<char> text, int index)
    {
        var (before, c) = (text[index - 1], text[index]);
        if (!IsLetter(c) && !char.IsDigit(c)) return false;
        return before switch
        {
            '-' or '/' or '@' or '_' or '?' or '&' or '=' => index > 1 && (IsLetter(text[index - 2]) || char.IsDigit(text[index - 2])),
            '.' => IsThaiLetter(c) ? BeginsWord(text[index..]) : char.IsAsciiLetter(c) && index > 1 && char.IsAsciiLetterOrDigit(text[index - 2]),
            _ => IsThaiLetter(c) ? char.IsDigit(before) : char.IsDigit(c) && IsLetter(before),
        };
    }

    /// <summary>Whether Thai letters are more than the next part of an abbreviation: สงเปลือย, not the ศ. of พ.ศ.</summary>
    private static bool BeginsWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && IsThaiLetter(text[end])) end++;
        return end > 2 && (end == text.Length || text[end] != '.');
    }

    /// <summary>Whether the sign before the index stands alone between two letters: e-mail, กลุ่มงาน/ฝ่าย; not ๑๕/๕, ว-๐๑๒ or ://.</summary>
    private static bool PartsLetters(ReadOnlySpan<char> text, int index) =>
        index > 1 && IsLetter(text[index]) && (IsLetter(text[index - 2]) || IsClosingBracket(text[index - 2]));

    /// <summary>Whether a sign after a space belongs to what stands before the space; .pdf and (ก) don't.</summary>
    private static bool IsBoundToTheLeft(ReadOnlySpan<char> text, int index)
    {
        var next = index + 1 < text.Length ? text[index + 1] : ' ';
        return text[index] switch
        {
            '.' => !char.IsAsciiLetterOrDigit(next),
            '/' => !IsSpace(next),
            var c => IsClosing(c),
        };
    }

    private static BreakCost AfterSpace(ReadOnlySpan<char> text, int index)
    {
        if (index > 1 && IsSpace(text[index - 2])) return BreakCost.Free;
        var start = index - 1;
        while (start > 0 && index - start < LongestNeighbour && !IsSpace(text[start - 1])) start--;
        var end = index;
        while (end < text.Length && end - index < LongestNeighbour && !IsSpace(text[end])) end++;
        var isOrdinal = start > 1 && IsSpace(text[start - 1]) && KeepTogether.EndsInLabel(text[..(start - 1)]);
        var left = text[start..(index - 1)];
        var right = text[index..end];
        return KeepTogether.Across(left, right, isOrdinal) ? BreakCost.Last : KeepTogether.IsLetterNumber(left, right) ? BreakCost.Dear : BreakCost.Free;
    }

    private static bool IsGlue(char c) => c is '\u00A0' or '\u202F' or '\u2060' or '\uFEFF' or '\u2011' or '\u2007';

    private static bool IsSpace(char c) => c != '\u200B' && !IsGlue(c) && (char.IsWhiteSpace(c) || c == '\t');

    private static bool IsOpening(char c) => c is '(' or '[' or '{' or '“' or '‘' or '«' or '<';

    private static bool IsClosingBracket(char c) => c is ')' or ']' or '}' or '”' or '’' or '»';

    private static bool IsClosing(char c) => IsClosingBracket(c) || c is '.' or ',' or ':' or ';' or '!' or '?' or '%' or 'ฯ' or 'ๆ' or '…';

    private static bool IsLetter(char c) => IsThaiLetter(c) || char.IsLetter(c);
}
