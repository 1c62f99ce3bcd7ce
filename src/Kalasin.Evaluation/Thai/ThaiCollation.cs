using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation;

/// <summary>
/// Dictionary order for Thai: a leading vowel counts after its consonant, tone marks, ็ and ์ decide only between words that are
/// otherwise the same. Signs come before digits, digits (Thai and Arabic alike) before Latin, Latin before Thai; letter case
/// decides last. A total order: only equal texts compare as equal. Source: the order of the Royal Society's dictionary.
/// </summary>
public sealed class ThaiCollation : IComparer<string>
{
    private ThaiCollation()
    {
    }

    /// <summary>The one order there is.</summary>
    public static ThaiCollation Order { get; } = new();

    /// <summary>Compares two texts; null comes first.</summary>
    /// <param name="x">One text.</param>
    /// <param name="y">The other.</param>
    /// <returns>Negative when <paramref name="x"/> comes first, 0 when the texts are equal, otherwise positive.</returns>
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var marks = 0;
        var (left, right) = (new Letters(x), new Letters(y));
        while (true)
        {
            var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
            if (!hasLeft || !hasRight)
                return hasLeft ? 1 : hasRight ? -1 : marks != 0 ? marks : string.CompareOrdinal(x, y);
            if (left.Weight != right.Weight) return left.Weight.CompareTo(right.Weight);
            if (marks == 0) marks = left.Marks.CompareTo(right.Marks);
        }
    }

    /// <summary>The letters of a text in dictionary order, each with the secondary marks that follow it.</summary>
    private struct Letters(string text)
    {
        private int _next;
        private char _heldVowel;

        public int Weight { get; private set; }

        public long Marks { get; private set; }

        public bool MoveNext()
        {
            Marks = 0;
            char letter;
            if (_heldVowel != 0)
            {
                (letter, _heldVowel) = (_heldVowel, '\0');
            }
            else
            {
                if (_next == text.Length) return false;
                letter = text[_next++];
                if (IsSecondary(letter))
                {
                    _next--;
                    letter = '\0';
                }
                else if (ThaiCharacters.IsLeadingVowel(letter) && _next < text.Length && ThaiCharacters.IsConsonant(text[_next]))
                {
                    (_heldVowel, letter) = (letter, text[_next++]);
                }
            }
            if (_heldVowel == 0)
                while (_next < text.Length && IsSecondary(text[_next])) Marks = unchecked((Marks * 8) + text[_next++] - '็' + 1);
            Weight = Primary(letter);
            return true;
        }

        private static bool IsSecondary(char c) => c is >= '็' and <= '์';

        private static int Primary(char c) => c switch
        {
            '\0' => 0,
            >= '0' and <= '9' => 0x10000 + c - '0',
            >= '๐' and <= '๙' => 0x10000 + c - '๐',
            _ when ThaiCharacters.IsThai(c) => 0x40000 + c,
            _ when char.IsLetter(c) => 0x20000 + char.ToLowerInvariant(c),
            _ => 1 + c,
        };
    }
}
