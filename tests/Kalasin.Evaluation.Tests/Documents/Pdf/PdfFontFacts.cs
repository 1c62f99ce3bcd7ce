using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace Kalasin.Evaluation.Tests.Documents.Pdf;

/// <summary>A font of a file: what each code says, and whether its program, its widths and its maps agree (ISO 19005-2, 6.2.11).</summary>
internal sealed class PdfFontFacts
{
    private readonly Dictionary<int, string> says = [];
    private readonly byte[] map;
    private readonly int widths;

    public PdfFontFacts(object font, PdfObjects file, List<string> violations)
    {
        var name = (file.At(font, "BaseFont") as PdfName?)?.Value ?? "";
        var descendant = file.At(font, "DescendantFonts", 0);
        void Require(bool holds, string violation)
        {
            if (!holds) violations.Add($"{violation} ({name})");
        }
        Require(Regex.IsMatch(name, "^[A-Z]{6}\\+", RegexOptions.None, TimeSpan.FromSeconds(1))
            && file.At(descendant, "BaseFont") is PdfName { Value: var own } && own == name
            && file.At(descendant, "FontDescriptor", "FontName") is PdfName { Value: var described } && described == name, "6.2.11.2 the font has several names");
        Require(file.At(font, "Encoding") is PdfName { Value: "Identity-H" } && file.At(descendant, "CIDSystemInfo", "Ordering") is PdfString { Text: "Identity" }, "6.2.11.3 the codes are not the font's own");
        var program = (file.At(descendant, "FontDescriptor", "FontFile2") as PdfStream)?.Bytes();
        Require(program is not null, "6.2.11.4 the font is not embedded");
        map = (file.At(descendant, "CIDToGIDMap") as PdfStream)?.Bytes() ?? [];
        var listed = (file.At(descendant, "W", 1) as List<object> ?? []).OfType<double>().ToArray();
        widths = listed.Length;
        Require(map.Length == 2 * (widths + 1), "6.2.11.3 the map of glyphs has another length than the widths");
        if (program is not null)
            for (var cid = 1; cid <= widths && 2 * cid + 1 < map.Length; cid++)
                Require(Math.Abs(Advance(program, Glyph(cid)) - listed[cid - 1]) <= 1, $"6.2.11.5 code {cid} has another width in the font's program");
        var unicode = Encoding.ASCII.GetString((file.At(font, "ToUnicode") as PdfStream)?.Bytes() ?? []);
        foreach (Match line in Regex.Matches(unicode, "^<(?<code>[0-9A-F]{4})> <(?<text>([0-9A-F]{4})+)>$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
            if (!unicode.AsSpan(line.Index + line.Length).StartsWith("\nendcodespacerange"))
                says[Convert.ToInt32(line.Groups["code"].Value, 16)] = Encoding.BigEndianUnicode.GetString(Convert.FromHexString(line.Groups["text"].Value));
    }

    /// <summary>What a shown string says; what can't be shown is told.</summary>
    public string Read(byte[] shown, List<string> violations, string where)
    {
        var text = new StringBuilder();
        for (var i = 0; i + 1 < shown.Length; i += 2)
        {
            var cid = shown[i] << 8 | shown[i + 1];
            if (cid == 0 || cid > widths || Glyph(cid) == 0) violations.Add($"6.2.11.8 {where} shows .notdef");
            else if (!says.TryGetValue(cid, out var character) || character is "" or "\0" or "\uFEFF" or "\uFFFE") violations.Add($"6.2.11.7 {where} shows a code without a character");
            else text.Append(character);
        }
        return text.ToString();
    }

    private int Glyph(int cid) => 2 * cid + 1 < map.Length ? map[2 * cid] << 8 | map[2 * cid + 1] : 0;

    private static double Advance(byte[] font, int glyph)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(Table(font, "hhea") + 34));
        var units = BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(Table(font, "head") + 18));
        return BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(Table(font, "hmtx") + 4 * Math.Min(glyph, count - 1))) * 1000.0 / units;
    }

    private static int Table(byte[] font, string tag)
    {
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(4)); i++)
            if (Encoding.ASCII.GetString(font, 12 + 16 * i, 4) == tag) return BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(12 + 16 * i + 8));
        throw new FormatException($"the font has no {tag}");
    }
}
