using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Text between two places where a line may break, as glyphs of one face, trailing spaces included.</summary>
internal sealed class ShapedWord
{
    public ShapedWord(string text, ImmutableArray<Glyph> glyphs)
    {
        (Text, Glyphs) = (text, glyphs);
        for (var i = 0; i < glyphs.Length; i++)
        {
            Advance += glyphs[i].Advance;
            if (glyphs[i].Text != " ") InkAdvance = Advance;
            if (glyphs[i].IsSpace) Spaces++;
            else if (glyphs[i].EndsCluster) Clusters++;
            if (glyphs[i].Text == " ") TrailingSpaces++;
            else TrailingSpaces = 0;
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

    public bool EndsPhrase => TrailingSpaces > 0;

    /// <summary>The longest front part not wider than <paramref name="limit"/>, at least one cluster, and the rest; for text that no break was found in.</summary>
    public (ShapedWord Front, ShapedWord? Remainder) Cut(double limit)
    {
        var (end, width) = (0, 0);
        for (var i = 0; i < Glyphs.Length; i++)
        {
            width += Glyphs[i].Advance;
            if (!Glyphs[i].EndsCluster) continue;
            if (end > 0 && width > limit) break;
            end = i + 1;
        }
        return end == 0 || end == Glyphs.Length ? (this, null) : (Part(0, end), Part(end, Glyphs.Length));
    }

    private ShapedWord Part(int start, int end)
    {
        var glyphs = Glyphs[start..end];
        return new(string.Concat(glyphs.Select(g => g.Text)), glyphs);
    }
}
