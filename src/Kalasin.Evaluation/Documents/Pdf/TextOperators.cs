using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>
/// Text of one page as operators: one TJ per phrase with its trailing space, in a Span whose ActualText is what a reader
/// copies. (Per line the highlight of a search is wrong; per word spaces get lost.)
/// </summary>
internal sealed class TextOperators(PdfSyntax syntax)
{
    // U+FEFF in front says that a string is UTF-16.
    private static ReadOnlySpan<byte> Utf16Mark => [0xFE, 0xFF];

    private DocumentFont? font;
    private double size;
    private bool isLink;
    // What the pen owes since the last number in the array: thousandths of the size.
    private double owed;
    private bool inString;
    private int rise;

    /// <summary>Writes a box.</summary>
    /// <param name="box">The box.</param>
    /// <param name="speltIn">The font that spells its words.</param>
    /// <param name="spelt">The glyphs of each.</param>
    /// <param name="tagged">It belongs to the structure: an artifact holds nothing that is tagged.</param>
    /// <param name="x">Where the pen starts on the page.</param>
    /// <param name="y">Baseline on the page.</param>
    public void Write(TextBox box, DocumentFont speltIn, ReadOnlySpan<ushort[]> spelt, bool tagged, double x, double y)
    {
        if (speltIn != font || box.Style.Size != size)
        {
            (font, size) = (speltIn, box.Style.Size);
            syntax.Raw("/"u8).Raw(font.Resource).Raw(" "u8).Number(size).Raw(" Tf\n"u8);
        }
        if (box.Style.IsLink != isLink)
        {
            isLink = box.Style.IsLink;
            syntax.Raw(isLink ? "0 0 .55 rg\n"u8 : "0 g\n"u8);
        }
        ReadOnlySpan<ShapedWord> words = box.Words;
        for (int start = 0, end; start < words.Length; start = end)
        {
            for (end = start + 1; end < words.Length && !words[end - 1].EndsPhrase; end++) { }
            x += Phrase(box, words[start..end], spelt[start..end], tagged, x, y);
        }
        if (!isLink) return;
        isLink = false;
        syntax.Raw("0 g\n"u8);
    }

    private double Phrase(TextBox box, ReadOnlySpan<ShapedWord> words, ReadOnlySpan<ushort[]> spelt, bool tagged, double x, double y)
    {
        if (tagged)
        {
            syntax.Raw("/Span<</ActualText("u8).Raw(Utf16Mark);
            foreach (var word in words) syntax.Utf16(word.Text);
            syntax.Raw(")>>BDC "u8);
        }
        syntax.Raw("BT "u8).Number(x).Raw(" "u8).Number(y).Raw(" Td["u8);
        (owed, inString, rise) = (0, false, 0);
        var (gap, spaceGap) = (box.Gap * 1000 / size, box.SpaceGap * 1000 / size);
        var width = 0.0;
        for (var w = 0; w < words.Length; w++)
        {
            var (word, cids) = (words[w], spelt[w]);
            if (word.IsEven && gap == 0 && spaceGap == 0 && owed == 0 && rise == 0)
            {
                if (!inString && cids.Length > 0) syntax.Raw("("u8);
                inString |= cids.Length > 0;
                syntax.Pairs(cids);
                width += word.Advance;
                continue;
            }
            for (var i = 0; i < cids.Length; i++) width += Show(word.Glyphs.ItemRef(i), cids[i], gap, spaceGap);
        }
        if (inString) syntax.Raw(")"u8);
        syntax.Raw(rise == 0 ? "]TJ ET"u8 : "]TJ 0 Ts ET"u8).Raw(tagged ? " EMC\n"u8 : "\n"u8);
        return width * size / 1000;
    }

    private double Show(in Glyph glyph, ushort cid, double gap, double spaceGap)
    {
        if (glyph.Dy != rise)
        {
            rise = glyph.Dy;
            if (inString) syntax.Raw(")"u8);
            inString = false;
            syntax.Raw("]TJ "u8).Number(rise * size / 1000).Raw(" Ts["u8);
        }
        owed += glyph.Dx;
        var number = (long)Math.Round(owed);
        if (number != 0)
        {
            if (inString) syntax.Raw(")"u8);
            inString = false;
            syntax.Number(-number);
            owed -= number;
        }
        if (!inString) syntax.Raw("("u8);
        inString = true;
        syntax.Pair(cid);
        var extra = glyph.IsSpace ? spaceGap : glyph.EndsCluster ? gap : 0;
        owed += glyph.Advance - glyph.Width - glyph.Dx + extra;
        return glyph.Advance + extra;
    }
}
