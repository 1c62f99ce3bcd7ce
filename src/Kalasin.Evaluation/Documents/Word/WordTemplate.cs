using System.Collections.Immutable;
using System.Xml.Linq;
using Kalasin.Evaluation.Documents.Opc;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>
/// A Word template of the office's own: its styles by their names, its margins, its headers and footers. Content, numbering and settings stay
/// the program's. Read elsewhere, within limits; nothing here follows anything out of the file.
/// </summary>
/// <param name="Styles">Root of its styles.</param>
/// <param name="Page">Its page, as the last section has it.</param>
/// <param name="Headers">What stands around the text.</param>
/// <param name="Theme">Its colours and fonts; <see langword="null"/> where it has none.</param>
internal sealed record WordTemplate(XElement Styles, TemplatePage Page, ImmutableArray<TemplateHeader> Headers, ImmutableArray<byte>? Theme)
{
    // Word's own bound, and more than a document has.
    private const int LongestFamily = 31, MostFamilies = 40;

    private static readonly XNamespace W = WordXml.Namespace;

    private readonly Lazy<MergedStyles> official = new(() => MergedStyles.Of(Styles, Documents.Theme.Official, "th-TH"));

    /// <summary>Families of fonts that its styles ask for.</summary>
    public ImmutableArray<string> Families { get; } =
    [
        .. Styles.Descendants(W + "rFonts").Attributes().Where(a => a.Name.LocalName is "ascii" or "hAnsi" or "cs").Select(a => a.Value)
            .Where(f => f.Length is > 0 and <= LongestFamily).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostFamilies),
    ];

    /// <summary>The document on the template's pages.</summary>
    public ReportDocument On(ReportDocument document) =>
        document with { Sections = [.. document.Sections.Select(s => s with { Margins = Page.Margins })] };

    /// <summary>The template's styles under the ids that the writers use, and the program's own where it has none.</summary>
    public MergedStyles StylesFor(Theme theme, string language) =>
        theme == Documents.Theme.Official && language == "th-TH" ? official.Value : MergedStyles.Of(Styles, theme, language);

    /// <summary>What stands at the head or foot of pages; <see langword="null"/> where the template has nothing there.</summary>
    /// <param name="isHeader">At the head; otherwise at the foot.</param>
    /// <param name="isFirst">On the first page of the document.</param>
    public TemplateHeader? Around(bool isHeader, bool isFirst) =>
        Headers.FirstOrDefault(h => h.IsHeader == isHeader && h.IsFirst == (isFirst && Page.FirstDiffers));

    /// <summary>Whether the template numbers its pages itself.</summary>
    public bool NumbersPages => Headers.Any(h => !h.IsFirst && h.ShowsPage);

    /// <summary>Adds what styles refer to.</summary>
    public void AddTo(OpcPackage package, Relationships main)
    {
        if (Theme is not { } theme) return;
        main.ToPart("theme", "theme/theme1.xml");
        package.Add("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", PackedBytes.Of(theme.AsMemory()));
    }
}

/// <summary>The page of a template.</summary>
/// <param name="Margins">Margins.</param>
/// <param name="Header">From the edge to the header, in twips.</param>
/// <param name="Footer">From the edge to the footer, in twips.</param>
/// <param name="FirstDiffers">The first page has a header and footer of its own.</param>
internal sealed record TemplatePage(Margins Margins, int Header, int Footer, bool FirstDiffers);

/// <summary>A header or footer of a template.</summary>
/// <param name="IsHeader">At the head of pages; otherwise at the foot.</param>
/// <param name="IsFirst">Of the first page alone.</param>
/// <param name="Root">Its root element.</param>
/// <param name="Pictures">Its pictures by the id that its elements name them by: type, ending and bytes.</param>
/// <param name="Links">Its links by id.</param>
internal sealed record TemplateHeader(
    bool IsHeader, bool IsFirst, XElement Root, ImmutableArray<TemplatePicture> Pictures, ImmutableArray<(string Id, string Address)> Links)
{
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A field in it shows the number of the page.</summary>
    public bool ShowsPage { get; } = FieldNames.Of(Root).Contains("PAGE", StringComparer.OrdinalIgnoreCase);

    /// <summary>Its elements, with the pictures they name in the package and their style ids as the merged styles have them.</summary>
    public XElement Placed(string part, MergedStyles styles, OpcPackage package, Relationships relationships)
    {
        var root = new XElement(Root);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Pictures.Length; i++)
        {
            var name = $"media/{part}-{i + 1}.{Pictures[i].Ending}";
            package.Add($"word/{name}", Pictures[i].MediaType, PackedBytes.Of(Pictures[i].Bytes.AsMemory()));
            ids[Pictures[i].Id] = relationships.ToPart("image", name);
        }
        foreach (var (id, address) in Links) ids[id] = relationships.ToAddress(address);
        foreach (var attribute in root.DescendantsAndSelf().Attributes().Where(a => a.Name.Namespace == R))
            if (ids.TryGetValue(attribute.Value, out var id)) attribute.Value = id;
        styles.Rename(root);
        return root;
    }
}

/// <summary>A picture of a template.</summary>
internal sealed record TemplatePicture(string Id, string Ending, string MediaType, ImmutableArray<byte> Bytes);
