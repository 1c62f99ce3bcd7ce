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
        return new(
            new W.SdtProperties(new W.SdtContentDocPartObject(new W.DocPartGallery { Val = "Table of Contents" }, new W.DocPartUnique())),
            new W.SdtContentBlock(title, new SpeltText(numbers, xml => WriteEntries(xml, contents, numbers))));
    }

    /// <summary>A paragraph for each entry. The field spans them: it begins before the first's text and ends after the last's.</summary>
    private static void WriteEntries(RentedStream xml, TableOfContents contents, Numbers numbers)
    {
        var isFirst = true;
        foreach (var (text, level, bookmark, page) in Entries(contents, numbers))
        {
            if (!isFirst) xml.Write("</w:p>"u8);
            xml.Write($"<w:p><w:pPr><w:pStyle w:val=\"{StylePart.Contents(level)}\" /></w:pPr>");
            if (isFirst) WriteFieldStart(xml, contents);
            isFirst = false;
            xml.Write($"<w:hyperlink w:history=\"true\" w:anchor=\"{bookmark}\">");
            InlineElements.Write(xml, text, numbers);
            xml.Write($"<w:r><w:tab /></w:r><w:r><w:fldChar w:fldCharType=\"begin\" /></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGEREF {bookmark} \\h </w:instrText></w:r>");
            xml.Write($"<w:r><w:fldChar w:fldCharType=\"separate\" /></w:r><w:r><w:t>{ThaiNumerals.Format(page)}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\" /></w:r></w:hyperlink>");
        }
        if (isFirst)
        {
            xml.Write("<w:p><w:pPr />"u8);
            WriteFieldStart(xml, contents);
        }
        xml.Write("<w:r><w:fldChar w:fldCharType=\"end\" /></w:r></w:p>"u8);
    }

    private static void WriteFieldStart(RentedStream xml, TableOfContents contents) => xml.Write(
        $"<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\" /></w:r><w:r><w:instrText> TOC {Listed(contents)} \\h \\z </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\" /></w:r>");

    /// <summary>What Word gathers when a reader updates the field: headings by level, captions by their style.</summary>
    private static string Listed(TableOfContents contents) => contents.Of switch
    {
        ContentsKind.Tables => $"\\t \"{StylePart.CaptionName},1\"",
        ContentsKind.Figures => $"\\t \"{StylePart.FigureCaptionName},1\"",
        _ => $"\\o \"1-{contents.Levels}\" \\u",
    };

    private static IEnumerable<(string Text, int Level, string Bookmark, int Page)> Entries(TableOfContents contents, Numbers numbers)
    {
        var (blocks, headings) = (0, 0);
        foreach (var block in numbers.Document.Blocks)
        {
            if (block is Heading heading)
            {
                var page = numbers.Pages!.OfHeading[headings++];
                if (contents.Of == ContentsKind.Headings && heading.Level <= contents.Levels)
                    yield return (heading.Text, heading.Level, Numbers.ContentsBookmark(headings), page);
            }
            else
            {
                foreach (var named in block.Named)
                    if (contents.CaptionOf(named) is { } caption) yield return (caption, 1, numbers.CaptionBookmark(named)!, numbers.Pages!.OfBlock[blocks]);
            }
            blocks++;
        }
    }
}
