using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>
/// The table of contents: a field that Word can update, with its entries already there, each a link to its heading. The
/// entries carry no page numbers: this writer lays out no pages, and a number that may be stale is worse than none. Asking Word
/// to update on opening would greet each reader with a question about fields from other files.
/// </summary>
internal static class ContentsElements
{
    /// <summary>Title and entries as one content control, so that Word shows "Update table" on it.</summary>
    public static W.SdtBlock Of(TableOfContents contents, ReportDocument document)
    {
        var title = new W.Paragraph { ParagraphProperties = new() { ParagraphStyleId = new() { Val = StylePart.ContentsHeading } } };
        InlineElements.AppendText(title, contents.Title);
        var content = new W.SdtContentBlock(title);
        var (number, entries) = (0, new List<W.Paragraph>());
        foreach (var heading in document.Blocks.OfType<Heading>())
        {
            number++;
            if (heading.Level <= contents.Levels) entries.Add(EntryOf(heading, number));
        }
        if (entries.Count == 0) entries.Add(new W.Paragraph { ParagraphProperties = new() });
        // The field spans the entries: it begins before the first's text and ends after the last's.
        entries[0].ParagraphProperties!.InsertAfterSelf(FieldMark(W.FieldCharValues.Begin)).InsertAfterSelf(
            new W.Run(new W.FieldCode($" TOC \\o \"1-{contents.Levels}\" \\h \\z \\u "))).InsertAfterSelf(FieldMark(W.FieldCharValues.Separate));
        entries[^1].AppendChild(FieldMark(W.FieldCharValues.End));
        foreach (var entry in entries) content.AppendChild(entry);
        return new(
            new W.SdtProperties(new W.SdtContentDocPartObject(new W.DocPartGallery { Val = "Table of Contents" }, new W.DocPartUnique())),
            content);
    }

    private static W.Paragraph EntryOf(Heading heading, int number)
    {
        var link = new W.Hyperlink { Anchor = Numbers.ContentsBookmark(number), History = true };
        InlineElements.AppendText(link, heading.Text);
        return new(link) { ParagraphProperties = new() { ParagraphStyleId = new() { Val = StylePart.Contents(heading.Level) } } };
    }

    private static W.Run FieldMark(W.FieldCharValues kind) => new(new W.FieldChar { FieldCharType = kind });
}
