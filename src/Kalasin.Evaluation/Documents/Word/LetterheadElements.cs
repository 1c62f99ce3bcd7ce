using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>The head of a memo; without the office's emblem its space stays free at the left of the title.</summary>
internal static class LetterheadElements
{
    private const double LabelPoints = 20;

    /// <summary>Title and labelled lines.</summary>
    public static IEnumerable<OpenXmlElement> Of(Letterhead memo, Numbers numbers, int width)
    {
        var title = new W.Paragraph { ParagraphProperties = new() { ParagraphStyleId = new() { Val = StylePart.MemoTitle } } };
        EmblemElements.AppendTo(title, Emblem.OnMemo, isCentred: false, numbers);
        InlineElements.AppendText(title, PrintedLines.MemoTitle);
        yield return title;
        var lines = PrintedLines.Of(memo);
        foreach (var line in lines) yield return LineOf(line, isAddressee: line == lines[^1], numbers.Document.Theme, width);
    }

    private static W.Paragraph LineOf(IReadOnlyList<LabelledValue> line, bool isAddressee, Theme theme, int width)
    {
        var properties = new W.ParagraphProperties { ParagraphStyleId = new() { Val = StylePart.MemoLine } };
        if (isAddressee) properties.SpacingBetweenLines = new() { Before = "120", After = "120" };
        else properties.Tabs = new(Enumerable.Range(1, line.Count).Select(Stop));
        var paragraph = new W.Paragraph { ParagraphProperties = properties };
        foreach (var (label, value) in line)
        {
            InlineElements.AppendText(paragraph, label, isAddressee ? null : Label(theme));
            InlineElements.AppendText(paragraph, $" {value}", isAddressee ? null : Dotted());
            // The underline of the tab is the rest of the dotted leader, up to the next label or the margin.
            if (!isAddressee) paragraph.AppendChild(new W.Run(new W.TabChar()) { RunProperties = Dotted() });
        }
        return paragraph;

        W.TabStop Stop(int i) => new() { Val = W.TabStopValues.Left, Position = width * i / line.Count };
    }

    private static W.RunProperties Label(Theme theme) => new()
    {
        Bold = new(),
        BoldComplexScript = new(),
        FontSize = new() { Val = theme.HalfPoints(LabelPoints) },
        FontSizeComplexScript = new() { Val = theme.HalfPoints(LabelPoints) },
    };

    private static W.RunProperties Dotted() => new() { Underline = new() { Val = W.UnderlineValues.Dotted } };
}
