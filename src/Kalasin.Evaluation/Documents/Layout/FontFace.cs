using System.Runtime.InteropServices;
using HarfBuzzSharp;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>An embedded face of Sarabun (OFL 1.1), opened once and only read from then on; thread-safe.</summary>
internal sealed class FontFace
{
    private const int UnitsPerEm = 1000;

    private FontFace(string style, int weight, int italicAngle)
    {
        (Name, Weight, ItalicAngle) = ($"Sarabun-{style}", weight, italicAngle);
        using var stream = typeof(FontFace).Assembly.GetManifestResourceStream($"Documents/Data/Fonts/{Name}.ttf")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        // HarfBuzz reads the font for as long as the program runs.
        var memory = Marshal.AllocHGlobal(bytes.Length);
        Marshal.Copy(bytes, 0, memory, bytes.Length);
        Face = new Face(new Blob(memory, bytes.Length, MemoryMode.ReadOnly), 0);
        Font = new Font(Face);
        if (Face.UnitsPerEm != UnitsPerEm) throw new InvalidOperationException($"{Name} is not drawn on {UnitsPerEm} units");
        Shaper = new(this);
    }

    public static FontFace Regular { get; } = new("Regular", 400, 0);

    public static FontFace Bold { get; } = new("Bold", 700, 0);

    public static FontFace Italic { get; } = new("Italic", 400, -10);

    /// <summary>PostScript name.</summary>
    public string Name { get; }

    public int Weight { get; }

    public int ItalicAngle { get; }

    public Face Face { get; }

    public Font Font { get; }

    public WordShaper Shaper { get; }

    /// <summary>Above the baseline, room for a tone mark on an upper vowel; thousandths of the em.</summary>
    public static int Ascent => 1068;

    /// <summary>Below the baseline, room for a lower vowel; thousandths of the em, negative.</summary>
    public static int Descent => -232;

    public static FontFace Of(bool bold, bool italic) => bold ? Bold : italic ? Italic : Regular;

    /// <summary>The default glyph of a character, 0 when the face has none.</summary>
    public ushort NominalGlyph(int codepoint) => Font.TryGetGlyph((uint)codepoint, out var glyph) ? (ushort)glyph : (ushort)0;
}
