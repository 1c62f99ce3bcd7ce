using System.Collections.Immutable;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Text between two places where a line may break, as glyphs of one face, trailing spaces included.</summary>
internal sealed class ShapedWord
{
    public ShapedWord(string text, ImmutableArray<Glyph> glyphs)
    {
        (Text, Glyphs, IsEven) = (text, glyphs, true);
        for (var i = 0; i < glyphs.Length; i++)
        {
            Advance += glyphs[i].Advance;
            if (glyphs[i].Text != " ") InkAdvance = Advance;
            if (glyphs[i].IsSpace) Spaces++;
            else if (glyphs[i].EndsCluster) Clusters++;
            if (glyphs[i].Text == " ") TrailingSpaces++;
            else TrailingSpaces = 0;
            IsEven &= glyphs[i] is { Dx: 0, Dy: 0 } && glyphs[i].Advance == glyphs[i].Width;
        }
    }

    /// <summary>What it says, as a reader copies it.</summary>
    public string Text { get; }

    public ImmutableArray<Glyph> Glyphs { get; }

    /// <summary>Width in thousandths of the em.</summary>
    public int Advance { get; }

    /// <summary>Width without trailing spaces, which hang over the edge of a line.</summary>
    public int InkAdvance { get; }

    public int Spaces { get; }

    public int TrailingSpaces { get; }

    /// <summary>Clusters that are not spaces.</summary>
    public int Clusters { get; }

    /// <summary>Whether every glyph stands where the font's own widths put it.</summary>
    public bool IsEven { get; }

    public bool EndsPhrase => TrailingSpaces > 0;

    /// <summary>Its clusters, each a word, trailing spaces with the last; for text that no break was found in.</summary>
    public IEnumerable<ShapedWord> Split()
    {
        var text = string.Concat(Glyphs.Select(g => g.Text));
        for (int start = 0, from = 0, at = 0, i = 0; i < Glyphs.Length; i++)
        {
            at += Glyphs[i].Text.Length;
            // What the font sees as one is less than what a reader does: โ and น, น and า belong together.
            var isLast = i == Glyphs.Length - 1;
            if (!isLast && (i >= Glyphs.Length - TrailingSpaces - 1 || !Glyphs[i].EndsCluster || !ThaiClusters.BeginsAt(text, at))) continue;
            yield return new(text[from..at], Glyphs[start..(i + 1)]);
            (start, from) = (i + 1, at);
        }
    }
}
