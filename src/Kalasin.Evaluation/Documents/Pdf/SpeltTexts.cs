using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>The words of a text in a font of the document, as far as they are drawn.</summary>
internal readonly record struct SpeltText(DocumentFont Font, EncodedWord[] Words);

/// <summary>
/// The texts of a document as its fonts spell them, page by page in the order of reading: what pages share is settled here, so that
/// pages can be written on all cores and still come out the same. A thread has one and uses it again for its next document.
/// </summary>
internal sealed class SpeltTexts
{
    /// <summary>What a larger document needs is given back after it.</summary>
    private const int MostKept = 50_000;

    [ThreadStatic]
    private static SpeltTexts? ofThread;

    private readonly Dictionary<ShapedText, EncodedWord[]> texts = [];
    private readonly Dictionary<ShapedWord, EncodedWord> words = [];
    private DocumentFonts fonts = null!;

    /// <summary>Nothing spelt yet; <see cref="GiveBack"/> when the last page is settled.</summary>
    public static SpeltTexts Of(DocumentFonts fonts)
    {
        var own = ofThread ?? new();
        (ofThread, own.fonts) = (null, fonts);
        return own;
    }

    /// <summary>Spells the words of a box.</summary>
    public SpeltText Of(TextBox box)
    {
        var text = box.Whole.Words;
        if (!texts.TryGetValue(box.Whole, out var spelt)) texts.Add(box.Whole, spelt = new EncodedWord[text.Length]);
        var font = fonts[box.Style.Face];
        for (var i = box.Start; i < box.Start + box.Count; i++) spelt[i] ??= Of(text[i], font);
        return new(font, spelt);
    }

    /// <summary>Forgets the document.</summary>
    public void GiveBack()
    {
        if (words.Count > MostKept) return;
        texts.Clear();
        words.Clear();
        (ofThread, fonts) = (this, null!);
    }

    // A word is of one face.
    private EncodedWord Of(ShapedWord word, DocumentFont font)
    {
        if (!words.TryGetValue(word, out var spelt)) words.Add(word, spelt = new(word, font.Encode(word)));
        return spelt;
    }
}
