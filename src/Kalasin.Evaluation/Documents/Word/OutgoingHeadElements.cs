using System.Globalization;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>The head of an outgoing letter; without the office's emblem its space stays free at the top.</summary>
internal static class OutgoingHeadElements
{
    private const double HalfEmblemMillimetres = Emblem.OnLetter / 2;

    // A line of body text up to its baseline; a base character, and the gap after a label.
    private const double ToBaselineMillimetres = 6.9, CharacterMillimetres = 2.2, GapMillimetres = 3;

    /// <summary>Number and sender in a table without borders, then a line each.</summary>
    public static IEnumerable<OpenXmlElement> Of(OutgoingHead head, Numbers numbers, int width)
    {
        var (number, date) = PrintedLines.Of(head);
        var left = width / 2 + Measures.Twips(HalfEmblemMillimetres);
        var emblem = new W.Paragraph
        {
            ParagraphProperties = new()
            {
                ParagraphStyleId = new() { Val = StylePart.MemoLine },
                SpacingBetweenLines = new()
                {
                    Before = "0", After = "0", Line = Text(Measures.Twips(Emblem.OnLetter - ToBaselineMillimetres)), LineRule = W.LineSpacingRuleValues.Exact,
                },
            },
        };
        EmblemElements.AppendTo(emblem, Emblem.OnLetter, isCentred: true, numbers);
        yield return emblem;
        yield return new W.Table(
            TableElements.Properties(style: null, width, 0),
            new W.TableGrid(new W.GridColumn { Width = Text(left) }, new W.GridColumn { Width = Text(width - left) }),
            new W.TableRow(new W.TableRowProperties(new W.CantSplit()), Cell(left, [number]), Cell(width - left, head.Sender)));
        yield return Line(date, new() { Left = Text(width / 2) });
        foreach (var (label, value) in head.Lines)
        {
            var hanging = Text(Measures.Twips(label.Count(IsBase) * CharacterMillimetres + GapMillimetres));
            var line = Line(label, new() { Left = hanging, Hanging = hanging });
            line.AppendChild(new W.Run(new W.TabChar()));
            InlineElements.AppendText(line, value);
            yield return line;
        }
    }

    private static W.TableCell Cell(int width, IEnumerable<string> lines)
    {
        // The text of the cell stands on the letter's own edge.
        var cell = new W.TableCell(new W.TableCellProperties
        {
            TableCellWidth = new() { Width = Text(width), Type = W.TableWidthUnitValues.Dxa },
            TableCellMargin = new(new W.LeftMargin { Width = "0", Type = W.TableWidthUnitValues.Dxa }),
        });
        foreach (var text in lines)
        {
            var paragraph = new W.Paragraph();
            InlineElements.AppendText(paragraph, text);
            cell.AppendChild(paragraph);
        }
        return cell;
    }

    private static W.Paragraph Line(string text, W.Indentation indentation)
    {
        var paragraph = new W.Paragraph
        {
            ParagraphProperties = new()
            {
                ParagraphStyleId = new() { Val = StylePart.MemoLine }, SpacingBetweenLines = new() { Before = "120" }, Indentation = indentation,
            },
        };
        InlineElements.AppendText(paragraph, text);
        return paragraph;
    }

    /// <summary>Vowels and marks above and below take no room of their own.</summary>
    private static bool IsBase(char c) => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
