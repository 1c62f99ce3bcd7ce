using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>
/// A table of contents: a field that asks Word to refresh it, with its entries already there, each a link to what it names with leaders
/// and the page it has in the PDF, for readers that refresh nothing.
/// </summary>
internal static class ContentsElements
{
    /// <summary>Title and entries as one content control, so that Word shows "Update table" on it.</summary>
    public static W.SdtBlock Of(TableOfContents contents, Numbers numbers)
    {
        var title = new W.Paragraph { ParagraphProperties = new() { ParagraphStyleId = new() { Val = StylePart.ContentsHeading } } };
        InlineElements.AppendText(title, contents.Title);
        var content = new W.SdtContentBlock(title);
        var entries = (contents.Of == ContentsKind.Headings ? Headings(contents, numbers) : Captions(contents, numbers)).ToList();
        if (entries.Count == 0) entries.Add(new W.Paragraph { ParagraphProperties = new() });
        // The field spans the entries: it begins before the first's text and ends after the last's.
        entries[0].ParagraphProperties!.InsertAfterSelf(FieldMark(W.FieldCharValues.Begin, isStale: true)).InsertAfterSelf(
            new W.Run(new W.FieldCode($" TOC {Listed(contents)} \\h \\z "))).InsertAfterSelf(FieldMark(W.FieldCharValues.Separate));
        entries[^1].AppendChild(FieldMark(W.FieldCharValues.End));
        foreach (var entry in entries) content.AppendChild(entry);
        return new(
            new W.SdtProperties(new W.SdtContentDocPartObject(new W.DocPartGallery { Val = "Table of Contents" }, new W.DocPartUnique())),
            content);
    }

    /// <summary>What Word gathers when a reader updates the field: headings by level, captions by their style.</summary>
    private static string Listed(TableOfContents contents) => contents.Of switch
    {
        ContentsKind.Tables => $"\\t \"{StylePart.CaptionName},1\"",
        ContentsKind.Figures => $"\\t \"{StylePart.FigureCaptionName},1\"",
        _ => $"\\o \"1-{contents.Levels}\" \\u",
    };

    private static IEnumerable<W.Paragraph> Headings(TableOfContents contents, Numbers numbers) =>
        numbers.Document.Blocks.OfType<Heading>().Select((heading, i) => (heading, Number: i + 1)).Where(h => h.heading.Level <= contents.Levels)
            .Select(h => EntryOf(h.heading.Text, h.heading.Level, Numbers.ContentsBookmark(h.Number), numbers.Pages!.OfHeading[h.Number - 1]));

    private static IEnumerable<W.Paragraph> Captions(TableOfContents contents, Numbers numbers) =>
        from numbered in numbers.Document.Blocks.Select((block, i) => (Block: block, Page: numbers.Pages!.OfBlock[i]))
        from named in numbered.Block.Named
        let caption = contents.CaptionOf(named)
        where caption is not null
        select EntryOf(caption, 1, numbers.CaptionBookmark(named)!, numbered.Page);

    private static W.Paragraph EntryOf(string text, int level, string bookmark, int page)
    {
        var link = new W.Hyperlink { Anchor = bookmark, History = true };
        InlineElements.AppendText(link, text);
        link.Append(
            new W.Run(new W.TabChar()),
            FieldMark(W.FieldCharValues.Begin),
            new W.Run(new W.FieldCode($" PAGEREF {bookmark} \\h ") { Space = SpaceProcessingModeValues.Preserve }),
            FieldMark(W.FieldCharValues.Separate),
            new W.Run(new W.Text(ThaiNumerals.Format(page))),
            FieldMark(W.FieldCharValues.End));
        return new(link) { ParagraphProperties = new() { ParagraphStyleId = new() { Val = StylePart.Contents(level) } } };
    }

    private static W.Run FieldMark(W.FieldCharValues kind, bool isStale = false)
    {
        var mark = new W.FieldChar { FieldCharType = kind };
        if (isStale) mark.Dirty = true;
        return new(mark);
    }
}
