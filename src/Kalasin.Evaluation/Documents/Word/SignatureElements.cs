using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>Signers side by side, each in a cell of a table without borders; a single one stands in the right half.</summary>
internal static class SignatureElements
{
    /// <summary>The table and a spacer.</summary>
    public static IEnumerable<OpenXmlElement> Of(SignatureBox box, int textWidth, int indent)
    {
        var room = textWidth - indent;
        var width = box.Signers.Length == 1 ? room / 2 : room / box.Signers.Length;
        var left = box.Signers.Length == 1 ? indent + room - width : indent;
        var row = new W.TableRow(new W.TableRowProperties(new W.CantSplit()));
        var grid = new W.TableGrid();
        foreach (var lines in PrintedLines.Of(box))
        {
            grid.AppendChild(new W.GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) });
            row.AppendChild(CellOf(lines, PrintedLines.LineOfHand(box), width, box.KeepWithNext));
        }
        yield return new W.Table(TableElements.Properties(style: null, width * box.Signers.Length, left), grid, row);
        var spacer = BlockElements.Spacer();
        if (box.KeepWithNext) spacer.ParagraphProperties!.KeepNext = new();
        yield return spacer;
    }

    private static W.TableCell CellOf(ImmutableArray<string> lines, int hand, int width, bool keep)
    {
        var cell = new W.TableCell(new W.TableCellProperties
        {
            TableCellWidth = new() { Width = width.ToString(CultureInfo.InvariantCulture), Type = W.TableWidthUnitValues.Dxa },
        });
        for (var i = 0; i < lines.Length; i++)
        {
            var properties = new W.ParagraphProperties { ParagraphStyleId = new() { Val = StylePart.Signature } };
            // Room for the hand: above the dotted line, or in a letter, which has none, between its close and the name.
            if (i == hand) properties.SpacingBetweenLines = new() { Before = hand == 0 ? "720" : "1104" };
            else if (i == 0) properties.SpacingBetweenLines = new() { Before = "240" };
            if (keep || i < lines.Length - 1) properties.KeepNext = new();
            var paragraph = new W.Paragraph { ParagraphProperties = properties };
            InlineElements.AppendText(paragraph, lines[i]);
            cell.AppendChild(paragraph);
        }
        return cell;
    }
}
