using System.Collections.Concurrent;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Adds where lines of a text may break, ascending.</summary>
internal delegate void BreakFinder(ReadOnlySpan<char> text, List<BreakOpportunity> breaks);

/// <summary>What may happen after a word, in the order of its price.</summary>
internal enum LineEnd : byte
{
    /// <summary>See <see cref="BreakCost.Free"/>.</summary>
    Free,

    /// <summary>See <see cref="BreakCost.Dear"/>.</summary>
    Dear,

    /// <summary>See <see cref="BreakCost.Last"/>.</summary>
    Last,

    /// <summary>Between two clusters of a word that is wider than its line.</summary>
    Torn,

    /// <summary>Between two faces where no place was found.</summary>
    Joined,

    /// <summary>The line ends here.</summary>
    Forced,
}

/// <summary>A text as the pieces between the places where a line may end; one wider than a line is cut between clusters. What it says is not changed once made.</summary>
/// <param name="words">Words in order.</param>
/// <param name="ends">What may happen after each.</param>
internal sealed class ShapedText(ShapedWord[] words, LineEnd[] ends)
{
    public static ShapedText Empty { get; } = new([], []);

    public ShapedWord[] Words => words;

    public LineEnd[] Ends => ends;

    /// <summary>How it was set last, remembered; <see langword="null"/> until then. Setting is pure, so what is remembered never changes a result.</summary>
    public SetText? Set { get; set; }
}

/// <summary>
/// Texts cut under one lexicon, and remembered: cells repeat themselves, and so do the reports of a round, which is reported on anew
/// after every delivery. Cutting is pure, so what is remembered never changes a result. Thread-safe.
/// </summary>
internal sealed class ShapedTexts(BreakFinder breaks)
{
    // Bound the memory that texts of strangers can take: at most some 20 MB, a few as a rule.
    private const int MostCharacters = 1_200_000, LongestText = 1_000, OfAText = 40;

    private readonly ConcurrentDictionary<string, ShapedText> regular = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ShapedText> bold = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ShapedText> italic = new(StringComparer.Ordinal);
    private int remembered;

    /// <summary>A text in one face.</summary>
    public ShapedText Of(string text, FontFace face, Desk desk)
    {
        if (text.Length > LongestText) return Of([(text, face)], desk);
        var known = face == FontFace.Regular ? regular : face == FontFace.Bold ? bold : italic;
        if (known.TryGetValue(text, out var shaped)) return shaped;
        if (Interlocked.Add(ref remembered, text.Length + OfAText) > MostCharacters)
        {
            foreach (var texts in (ConcurrentDictionary<string, ShapedText>[])[regular, bold, italic]) texts.Clear();
            Interlocked.Exchange(ref remembered, 0);
        }
        return known[text] = Of([(text, face)], desk);
    }

    /// <summary>A text of pieces in different faces; its words end with the pieces.</summary>
    /// <param name="pieces">Pieces in order; line ends inside them only as \n where there are several.</param>
    /// <param name="desk">Its <see cref="Desk.Ends"/> then tell the number of words up to the end of each piece.</param>
    public ShapedText Of(ReadOnlySpan<(string Text, FontFace Face)> pieces, Desk desk)
    {
        var text = (pieces.Length == 1 ? pieces[0].Text : Joined(pieces)).ReplaceLineEndings("\n");
        var (allowed, words, after, ends) = (desk.Breaks, desk.Words, desk.After, desk.Ends);
        allowed.Clear();
        words.Clear();
        after.Clear();
        ends.Clear();
        breaks(text, allowed);
        var (start, next, pieceEnd) = (0, 0, 0);
        foreach (var (piece, face) in pieces)
        {
            pieceEnd = pieces.Length == 1 ? text.Length : pieceEnd + piece.Length;
            while (start < pieceEnd)
            {
                while (next < allowed.Count && allowed[next].Index <= start) next++;
                var end = next < allowed.Count && allowed[next].Index <= pieceEnd ? allowed[next].Index : pieceEnd;
                var line = text.IndexOf('\n', start, end - start);
                if (line >= 0) end = line + 1;
                after.Add(line >= 0 ? LineEnd.Forced : next < allowed.Count && allowed[next].Index == end ? (LineEnd)allowed[next].Cost : LineEnd.Joined);
                var word = text.AsSpan(start, (line >= 0 ? line : end) - start);
                // Who copies or listens must not find the words of two lines run together.
                words.Add(face.Shaper[line >= 0 && !word.EndsWith(' ') ? $"{word} " : word]);
                start = end;
            }
            ends.Add(words.Count);
        }
        return new([.. words], [.. after]);
    }

    private static string Joined(ReadOnlySpan<(string Text, FontFace Face)> pieces)
    {
        var text = new System.Text.StringBuilder();
        foreach (var (piece, _) in pieces) text.Append(piece);
        return text.ToString();
    }
}
