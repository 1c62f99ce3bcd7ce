using System.Collections.Concurrent;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Where lines of a text may break: offsets into it, ascending, neither 0 nor its length.</summary>
internal delegate IReadOnlyList<int> BreakFinder(string text);

/// <summary>What may happen after a word.</summary>
internal enum LineEnd : byte
{
    Forbidden,
    Allowed,
    Forced,
}

/// <summary>A text as words that no line may cut, unless they are wider than a line. Not changed once made.</summary>
/// <param name="Words">Words in order.</param>
/// <param name="Ends">What may happen after each.</param>
internal sealed record ShapedText(ShapedWord[] Words, LineEnd[] Ends)
{
    public static ShapedText Empty { get; } = new([], []);
}

/// <summary>The texts of one document. Cells repeat themselves, and what shows page numbers is asked for in every pass: a text in one face is cut once.</summary>
internal sealed class ShapedTexts(BreakFinder breaks)
{
    private readonly ConcurrentDictionary<string, ShapedText> regular = new(StringComparer.Ordinal), bold = new(StringComparer.Ordinal), italic = new(StringComparer.Ordinal);

    /// <summary>A text in one face.</summary>
    public ShapedText this[string text, FontFace face]
    {
        get
        {
            var known = face == FontFace.Regular ? regular : face == FontFace.Bold ? bold : italic;
            return known.TryGetValue(text, out var shaped) ? shaped : known[text] = Cut([(text, face)], []);
        }
    }

    /// <summary>A text of pieces in different faces; its words end with the pieces.</summary>
    /// <param name="pieces">Pieces in order.</param>
    /// <param name="ends">Receives the number of words up to the end of each piece.</param>
    public ShapedText Cut(IReadOnlyList<(string Text, FontFace Face)> pieces, List<int> ends)
    {
        var text = (pieces.Count == 1 ? pieces[0].Text : string.Concat(pieces.Select(p => p.Text))).ReplaceLineEndings("\n");
        if (text.Length == 0) return ShapedText.Empty;
        var allowed = breaks(text);
        var (words, after) = (new List<ShapedWord>(allowed.Count + pieces.Count), new List<LineEnd>(allowed.Count + pieces.Count));
        var (start, next, pieceEnd) = (0, 0, 0);
        foreach (var (piece, face) in pieces)
        {
            pieceEnd = pieces.Count == 1 ? text.Length : pieceEnd + piece.Length;
            while (start < pieceEnd)
            {
                while (next < allowed.Count && allowed[next] <= start) next++;
                var end = next < allowed.Count && allowed[next] <= pieceEnd ? allowed[next] : pieceEnd;
                var line = text.IndexOf('\n', start, end - start);
                if (line >= 0) end = line + 1;
                after.Add(line >= 0 ? LineEnd.Forced : next < allowed.Count && allowed[next] == end ? LineEnd.Allowed : LineEnd.Forbidden);
                var word = text.AsSpan(start, (line >= 0 ? line : end) - start);
                // Who copies or listens must not find the words of two lines run together.
                words.Add(face.Shaper[line >= 0 && !word.EndsWith(' ') ? $"{word} " : word]);
                start = end;
            }
            ends.Add(words.Count);
        }
        return new([.. words], [.. after]);
    }
}
