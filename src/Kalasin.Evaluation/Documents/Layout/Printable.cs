using System.Globalization;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Which characters the embedded faces can draw. What they can't is drawn as a box that still says the character when copied or read aloud.</summary>
internal static class Printable
{
    /// <summary>■, the nearest that Sarabun has to the box that readers know for a missing character.</summary>
    public const int Box = 0x25A0;

    /// <summary>A stretch of text and whether a box stands in its place.</summary>
    public readonly record struct Piece(string Says, bool Boxed);

    /// <summary>True for characters that steer lines and leave no ink: joiners, marks of direction, soft hyphen.</summary>
    public static bool IsInvisible(int c) =>
        c is 0xAD or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x2064) or 0xFEFF or (>= 0xFE00 and <= 0xFE0F);

    /// <summary>A word as stretches that the face can draw and characters that it can't.</summary>
    public static IReadOnlyList<Piece> Split(string word, FontFace face)
    {
        if (IsPlain(word, face)) return [new(word, false)];
        var pieces = new List<Piece>();
        var plain = new System.Text.StringBuilder();
        foreach (var element in Elements(word))
        {
            var drawn = string.Concat(element.EnumerateRunes().Where(r => !IsInvisible(r.Value)).Select(r => r.Value == '\t' ? " " : r.ToString()));
            if (IsPlain(drawn, face)) plain.Append(drawn);
            else
            {
                if (plain.Length > 0) pieces.Add(new(plain.ToString(), false));
                plain.Clear();
                pieces.Add(new(Sayable(element), true));
            }
        }
        if (plain.Length > 0) pieces.Add(new(plain.ToString(), false));
        return pieces;
    }

    /// <summary>What of a text the face can't draw, each once.</summary>
    public static IEnumerable<string> Missing(string text, FontFace face) =>
        IsPlain(text, face) ? [] : Split(text.ReplaceLineEndings(" "), face).Where(p => p.Boxed).Select(p => p.Says).Distinct(StringComparer.Ordinal);

    private static bool IsPlain(string text, FontFace face)
    {
        foreach (var c in text)
            if (c is < ' ' or > '~' and not ((>= 'ก' and <= 'ฺ') or (>= '฿' and <= '๛')) && face.NominalGlyph(c) == 0) return false;
        return true;
    }

    private static IEnumerable<string> Elements(string word)
    {
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext()) yield return elements.GetTextElement();
    }

    // Half a surrogate pair and control characters are no text; PDF forbids the noncharacters.
    private static string Sayable(string element) =>
        element.EnumerateRunes().Any(r => System.Text.Rune.IsControl(r) || (r.Value & 0xFFFE) == 0xFFFE) ? "\uFFFD" : string.Concat(element.EnumerateRunes());
}
