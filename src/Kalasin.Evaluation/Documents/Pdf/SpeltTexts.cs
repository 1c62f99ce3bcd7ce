using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>
/// The words of a document as its fonts spell them. What the pages share is settled here, in the order of reading; they can
/// then be written on all cores and still come out the same.
/// </summary>
internal sealed class SpeltTexts(DocumentFonts fonts)
{
    private readonly Dictionary<ShapedText, EncodedWord[]> texts = [];

    /// <summary>Spells the words of a box.</summary>
    public void Add(TextBox box)
    {
        if (!texts.TryGetValue(box.Whole, out var words)) texts[box.Whole] = words = new EncodedWord[box.Whole.Words.Length];
        var font = fonts[box.Style.Face];
        for (var i = box.Start; i < box.Start + box.Count; i++) words[i] ??= font.Encode(box.Whole.Words[i]);
    }

    /// <summary>The words of a box that was added.</summary>
    public ReadOnlySpan<EncodedWord> this[TextBox box] => texts[box.Whole].AsSpan(box.Start, box.Count);

    /// <summary>The font of a face that is used.</summary>
    public DocumentFont Font(FontFace face) => fonts[face];
}
