using System.Collections.Concurrent;
using System.Collections.Immutable;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Words to glyphs for one face, remembered: official Thai repeats itself. Shaping is pure, so what is remembered never changes a result.</summary>
internal sealed class WordShaper
{
    // Bound the memory that texts of strangers can take: about 300 bytes a word, 12 MB a face.
    private const int MostWords = 20_000, LongestWord = 64;

    private static readonly HarfBuzzSharp.Language Thai = new("th");

    private readonly ConcurrentDictionary<string, ShapedWord> words = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ShapedWord>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly FontFace face;
    private readonly ushort saraAm, saraAa, nikhahit;
    private int remembered;

    public WordShaper(FontFace face)
    {
        this.face = face;
        (saraAm, saraAa, nikhahit) = (face.NominalGlyph(0x0E33), face.NominalGlyph(0x0E32), face.NominalGlyph(0x0E4D));
        bySpan = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public ShapedWord this[ReadOnlySpan<char> text]
    {
        get
        {
            if (text.Length <= LongestWord && bySpan.TryGetValue(text, out var known)) return known;
            var word = text.ToString();
            if (word.Length > LongestWord) return Shape(word);
            if (Interlocked.Increment(ref remembered) > MostWords)
            {
                words.Clear();
                Interlocked.Exchange(ref remembered, 0);
            }
            return words.GetOrAdd(word, Shape);
        }
    }

    private ShapedWord Shape(string word)
    {
        var glyphs = ImmutableArray.CreateBuilder<Glyph>(word.Length);
        var text = new System.Text.StringBuilder(word.Length);
        foreach (var piece in Printable.Split(word, face))
        {
            text.Append(piece.Says);
            if (piece.Boxed) glyphs.Add(Box(piece.Says));
            else if (piece.Says.Length > 0) Shape(piece.Says, glyphs);
        }
        return new(text.ToString(), glyphs.DrainToImmutable());
    }

    private Glyph Box(string says)
    {
        var box = face.NominalGlyph(Printable.Box);
        return new(box, says, Width(box), Width(box), 0, 0, true);
    }

    private short Width(ushort glyph) => (short)face.Font.GetHorizontalGlyphAdvance(glyph);

    private void Shape(string text, ImmutableArray<Glyph>.Builder glyphs)
    {
        using var buffer = new Buffer { ClusterLevel = ClusterLevel.MonotoneGraphemes };
        buffer.AddUtf16(text);
        (buffer.Direction, buffer.Script, buffer.Language) = (Direction.LeftToRight, Script.Thai, Thai);
        face.Font.Shape(buffer);
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        for (int start = 0, end; start < infos.Length; start = end)
        {
            end = start + 1;
            while (end < infos.Length && infos[end].Cluster == infos[start].Cluster) end++;
            var from = (int)infos[start].Cluster;
            var to = end < infos.Length ? (int)infos[end].Cluster : text.Length;
            Name(text.AsSpan(from, to - from), infos[start..end], positions[start..end], glyphs);
        }
    }

    /// <summary>Gives the glyphs of one cluster their characters.</summary>
    private void Name(ReadOnlySpan<char> says, ReadOnlySpan<GlyphInfo> infos, ReadOnlySpan<GlyphPosition> at, ImmutableArray<Glyph>.Builder glyphs)
    {
        // HarfBuzz takes ำ apart; where both parts are the default ones, the glyph of ำ is the same picture with the right text.
        var whole = infos.Length > 1 && says[^1] == 'ำ' && infos[^1].Codepoint == saraAa && infos[^2].Codepoint == nikhahit && Math.Abs(at[^2].XOffset) < 20;
        var count = infos.Length - (whole ? 1 : 0);
        // A narrow ํ before า keeps its own name: the pair is ำ taken apart, and the phrase's ActualText says ำ.
        var decomposed = !whole && says[^1] == 'ำ' && infos.Length == says.Length + 1;
        Span<char> parts = stackalloc char[says.Length + 1];
        says.CopyTo(parts);
        if (decomposed) (parts[^2], parts[^1]) = ('\u0E4D', 'า');
        var named = decomposed ? parts : parts[..says.Length];
        for (var i = 0; i < count; i++)
        {
            var last = i == count - 1;
            var text = i >= named.Length ? "\u200B" : last ? named[i..].ToString() : Single(named[i]);
            var id = whole && last ? saraAm : (ushort)infos[i].Codepoint;
            var advance = whole && last ? at[^1].XAdvance : at[i].XAdvance;
            glyphs.Add(new(id, text, (short)advance, Width(id), whole && last ? (short)0 : (short)at[i].XOffset, (short)at[i].YOffset, last));
        }
    }

    private static string Single(char c) => c < Singles.Length ? Singles[c] : c.ToString();

    private static readonly string[] Singles = [.. Enumerable.Range(0, 0x0E80).Select(c => ((char)c).ToString())];
}
