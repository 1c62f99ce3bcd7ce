using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>
/// One face as one document uses it. CIDs are the document's own, one per glyph and the text it stands for, so that every
/// variant of a tone mark says the same character (ISO 32000-1, 9.7 and 9.10.3).
/// </summary>
internal sealed class DocumentFont(FontFace face, string resource, int id)
{
    // Nearly every glyph says one character: by both, which is quicker to find than by the text.
    private readonly Dictionary<int, ushort> cids = [];
    private readonly Dictionary<(ushort Glyph, string Text), ushort> others = [];
    private readonly List<(ushort Glyph, string Text, int Width)> used = [(0, "", 0)];

    /// <summary>Name in the resources of pages.</summary>
    public string Resource => resource;

    /// <summary>Number of the font object.</summary>
    public int Id => id;

    /// <summary>CIDs of a word's glyphs.</summary>
    public ushort[] Encode(ShapedWord word)
    {
        var codes = new ushort[word.Glyphs.Length];
        for (var i = 0; i < codes.Length; i++) codes[i] = Encode(word.Glyphs.ItemRef(i));
        return codes;
    }

    private ushort Encode(in Glyph glyph)
    {
        ref var cid = ref glyph.Text.Length == 1
            ? ref CollectionsMarshal.GetValueRefOrAddDefault(cids, glyph.Id << 16 | glyph.Text[0], out var known)
            : ref CollectionsMarshal.GetValueRefOrAddDefault(others, (glyph.Id, glyph.Text), out known);
        if (known) return cid;
        used.Add((glyph.Id, glyph.Text, glyph.Width));
        return cid = checked((ushort)(used.Count - 1));
    }

    /// <summary>Writes the font with all that belongs to it.</summary>
    public void Write(PdfFile file)
    {
        var (descendant, descriptor, program, map, unicode) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        var subset = FontSubset.Of(face, used.Skip(1).Select(u => u.Glyph).Distinct());
        var name = $"{Tag(subset)}+{face.Name}";
        file.Open(id).Raw($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>");
        file.Close();
        var cidFont = file.Open(descendant)
            .Raw($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>")
            .Raw($"/FontDescriptor {descriptor} 0 R/CIDToGIDMap {map} 0 R/DW 1000/W[1[");
        foreach (var (_, _, width) in used.Skip(1)) cidFont.Number(width).Raw(" "u8);
        cidFont.Raw("]]>>"u8);
        file.Close();
        // Bounds of the face as drawn; nonsymbolic is for simple fonts only, so flag 3 (symbolic), and 7 for italic.
        file.Open(descriptor).Raw($"<</Type/FontDescriptor/FontName/{name}/Flags {(face.ItalicAngle == 0 ? 4 : 68)}/FontBBox[-715 -559 1337 1281]")
            .Raw("/ItalicAngle "u8).Number(face.ItalicAngle).Raw("/Ascent "u8).Number(FontFace.Ascent).Raw("/Descent "u8).Number(FontFace.Descent)
            .Raw($"/CapHeight 700/StemV {(face.Weight > 400 ? 132 : 84)}/FontFile2 {program} 0 R>>");
        file.Close();
        file.Stream(program, $"/Length1 {subset.Length}", subset);
        file.Stream(map, "", GlyphMap());
        file.Stream(unicode, "", ToUnicode());
    }

    private static string Tag(byte[] subset) => string.Concat(SHA256.HashData(subset).Take(6).Select(b => (char)('A' + b % 26)));

    private byte[] GlyphMap()
    {
        var map = new byte[used.Count * 2];
        for (var cid = 1; cid < used.Count; cid++) (map[2 * cid], map[2 * cid + 1]) = ((byte)(used[cid].Glyph >> 8), (byte)used[cid].Glyph);
        return map;
    }

    private ReadOnlySpan<byte> ToUnicode()
    {
        var map = new PdfSyntax()
            .Raw("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
            .Raw("/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
            .Raw("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        // ISO 32000-1 allows a hundred entries in one run.
        for (var start = 1; start < used.Count; start += 100)
        {
            var end = Math.Min(used.Count, start + 100);
            map.Number(end - start).Raw(" beginbfchar\n"u8);
            for (var cid = start; cid < end; cid++)
            {
                map.Raw("<"u8).Hex(cid).Raw("> <"u8);
                foreach (var unit in used[cid].Text) map.Hex(unit);
                map.Raw(">\n"u8);
            }
            map.Raw("endbfchar\n"u8);
        }
        return map.Raw("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"u8).Written;
    }
}
