using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>A word as one document's font spells it; words repeat, so what can be is spelt once.</summary>
internal sealed class EncodedWord
{
    public EncodedWord(ShapedWord word, (int Cid, int Width)[] codes)
    {
        Codes = codes;
        var syntax = new PdfSyntax(4 * word.Text.Length);
        foreach (var unit in word.Text) syntax.Pair(unit);
        Says = Taken(syntax);
        Shown = Even(word.Glyphs.AsSpan(), codes) ? Cids(codes) : null;
    }

    /// <summary>CID and nominal width of each glyph.</summary>
    public (int Cid, int Width)[] Codes { get; }

    /// <summary>Its text in UTF-16, as it stands in a literal string.</summary>
    public byte[] Says { get; }

    /// <summary>Its CIDs as they stand in a literal string, where nothing but they need to be shown: every glyph stands where the font's own widths put it. Null otherwise.</summary>
    public byte[]? Shown { get; }

    private static bool Even(ReadOnlySpan<Glyph> glyphs, (int Cid, int Width)[] codes)
    {
        for (var i = 0; i < glyphs.Length; i++)
            if (glyphs[i].Dx != 0 || glyphs[i].Dy != 0 || glyphs[i].Advance != codes[i].Width) return false;
        return true;
    }

    private static byte[] Cids((int Cid, int Width)[] codes)
    {
        var syntax = new PdfSyntax(4 * codes.Length);
        foreach (var (cid, _) in codes) syntax.Pair(cid);
        return Taken(syntax);
    }

    private static byte[] Taken(PdfSyntax syntax)
    {
        var bytes = syntax.Written.ToArray();
        syntax.GiveBack();
        return bytes;
    }
}
