using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>A word as one document's font spells it; words repeat, so what can be is spelt once.</summary>
internal sealed class EncodedWord
{
    /// <param name="word">The word.</param>
    /// <param name="cids">CID of each glyph.</param>
    /// <param name="font">The font.</param>
    /// <param name="desk">Where it is spelt; emptied first.</param>
    public EncodedWord(ShapedWord word, ushort[] cids, DocumentFont font, PdfSyntax desk)
    {
        Cids = cids;
        desk.Clear();
        foreach (var unit in word.Text) desk.Pair(unit);
        Says = desk.Written.ToArray();
        if (!IsEven(word.Glyphs.AsSpan(), cids, font)) return;
        desk.Clear();
        foreach (var cid in cids) desk.Pair(cid);
        Shown = desk.Written.ToArray();
    }

    /// <summary>CID of each glyph.</summary>
    public ushort[] Cids { get; }

    /// <summary>Its text in UTF-16, as it stands in a literal string.</summary>
    public byte[] Says { get; }

    /// <summary>
    /// Its CIDs as they stand in a literal string, where nothing but they need to be shown: every glyph stands where the font's own
    /// widths put it. Null otherwise.
    /// </summary>
    public byte[]? Shown { get; }

    private static bool IsEven(ReadOnlySpan<Glyph> glyphs, ushort[] cids, DocumentFont font)
    {
        for (var i = 0; i < glyphs.Length; i++)
            if (glyphs[i].Dx != 0 || glyphs[i].Dy != 0 || glyphs[i].Advance != font.Width(cids[i])) return false;
        return true;
    }
}
