using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using Kalasin.Evaluation.Documents.Opc;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>What the parts of one file share while it is written: the package and the numbers given out so far.</summary>
internal sealed class Numbers
{
    private readonly Dictionary<string, string> anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<Block, string> captions = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Block> marked = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, PackedBytes> packed = new(StringComparer.Ordinal);
    private int bookmarks;
    private int headings;
    private int pictures;

    /// <summary>Starts a file.</summary>
    public Numbers(ReportDocument document, CancellationToken cancellationToken)
    {
        Document = document;
        var contents = document.Blocks.OfType<TableOfContents>().ToList();
        if (contents.Count > 0 || document.Sections.Any(s => s.InTheMiddle)) Pages = ContentsPages.Of(document, cancellationToken);
        ContentsLevels = contents.Where(c => c.Of == ContentsKind.Headings).Select(c => c.Levels).DefaultIfEmpty().Max();
        foreach (var block in document.Named)
        {
            var anchor = block.Target;
            var ofCaption = block is not Heading && (anchor is not null || contents.Exists(c => c.CaptionOf(block) is not null));
            // Not _Toc…: LibreOffice takes any link to such a one for a line of contents, and the number it ends with for a page.
            if (ofCaption) captions.TryAdd(block, $"_RefC{captions.Count + 1:D5}");
            if (anchor is not null) anchors.TryAdd(anchor, ofCaption ? captions[block] : $"_Ref{anchors.Count + 1:D6}");
        }
    }

    /// <summary>The document being written.</summary>
    public ReportDocument Document { get; }

    /// <summary>What the PDF's pages tell; <see langword="null"/> where nothing asks for it.</summary>
    public ContentsPages? Pages { get; }

    /// <summary>The file being written.</summary>
    public OpcPackage Package { get; } = new();

    /// <summary>What the main part leads to.</summary>
    public Relationships Main { get; } = new();

    /// <summary>Bytes of the main part, once it is begun.</summary>
    public RentedStream Bytes { get => field ?? throw new InvalidOperationException("The main part is not begun."); set; }

    /// <summary>Numbered lists so far; each restarts at one.</summary>
    public int NumberedLists { get; set; }

    /// <summary>Deepest heading level that a table of contents lists; 0 without one.</summary>
    public int ContentsLevels { get; }

    /// <summary>The next bookmark's number.</summary>
    public string NextBookmark() => (bookmarks++).ToString();

    /// <summary>The next heading's number, from 1, in the order of the document.</summary>
    public int NextHeading() => ++headings;

    /// <summary>The next picture's number, from 1.</summary>
    public int NextPicture() => ++pictures;

    /// <summary>Bookmark that the contents lead to, of a heading's number.</summary>
    public static string ContentsBookmark(int heading) => $"_Toc{heading:D6}";

    /// <summary>Bookmark of a block's caption that a list of captions or a link leads to; <see langword="null"/> where none does.</summary>
    public string? CaptionBookmark(Block block) => captions.GetValueOrDefault(block);

    /// <summary>Spells elements beside those that are written as they are.</summary>
    public WordXml Spelling => field ??= new();

    /// <summary>A header or footer as a part; sections mostly have the same.</summary>
    public PackedBytes PackedOnce(OpenXmlElement root)
    {
        var xml = Spelling.Of(root);
        return packed.TryGetValue(xml, out var known) ? known : packed[xml] = PackedBytes.OfXml(root.WriteTo);
    }

    /// <summary>Writes a caption, with its bookmark around it where there is one; a block that stands twice is found where it stands first.</summary>
    public void AppendCaption(W.Paragraph paragraph, Block block, string caption)
    {
        AppendMarked(paragraph, caption, CaptionBookmark(block) is { } name && marked.Add(block) ? [(NextBookmark(), name)] : []);
    }

    /// <summary>Appends a text with bookmarks around it.</summary>
    public void AppendMarked(W.Paragraph paragraph, string text, ImmutableArray<(string Id, string Name)> bookmarks) => paragraph.AppendChild(new SpeltText(this, xml =>
    {
        foreach (var (id, name) in bookmarks) xml.Write($"<w:bookmarkStart w:name=\"{name}\" w:id=\"{id}\" />");
        InlineElements.Write(xml, text, this);
        foreach (var (id, _) in bookmarks) xml.Write($"<w:bookmarkEnd w:id=\"{id}\" />");
    }));

    /// <summary>Bookmark of an anchor. Word allows letters, digits and underscores only, so the anchor's own name can't serve.</summary>
    public string AnchorBookmark(string anchor) => anchors[anchor];
}
