using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using Kalasin.Evaluation.Documents.Charts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>Blocks of one section as paragraphs, tables and the field of contents.</summary>
internal sealed class BlockElements(Numbers numbers, Section section, int index)
{
    private readonly InlineElements inlines = new(numbers, numbers.Main);
    private readonly int width = Measures.TextWidth(section);

    /// <summary>The elements in order. Tables are followed by a spacer, so that two of them never grow together and none ends a section.</summary>
    public IEnumerable<OpenXmlElement> All(CancellationToken cancellationToken)
    {
        var breakBefore = false;
        var down = section.InTheMiddle ? Measures.Twips(numbers.Pages!.OfSectionTop[index] - section.Margins.Top) : 0;
        for (var b = 0; b < section.Blocks.Length; b++)
        {
            var block = section.Blocks[b];
            cancellationToken.ThrowIfCancellationRequested();
            if (block is PageBreak)
            {
                if (breakBefore) yield return Spacer(pageBreak: true);
                breakBefore = true;
                continue;
            }
            var noted = b + 1 < section.Blocks.Length && section.Blocks[b + 1] is Paragraph { Style: ParagraphStyle.Note };
            foreach (var element in noted ? KeptWithNote(Of(block, indent: 0)) : Of(block, indent: 0))
            {
                if (breakBefore)
                {
                    if ((element as W.Paragraph ?? element.Descendants<W.Paragraph>().FirstOrDefault(_ => element is W.SdtBlock)) is { } first)
                        Properties(first).PageBreakBefore = new();
                    else yield return Spacer(pageBreak: true);
                    breakBefore = false;
                }
                if (down > 0)
                {
                    if (element is not W.Paragraph) yield return Lower(Spacer(), down);
                    else Lower((W.Paragraph)element, down);
                    down = 0;
                }
                yield return element;
            }
        }
        if (breakBefore) yield return Spacer(pageBreak: true);
    }

    /// <summary>What a note stands under stays on its page: of a table the last row, of anything else its last lines.</summary>
    private static OpenXmlElement[] KeptWithNote(IEnumerable<OpenXmlElement> elements)
    {
        OpenXmlElement[] all = [.. elements];
        for (var i = all.Length - 1; i >= 0; i--)
        {
            if (all[i] is W.Paragraph paragraph)
            {
                Properties(paragraph).KeepNext = new();
                if (paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == StylePart.Spacer) continue;
            }
            else if (all[i] is W.Table { LastChild: TableRows rows }) rows.LastKeepsWithNext = true;
            break;
        }
        return all;
    }

    /// <summary>A paragraph too low to be seen.</summary>
    public static W.Paragraph Spacer(bool pageBreak = false)
    {
        var properties = new W.ParagraphProperties { ParagraphStyleId = new() { Val = StylePart.Spacer } };
        if (pageBreak) properties.PageBreakBefore = new();
        return new() { ParagraphProperties = properties };
    }

    /// <summary>Where lines stand, in Word's words.</summary>
    public static W.Justification Justify(Alignment alignment) => new() { Val = new W.JustificationValues(SpeltJustify(alignment)) };

    /// <summary>The same as it is spelt.</summary>
    public static string SpeltJustify(Alignment alignment) => alignment switch
    {
        Alignment.Center => "center",
        Alignment.End => "right",
        Alignment.Distribute => "thaiDistribute",
        _ => "left",
    };

    private IEnumerable<OpenXmlElement> Of(Block block, int indent) => block switch
    {
        Heading heading => [HeadingOf(heading)],
        Paragraph paragraph => [ParagraphOf(paragraph, indent)],
        ListBlock list => ListOf(list, depth: 0),
        Table table => TableElements.Of(table, width, indent, numbers, inlines),
        Figure figure => FigureElements.Of(figure, width - indent, Measures.TextHeight(section), indent, numbers),
        FigureRow row => FigureElements.Of(row, width - indent, Measures.TextHeight(section), indent, numbers),
        Chart chart => ChartElements.Of(chart, width - indent, indent, numbers),
        QrFigure qr => QrElements.Of(qr, width, indent, numbers),
        LabelSheet labels => LabelElements.Of(labels, numbers),
        SignatureBox box => SignatureElements.Of(box, width, indent),
        Letterhead memo => LetterheadElements.Of(memo, numbers, width),
        OutgoingHead head => OutgoingHeadElements.Of(head, numbers, width),
        TableOfContents contents => [ContentsElements.Of(contents, numbers)],
        PageBreak => [Spacer(pageBreak: true)],
        _ => throw new NotSupportedException($"The block {block.GetType().Name} has no form in Word."),
    };

    private W.Paragraph HeadingOf(Heading heading)
    {
        var number = numbers.NextHeading();
        var properties = new W.ParagraphProperties { ParagraphStyleId = new() { Val = StylePart.Heading(heading.Level) } };
        if (heading.PageBreakBefore) properties.PageBreakBefore = new();
        if (heading.Alignment != Alignment.Start) properties.Justification = Justify(heading.Alignment);
        var bookmarks = ImmutableArray<(string Id, string Name)>.Empty;
        if (heading.Level <= numbers.ContentsLevels) bookmarks = [(numbers.NextBookmark(), Numbers.ContentsBookmark(number))];
        if (heading.Anchor is { } anchor) bookmarks = [.. bookmarks, (numbers.NextBookmark(), numbers.AnchorBookmark(anchor))];
        var paragraph = new W.Paragraph { ParagraphProperties = properties };
        numbers.AppendMarked(paragraph, heading.Text, bookmarks);
        return paragraph;
    }

    private W.Paragraph ParagraphOf(Paragraph paragraph, int indent)
    {
        var properties = new W.ParagraphProperties();
        if (StyleOf(paragraph.Style) is { } style) properties.ParagraphStyleId = new() { Val = style };
        if (paragraph.KeepWithNext) properties.KeepNext = new();
        if (indent > 0) properties.Indentation = new() { Left = indent.ToString(CultureInfo.InvariantCulture) };
        if (paragraph.Alignment is { } alignment) properties.Justification = Justify(alignment);
        var element = new W.Paragraph { ParagraphProperties = properties };
        // What leads somewhere is numbered in the order of the document, and so made at once.
        if (paragraph.Content.All(piece => piece is Run)) element.AppendChild(new SpeltText(numbers, xml => inlines.Write(xml, paragraph.Content, bold: false)));
        else inlines.Append(element, paragraph.Content);
        return element;
    }

    private static string? StyleOf(ParagraphStyle style) => style switch
    {
        ParagraphStyle.Body => StylePart.Body,
        ParagraphStyle.Title => StylePart.Title,
        ParagraphStyle.Subtitle => StylePart.Subtitle,
        ParagraphStyle.Note => StylePart.Note,
        ParagraphStyle.KeyFigure => StylePart.KeyFigure,
        ParagraphStyle.Notice => StylePart.Notice,
        _ => null,
    };

    private IEnumerable<OpenXmlElement> ListOf(ListBlock list, int depth)
    {
        var level = NumberingPart.Level(depth);
        var number = list.Marker == ListMarker.Bullet ? NumberingPart.Bullets : NumberingPart.Numbered(++numbers.NumberedLists);
        var indent = (level + 1) * NumberingPart.Indent;
        foreach (var item in list.Items)
        {
            var marked = false;
            foreach (var block in item)
            {
                var parts = block is ListBlock inner ? ListOf(inner, depth + 1) : Of(block, indent);
                // The first paragraph carries the mark; a table or a list that opens an item stands below a mark of its own.
                if (!marked && block is not Paragraph) yield return Mark(new(), level, number);
                foreach (var part in parts) yield return !marked && block is Paragraph && part is W.Paragraph first ? Mark(first, level, number) : part;
                marked = true;
            }
        }
    }

    /// <summary>Not every reader knows what stands in the middle of its page; all of them know space over a paragraph.</summary>
    private static W.Paragraph Lower(W.Paragraph paragraph, int down)
    {
        Properties(paragraph).SpacingBetweenLines = new() { Before = down.ToString(CultureInfo.InvariantCulture) };
        return paragraph;
    }

    private static W.Paragraph Mark(W.Paragraph paragraph, int level, int number)
    {
        var properties = Properties(paragraph);
        if (properties.ParagraphStyleId?.Val?.Value is null or StylePart.Body) properties.ParagraphStyleId = new() { Val = StylePart.ListItem };
        properties.NumberingProperties = new() { NumberingLevelReference = new() { Val = level }, NumberingId = new() { Val = number } };
        properties.Indentation = null;
        return paragraph;
    }

    private static W.ParagraphProperties Properties(W.Paragraph paragraph) => paragraph.ParagraphProperties ??= new();
}
