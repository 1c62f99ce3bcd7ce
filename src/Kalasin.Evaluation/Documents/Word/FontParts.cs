using System.Security.Cryptography;
using Kalasin.Evaluation.Documents.Opc;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>The font table and the embedded Sarabun, obfuscated as ECMA-376 part 4, 2.8.1 asks; made once per process.</summary>
internal static class FontParts
{
    private const string Family = "Sarabun";
    private const int ObfuscatedLength = 32;

    private static readonly Lazy<Face[]> Faces = new(() => [Face.Load("Regular"), Face.Load("Bold"), Face.Load("Italic")]);

    /// <summary>Adds the font table and the fonts.</summary>
    /// <param name="package">The file being written.</param>
    /// <param name="main">What its main part leads to.</param>
    /// <param name="families">Families that are asked for first; Sarabun stands in for each where a machine has none of it.</param>
    public static void AddTo(OpcPackage package, Relationships main, IEnumerable<string> families)
    {
        var relationships = new Relationships();
        var ids = Faces.Value.Select((face, i) => relationships.ToPart("font", $"fonts/font{i + 1}.odttf")).ToArray();
        main.ToPart("fontTable", "fontTable.xml");
        package.Add(
            "word/fontTable.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml",
            PackedBytes.OnceXml(Table(families, ids).WriteTo), relationships);
        for (var i = 0; i < Faces.Value.Length; i++)
            package.Add($"word/fonts/font{i + 1}.odttf", "application/vnd.openxmlformats-officedocument.obfuscatedFont", Faces.Value[i].Bytes);
    }

    private static W.Fonts Table(IEnumerable<string> families, string[] ids)
    {
        var fonts = new W.Fonts();
        foreach (var family in families.Where(f => f != Family))
            fonts.AppendChild(new W.Font
            {
                Name = ValidXml.Of(family), AltName = new() { Val = Family }, FontCharSet = new() { Val = "DE" },
                FontFamily = new() { Val = W.FontFamilyValues.Swiss }, Pitch = new() { Val = W.FontPitchValues.Variable },
            });
        fonts.AppendChild(new W.Font
        {
            Name = Family,
            Panose1Number = new() { Val = "00000500000000000000" },
            FontCharSet = new() { Val = "DE" },
            FontFamily = new() { Val = W.FontFamilyValues.Swiss },
            Pitch = new() { Val = W.FontPitchValues.Variable },
            FontSignature = new()
            {
                UnicodeSignature0 = "21000007", UnicodeSignature1 = "00000001", UnicodeSignature2 = "00000000",
                UnicodeSignature3 = "00000000", CodePageSignature0 = "20010193", CodePageSignature1 = "00000000",
            },
            EmbedRegularFont = new() { Id = ids[0], FontKey = Faces.Value[0].Key },
            EmbedBoldFont = new() { Id = ids[1], FontKey = Faces.Value[1].Key },
            EmbedItalicFont = new() { Id = ids[2], FontKey = Faces.Value[2].Key },
        });
        return fonts;
    }

    /// <summary>The bytes with the first 32 combined with the key's 16, last byte first; doing it again undoes it.</summary>
    public static byte[] Obfuscate(byte[] font, Guid key)
    {
        var digits = Convert.FromHexString(key.ToString("N"));
        var result = (byte[])font.Clone();
        for (var i = 0; i < ObfuscatedLength; i++) result[i] ^= digits[^(1 + i % digits.Length)];
        return result;
    }

    private sealed record Face(string Key, PackedBytes Bytes)
    {
        public static Face Load(string style)
        {
            using var resource = typeof(FontParts).Assembly.GetManifestResourceStream($"Documents/Data/Fonts/{Family}-{style}.ttf")
                ?? throw new InvalidOperationException($"The assembly holds no font {Family}-{style}.");
            var font = new byte[resource.Length];
            resource.ReadExactly(font);
            // The key must differ between fonts and need not be secret; taken from the content, it is the same in every file.
            var key = new Guid(SHA256.HashData(font).AsSpan(0, 16), bigEndian: true);
            return new(key.ToString("B").ToUpperInvariant(), PackedBytes.Of(Obfuscate(font, key)));
        }
    }
}
