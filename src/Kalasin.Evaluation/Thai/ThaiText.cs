using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation;

/// <summary>
/// Thai text as people type and paste it: repaired, compared, and parted into words, lines and clusters. Pure; independent of any culture.
/// </summary>
/// <seealso cref="ThaiLexicon"/>
/// <seealso cref="ThaiCollation"/>
/// <seealso cref="ThaiNumerals"/>
/// <seealso cref="ThaiDate"/>
public static partial class ThaiText
{
    private const int LongestNearMiss = 200;
    private const int LongestOnStack = 256;

    /// <summary>
    /// One line of text with its invisible faults repaired, so that what looks the same is the same: ํ and า become ำ, เเ becomes แ,
    /// vowel marks stand before tone marks and every mark before ำ, a mark or ำ typed twice stands once, zero-width and control
    /// characters go, every white space becomes one plain space, none at the ends. Doing it twice changes nothing more.
    /// </summary>
    /// <param name="text">One line or cell; line breaks become spaces.</param>
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsNormal(text)) return text;
        var visible = Visible(text);
        var result = new StringBuilder(visible.Length);
        Span<char> marks = stackalloc char[ThaiCharacters.MarkCount];
        for (var i = 0; i < visible.Length;)
        {
            if (visible[i] == 'เ' && i + 1 < visible.Length && visible[i + 1] == 'เ')
            {
                result.Append('แ');
                i += 2;
                continue;
            }
            var count = 0;
            while (i < visible.Length && ThaiCharacters.IsMark(visible[i])) Insert(marks, ref count, visible[i++]);
            var isSaraAm = i < visible.Length && (visible[i] == 'ำ' || (visible[i] == 'า' && marks[..count].Contains('ํ')));
            if (isSaraAm)
            {
                for (i++; i < visible.Length && (visible[i] == 'ำ' || ThaiCharacters.IsMark(visible[i])); i++)
                    if (visible[i] != 'ำ') Insert(marks, ref count, visible[i]);
            }
            foreach (var mark in marks[..count])
                if (!isSaraAm || mark != 'ํ') result.Append(mark);
            if (isSaraAm) result.Append('ำ');
            else if (count == 0) result.Append(visible[i++]);
        }
        return result.Length == text.Length && result.Equals(text) ? text : result.ToString();
    }

    /// <summary>
    /// What two spellings of the same name, heading or title have in common: repaired like <see cref="Normalise"/>, Arabic digits, lower
    /// case, without spaces, dots, dashes, slashes, quotation marks, brackets, colons, commas and asterisks. ฯ and ๆ are kept.
    /// For comparing only, never for showing.
    /// </summary>
    /// <param name="text">A name, heading or title.</param>
    [SkipLocalsInit]
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<char> kept = text.Length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[text.Length];
        kept = kept[..Keep(text, kept)];
        return kept.SequenceEqual(text) ? Normalise(text) : Normalise(kept.ToString());
    }

    /// <summary>The hash code of a text's key, for which the key itself is seldom made.</summary>
    [SkipLocalsInit]
    internal static int HashOfKey(string text)
    {
        Span<char> kept = text.Length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[text.Length];
        kept = kept[..Keep(text, kept)];
        return string.GetHashCode(IsNormal(kept) ? kept : Normalise(kept.ToString()), StringComparison.Ordinal);
    }

    private static int Keep(string text, Span<char> kept)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (ThaiCharacters.IsThai(c)) kept[count++] = c is >= '๐' and <= '๙' ? (char)(c - '๐' + '0') : c;
            else if (!Separators.Contains(c)) kept[count++] = char.ToLowerInvariant(c);
        }
        return count;
    }

    /// <summary>
    /// Whether two names differ only by a slip of typing: their keys differ by one letter added, left out, changed or swapped with its
    /// neighbour when the shorter has 4 to 7 characters, by at most two when it has 8 or more. Never when they are equal, when
    /// their digits differ (indicator 1 is not a slip for indicator 2), or beyond 200 characters.
    /// </summary>
    /// <param name="a">One name.</param>
    /// <param name="b">The other; the answer is the same both ways round.</param>
    public static bool IsNearMiss(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return IsNearMissOfKeys(Key(a), Key(b));
    }

    /// <summary>The same for names whose keys are known already.</summary>
    internal static bool IsNearMissOfKeys(string a, string b) =>
        a != b && EditDistance.Within(a, b, SlipsAllowed(Math.Min(a.Length, b.Length))) && Digits(a) == Digits(b);

    private static int SlipsAllowed(int length) => length switch { < 4 or > LongestNearMiss => 0, < 8 => 1, _ => 2 };

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string Visible(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
            }
            else if (!IsInvisible(c)) result.Append(c);
        }
        if (result.Length > 0 && result[^1] == ' ') result.Length--;
        return result.ToString();
    }

    private static bool IsInvisible(char c) =>
        char.IsControl(c)
        || c is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
            or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u2069') or '\uFEFF';

    private static readonly SearchValues<char> Separators = SearchValues.Create(
    [
        .. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => char.IsWhiteSpace(c) || c is >= '\u2010' and <= '\u2015'),
        .. ".-\u2212/\\\"'“”„‘’«»()[]:,;*_…",
    ]);

    /// <summary>True for a text that surely has no fault to repair, as nearly all have: found in one look, without a copy.</summary>
    private static bool IsNormal(ReadOnlySpan<char> text)
    {
        var (before, nikhahit) = (' ', false);
        foreach (var c in text)
        {
            if (c == ' ' ? before == ' ' : !ThaiCharacters.IsThai(c) && (char.IsWhiteSpace(c) || IsInvisible(c))) return false;
            if (ThaiCharacters.IsMark(c))
            {
                if (before == 'ำ' || (ThaiCharacters.IsMark(before) && ThaiCharacters.Rank(before) >= ThaiCharacters.Rank(c))) return false;
                nikhahit |= c == 'ํ';
            }
            else
            {
                if ((nikhahit && (c is 'ำ' or 'า')) || (c == 'ำ' && before == 'ำ') || (c == 'เ' && before == 'เ')) return false;
                nikhahit = false;
            }
            before = c;
        }
        return text.Length == 0 || before != ' ';
    }

    /// <summary>The text, or its beginning and an ellipsis where it is longer: never cut between a letter and its marks.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="longest">Characters of the result, the ellipsis counted; 2 or more.</param>
    internal static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var end = longest - 1;
        while (end > 1 && !ThaiClusters.BeginsAt(text, end)) end--;
        return text[..end] + "…";
    }

    /// <summary>Puts a mark in its place among at most one of each.</summary>
    private static void Insert(Span<char> marks, ref int count, char mark)
    {
        var at = count;
        for (var i = 0; i < count; i++)
        {
            if (marks[i] == mark) return;
            if (at == count && ThaiCharacters.Rank(marks[i]) > ThaiCharacters.Rank(mark)) at = i;
        }
        marks[at..count].CopyTo(marks[(at + 1)..]);
        marks[at] = mark;
        count++;
    }
}
