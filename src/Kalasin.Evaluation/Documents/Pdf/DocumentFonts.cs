using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>The faces that a document uses, named in the order of their first use.</summary>
internal sealed class DocumentFonts(PdfFile file)
{
    private readonly Dictionary<FontFace, DocumentFont> fonts = [];
    private readonly List<DocumentFont> order = [];

    public DocumentFont this[FontFace face]
    {
        get
        {
            if (fonts.TryGetValue(face, out var font)) return font;
            font = new(face, $"F{order.Count + 1}", file.Reserve());
            order.Add(font);
            return fonts[face] = font;
        }
    }

    /// <summary>Writes the fonts and returns the entries of a Font resource dictionary.</summary>
    public string Write()
    {
        foreach (var font in order) font.Write(file);
        return string.Concat(order.Select(f => $"/{f.Resource} {f.Id} 0 R"));
    }
}
