using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>A word as one document's font spells it; words repeat, so what can be is spelt once, by whoever writes it first.</summary>
/// <param name="word">The word.</param>
/// <param name="cids">CID of each glyph.</param>
internal sealed class EncodedWord(ShapedWord word, ushort[] cids)
{
    private byte[]? says, shown;

    /// <summary>CID of each glyph.</summary>
    public ushort[] Cids => cids;

    /// <summary>Its text in UTF-16, as it stands in a literal string.</summary>
    /// <param name="desk">Where it is spelt, if it must be; emptied first.</param>
    public byte[] Says(PdfSyntax desk)
    {
        if (says is not null) return says;
        desk.Clear();
        foreach (var unit in word.Text) desk.Pair(unit);
        return says = desk.Written.ToArray();
    }

    /// <summary>Whether nothing but its CIDs need to be shown: every glyph stands where the font's own widths put it.</summary>
    public bool IsEven { get; } = AreEven(word.Glyphs.AsSpan());

    /// <summary>Its CIDs as they stand in a literal string.</summary>
    /// <param name="desk">Where it is spelt, if it must be; emptied first.</param>
    public byte[] Shown(PdfSyntax desk)
    {
        if (shown is not null) return shown;
        desk.Clear();
        foreach (var cid in cids) desk.Pair(cid);
        return shown = desk.Written.ToArray();
    }

    private static bool AreEven(ReadOnlySpan<Glyph> glyphs)
    {
        foreach (ref readonly var glyph in glyphs)
            if (glyph.Dx != 0 || glyph.Dy != 0 || glyph.Advance != glyph.Width) return false;
        return true;
    }
}
