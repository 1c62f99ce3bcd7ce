using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>A text box as a font of the document spells it.</summary>
/// <param name="Font">The font.</param>
/// <param name="First">Where the first word of the text that the box is of stands in <see cref="SpeltTexts.Words"/>.</param>
internal readonly record struct SpeltText(DocumentFont Font, int First);

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

    private readonly Dictionary<ShapedText, int> starts = [];
    private readonly Dictionary<ShapedWord, ushort[]> words = [];
    // Where they must grow, who reads the smaller one still finds in it all that was settled before.
    private SpeltText[] texts = [];
    private ushort[][] spelt = [];
    private DocumentFonts fonts = null!;
    private int wordCount;

    /// <summary>Nothing spelt yet; <see cref="GiveBack"/> when the last page is written.</summary>
    public static SpeltTexts Of(DocumentFonts fonts)
    {
        var own = ofThread ?? new();
        (ofThread, own.fonts) = (null, fonts);
        return own;
    }

    /// <summary>Number of text boxes so far.</summary>
    public int Count { get; private set; }

    /// <summary>Each text box, in the order of adding.</summary>
    public SpeltText[] Texts => texts;

    /// <summary>The words of all texts, text after text: the CID of each glyph, of words that a box shows.</summary>
    public ushort[][] Words => spelt;

    /// <summary>Spells the words of a box.</summary>
    public void Add(TextBox box)
    {
        var text = box.Whole.Words;
        if (!starts.TryGetValue(box.Whole, out var first))
        {
            starts.Add(box.Whole, first = wordCount);
            Reach(ref spelt, wordCount += text.Length);
        }
        var font = fonts[box.Style.Face];
        for (var i = box.Start; i < box.Start + box.Count; i++) spelt[first + i] ??= Of(text[i], font);
        Reach(ref texts, Count + 1);
        texts[Count++] = new(font, first);
    }

    /// <summary>Forgets the document.</summary>
    public void GiveBack()
    {
        if (Math.Max(wordCount, Count) > MostKept) return;
        starts.Clear();
        words.Clear();
        Array.Clear(texts, 0, Count);
        Array.Clear(spelt, 0, wordCount);
        (ofThread, fonts, Count, wordCount) = (this, null!, 0, 0);
    }

    // A word is of one face.
    private ushort[] Of(ShapedWord word, DocumentFont font)
    {
        if (!words.TryGetValue(word, out var known)) words.Add(word, known = font.Encode(word));
        return known;
    }

    private static void Reach<T>(ref T[] array, int count)
    {
        if (count > array.Length) Array.Resize(ref array, Math.Max(1024, 2 * count));
    }
}
