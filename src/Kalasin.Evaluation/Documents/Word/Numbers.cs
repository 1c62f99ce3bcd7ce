using Kalasin.Evaluation.Documents.Opc;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>What the parts of one file share while it is written: the package and the numbers given out so far.</summary>
internal sealed class Numbers
{
    private readonly Dictionary<string, string> anchors = new(StringComparer.Ordinal);
    private int bookmarks;
    private int headings;
    private int pictures;

    /// <summary>Starts a file.</summary>
    public Numbers(ReportDocument document)
    {
        Document = document;
        foreach (var heading in document.Blocks.OfType<Heading>())
            if (heading.Anchor is { } anchor) anchors.TryAdd(anchor, $"_Ref{anchors.Count + 1:D6}");
        ContentsLevels = document.Blocks.OfType<TableOfContents>().Select(c => c.Levels).DefaultIfEmpty().Max();
    }

    /// <summary>The document being written.</summary>
    public ReportDocument Document { get; }

    /// <summary>The file being written.</summary>
    public OpcPackage Package { get; } = new();

    /// <summary>What the main part leads to.</summary>
    public Relationships Main { get; } = new();

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

    /// <summary>Bookmark of an anchor. Word allows letters, digits and underscores only, so the anchor's own name can't serve.</summary>
    public string AnchorBookmark(string anchor) => anchors[anchor];
}
