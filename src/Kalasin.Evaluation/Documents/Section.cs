using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents;

/// <summary>Pages of one shape.</summary>
/// <param name="Blocks">Blocks in order.</param>
internal sealed record Section(ImmutableArray<Block> Blocks)
{
    /// <summary>Wide pages. Default <see langword="false"/>.</summary>
    public bool Landscape { get; init; }

    /// <summary>Margins. Default <see cref="Margins.Official"/>.</summary>
    public Margins Margins { get; init; } = Margins.Official;

    /// <summary>Line at the foot of each page, small print: fingerprint, ข้อมูลตัวอย่าง. Default: none.</summary>
    public ImmutableArray<Inline> Footer { get; init; } = [];

    /// <summary>Line at the head of each page, over the page number, small print. Default: none.</summary>
    public ImmutableArray<Inline> Header { get; init; } = [];

    /// <summary>What stands on a page stands in the middle of its height, as on a cover. Default <see langword="false"/>.</summary>
    public bool InTheMiddle { get; init; }

    /// <summary>
    /// Page number at the top centre between hyphens, "- ๒ -", from page 2 of the document on, as the regulation on
    /// correspondence asks. Default <see langword="true"/>.
    /// </summary>
    public bool PageNumbers { get; init; } = true;

    /// <summary>Top of the page number's line in millimetres, so that the number stands 3 cm from the edge, also where page 1 begins higher.</summary>
    internal double PageNumberTop => Math.Max(Margins.Top, Margins.Official.Top);
}

/// <summary>Page margins in millimetres on A4.</summary>
/// <param name="Top">Top.</param>
/// <param name="Right">Right.</param>
/// <param name="Bottom">Bottom.</param>
/// <param name="Left">Left.</param>
internal sealed record Margins(double Top, double Right, double Bottom, double Left)
{
    /// <summary>Left 3 cm, right 2 cm, top 2.5 cm, bottom 2 cm. Source: regulation on correspondence B.E. 2526, annex.</summary>
    public static Margins Official { get; } = new(25, 20, 20, 30);

    /// <summary>The same where the first page begins with the emblem, 1.5 cm from the edge. Source: as above.</summary>
    public static Margins UnderEmblem { get; } = new(15, 20, 20, 30);
}

/// <summary>Fonts and sizes of a document.</summary>
/// <param name="WordFamily">Family that Word is asked for first; Sarabun is embedded as the fallback.</param>
/// <param name="BodyPoints">Size of body text in points of the embedded Sarabun.</param>
internal sealed record Theme(string WordFamily, double BodyPoints)
{
    /// <summary>
    /// The look of 16 pt TH SarabunPSK, which can't be shipped: the embedded Sarabun is drawn larger on its em, so the size
    /// that looks the same is smaller. The writers print Sarabun at this size.
    /// </summary>
    public static Theme Official { get; } = new("Sarabun", 11.5);
}
