using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>What surrounds the text of a section's pages: margins, header, page number, footer. All of it artifacts.</summary>
internal sealed class PageFrame(Section section, Setting setting)
{
    // Headers and footers stay this far from the edge, where every printer still prints.
    private const double Edge = 10 * Page.PointsPerMillimetre;

    private const double Gap = 6;

    private List<ImmutableArray<Box>>? header, footer;

    public double Width { get; } = section.Landscape ? Page.Long : Page.Short;

    public double Height { get; } = section.Landscape ? Page.Short : Page.Long;

    public double Left { get; } = section.Margins.Left * Page.PointsPerMillimetre;

    public double TextWidth => Width - Left - section.Margins.Right * Page.PointsPerMillimetre;

    // The last page has the longest number.
    private double HeaderBottom => field == 0 && !section.Header.IsEmpty ? field = Edge + HeaderLines(setting.Pages.Count).Count * LineHeight + Gap : field;

    private double FooterTop => field == 0 && !section.Footer.IsEmpty ? field = Edge + FooterLines(setting.Pages.Count).Count * LineHeight + Gap : field;

    /// <inheritdoc cref="Section.InTheMiddle"/>
    public bool InTheMiddle => section.InTheMiddle;

    // A line and room below it, so that the number is not read as the first line of the text.
    private double NumberHeight => setting.BodyPoints * 2.7;

    private double SmallPrint => setting.Points(0.75);

    /// <summary>Top of the text on a page. The number stands over it, its baseline about 3 cm from the edge.</summary>
    public double Top(int page)
    {
        var numbered = section.PageNumbers && page > 1;
        var margin = (numbered ? section.PageNumberTop : section.Margins.Top) * Page.PointsPerMillimetre;
        return Math.Max(margin, HeaderBottom) + (numbered ? NumberHeight : 0);
    }

    /// <summary>Bottom of the text.</summary>
    public double Bottom => Height - Math.Max(section.Margins.Bottom * Page.PointsPerMillimetre, FooterTop);

    /// <summary>Height that every page of the section has for text.</summary>
    public double BodyHeight => Bottom - Top(2);

    private double LineHeight => SmallPrint * Lines.BodyHeight;

    private List<ImmutableArray<Box>> HeaderLines(int page) => header ?? Centred(section.Header, SmallPrint, page, ref header);

    private List<ImmutableArray<Box>> FooterLines(int page) => footer ?? Centred(section.Footer, SmallPrint, page, ref footer);

    private List<ImmutableArray<Box>> Centred(ImmutableArray<Inline> content, double size, int page) =>
        new Lines(TextWidth, 0, Alignment.Center, size).Fill(TextFlow.Of(content, size, false, null, setting with { Page = page }), setting.Desk);

    /// <summary>What shows no page number is the same on every page.</summary>
    private List<ImmutableArray<Box>> Centred(ImmutableArray<Inline> content, double size, int page, ref List<ImmutableArray<Box>>? same)
    {
        var lines = Centred(content, size, page);
        if (!content.Any(c => c is Field)) same = lines;
        return lines;
    }

    /// <summary>What stands around the text of a page.</summary>
    public IEnumerable<Placed> Around(int page)
    {
        var y = Edge;
        if (!section.Header.IsEmpty)
            foreach (var line in HeaderLines(page))
            {
                yield return new(line, Left, y);
                y += LineHeight;
            }
        if (section.PageNumbers && page > 1)
            yield return new(Centred([$"- {ThaiNumerals.Format(page)} -"], setting.BodyPoints, page)[0], Left, Top(page) - NumberHeight);
        if (section.Footer.IsEmpty) yield break;
        var lines = FooterLines(page);
        y = Height - Edge - lines.Count * LineHeight;
        foreach (var line in lines)
        {
            yield return new(line, Left, y);
            y += LineHeight;
        }
    }
}
