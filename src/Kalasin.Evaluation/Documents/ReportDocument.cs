using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents;

/// <summary>A document as blocks, composed once and written by any <see cref="IDocumentWriter"/>.</summary>
/// <param name="Title">Title shown by viewers and in the properties; never empty.</param>
/// <param name="AsOf">Day the content is of; the only date in the file's properties (same input, same bytes).</param>
/// <param name="Sections">At least one.</param>
public sealed record ReportDocument(string Title, DateOnly AsOf, ImmutableArray<Section> Sections)
{
    /// <summary>Who answers for the content: an office, never a person. Default: none.</summary>
    public string? Author { get; init; }

    /// <summary>What it is about, for the properties. Default: none.</summary>
    public string? Subject { get; init; }

    /// <summary>Language of the text, BCP 47. Default <c>th-TH</c>.</summary>
    public string Language { get; init; } = "th-TH";

    /// <summary>Words of this document's field (names of units, authorities, awards) that lines must not break inside of.</summary>
    public ImmutableArray<string> Lexicon { get; init; } = [];

    /// <summary>Fonts and sizes. Default <see cref="Theme.Official"/>.</summary>
    public Theme Theme { get; init; } = Theme.Official;

    /// <summary>All blocks of all sections, in order, lists and cells not opened.</summary>
    public IEnumerable<Block> Blocks => Sections.SelectMany(s => s.Blocks);
}

/// <summary>Pages of one shape.</summary>
/// <param name="Blocks">Blocks in order.</param>
public sealed record Section(ImmutableArray<Block> Blocks)
{
    /// <summary>Wide pages. Default <see langword="false"/>.</summary>
    public bool Landscape { get; init; }

    /// <summary>Margins. Default <see cref="Margins.Official"/>.</summary>
    public Margins Margins { get; init; } = Margins.Official;

    /// <summary>Line at the foot of each page, small print: fingerprint, ข้อมูลตัวอย่าง. Default: none.</summary>
    public ImmutableArray<Inline> Footer { get; init; } = [];

    /// <summary>Line at the head of each page, over the page number, small print. Default: none.</summary>
    public ImmutableArray<Inline> Header { get; init; } = [];

    /// <summary>
    /// Page number at the top centre between hyphens, "- ๒ -", from page 2 of the document on, as the regulation on
    /// correspondence asks. Default <see langword="true"/>.
    /// </summary>
    public bool PageNumbers { get; init; } = true;
}

/// <summary>Page margins in millimetres on A4.</summary>
/// <param name="Top">Top.</param>
/// <param name="Right">Right.</param>
/// <param name="Bottom">Bottom.</param>
/// <param name="Left">Left.</param>
public sealed record Margins(double Top, double Right, double Bottom, double Left)
{
    /// <summary>Left 3 cm, right 2 cm, top 2.5 cm, bottom 2 cm. Source: regulation on correspondence B.E. 2526, annex.</summary>
    public static Margins Official { get; } = new(25, 20, 20, 30);
}

/// <summary>Fonts and sizes of a document.</summary>
/// <param name="WordFamily">Family that Word is asked for first; Sarabun is embedded as the fallback.</param>
/// <param name="BodyPoints">Size of body text in points of the embedded Sarabun.</param>
public sealed record Theme(string WordFamily, double BodyPoints)
{
    /// <summary>
    /// The look of 16 pt TH SarabunPSK, which can't be shipped: the embedded Sarabun is drawn larger on its em, so the size
    /// that looks the same is smaller. The writers print Sarabun at this size.
    /// </summary>
    public static Theme Official { get; } = new("Sarabun", 11.5);
}
