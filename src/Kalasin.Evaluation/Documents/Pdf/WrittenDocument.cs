using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>A laid-out document as the objects of a PDF 1.7 file that keeps PDF/A-2a and PDF/UA-1 (docs/pdf-conformance.md).</summary>
internal sealed class WrittenDocument(ReportDocument document, LaidOut layout, bool plain)
{
    private readonly PdfFile file = new(plain);
    // ISO 19005-2, 6.1.13: strings have fewer than 32,768 bytes; UTF-16 takes two a character, and a few for its mark.
    private const int LongestText = 16_000;

    private readonly List<string> violations = [.. layout.Violations];

    /// <summary>What keeps the document from the claimed profiles; complete once <see cref="Write"/> has run.</summary>
    public IReadOnlyCollection<string> Violations => violations.Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>The file, whose buffer is the caller's to give back; <see langword="null"/> when there are <see cref="Violations"/>.</summary>
    public PdfSyntax? Write(CancellationToken cancellationToken)
    {
        foreach (var text in (string?[])[document.Title, document.Author, document.Subject, .. layout.Headings.Select(h => h.Heading.Text)]) CheckLength(text);
        var (catalog, info, tree, resources) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        var pageIds = layout.Pages.Select(_ => file.Reserve()).ToArray();
        var fonts = new DocumentFonts(file);
        var pictures = new DocumentPictures(file, violations);
        var structure = new StructureTree(layout, file, CheckLength);
        var texts = SpeltTexts.Of(fonts);
        var contents = new PageContent[pageIds.Length];
        var streams = file.Streams(
            contents.Length, i => contents[i] = new(layout.Pages[i], texts, pictures), (i, syntax) => contents[i].Write(syntax), cancellationToken);
        texts.GiveBack();
        for (var i = 0; i < contents.Length; i++)
        {
            var content = contents[i];
            structure.AddPage(content.Marks);
            foreach (var (node, left, bottom, right, top) in content.Figures) structure.Bound(node, left, bottom, right, top);
            var links = content.Links.Select(l => Link(l.Link, l.Left, l.Bottom, l.Right, l.Top, structure, pageIds)).ToArray();
            var entry = file.Open(pageIds[i]).Raw("<</Type/Page/Parent "u8).Reference(tree)
                .Raw("/MediaBox[0 0 "u8).Numbers(layout.Pages[i].Width, layout.Pages[i].Height).Raw("]/Resources "u8).Reference(resources)
                .Raw("/Contents "u8).Reference(streams[i]).Raw("/StructParents "u8).Number(i).Raw("/Tabs/S"u8);
            if (links.Length > 0) entry.Raw($"/Annots[{string.Join(' ', links.Select(l => $"{l} 0 R"))}]");
            entry.Raw(">>"u8);
            file.Close();
        }
        structure.Write(pageIds);
        if (violations.Count > 0) return null;
        file.Open(tree).Raw($"<</Type/Pages/Count {pageIds.Length}/Kids[{string.Join(' ', pageIds.Select(p => $"{p} 0 R"))}]>>");
        file.Close();
        var fontEntries = fonts.Write();
        file.Open(resources).Raw($"<</Font<<{fontEntries}>>/XObject<<{pictures.Entries}>>>>");
        file.Close();
        Metadata.Information(file, info, document);
        Catalog(catalog, tree, structure.Id, Outline.Write(file, layout, pageIds));
        return file.Finish(catalog, info);
    }

    private void CheckLength(string? text)
    {
        if (text?.Length > LongestText) violations.Add($"the text '{text[..40]}…' has more than {LongestText} characters");
    }

    private void Catalog(int id, int pages, int structure, int outline)
    {
        var (metadata, profile) = (file.Reserve(), file.Reserve());
        file.Stream(metadata, "/Type/Metadata/Subtype/XML", Metadata.Xmp(document), compress: false);
        file.Stream(profile, "/N 3", ScreenColours.Profile);
        var catalog = file.Open(id).Raw($"<</Type/Catalog/Pages {pages} 0 R/Lang").Text(document.Language)
            .Raw($"/MarkInfo<</Marked true>>/StructTreeRoot {structure} 0 R/Metadata {metadata} 0 R")
            .Raw("/ViewerPreferences<</DisplayDocTitle true>>/PageLabels<</Nums[0<</S/D>>]>>"u8)
            .Raw($"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile {profile} 0 R>>]");
        if (outline > 0) catalog.Raw($"/Outlines {outline} 0 R/PageMode/UseOutlines");
        catalog.Raw(">>"u8);
        file.Close();
    }

    private int Link(LinkBox link, double left, double bottom, double right, double top, StructureTree structure, int[] pageIds)
    {
        CheckLength(link.Text);
        var id = file.Reserve();
        var key = structure.Annotate(link.Node!, id);
        var annotation = file.Open(id).Raw("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect["u8)
            .Numbers(left, bottom, right, top).Raw("]/Contents"u8).Text(link.Text).Raw("/StructParent "u8).Number(pageIds.Length + key);
        if (link.Target.StartsWith("#page:", StringComparison.Ordinal))
            Outline.Destination(annotation.Raw("/Dest"u8), Index(link.Target, "#page:"), 0, layout, pageIds);
        else if (link.Target.StartsWith('#')) Outline.Destination(annotation.Raw("/Dest"u8), PlaceOf(link.Target), layout, pageIds);
        else annotation.Raw("/A<</Type/Action/S/URI/URI"u8).Text(new Uri(link.Target).AbsoluteUri).Raw(">>"u8);
        annotation.Raw(">>"u8);
        file.Close();
        return id;
    }

    private static int Index(string target, string before) => int.Parse(target.AsSpan(before.Length), System.Globalization.CultureInfo.InvariantCulture);

    private (int Page, double Y) PlaceOf(string target) =>
        target.StartsWith("#:", StringComparison.Ordinal) && layout.Headings[Index(target, "#:")] is var heading
            ? (heading.Page, heading.Y)
            : layout.Anchors[target[1..]];
}
