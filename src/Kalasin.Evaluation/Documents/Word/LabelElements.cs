using System.Globalization;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>Labels in a table of exact rows; each label is two cells, words and code.</summary>
internal static class LabelElements
{
    private static readonly int Words = Measures.Twips(LabelSheet.Width - LabelSheet.Side - LabelSheet.Padding), Code = Measures.Twips(LabelSheet.Side + LabelSheet.Padding);

    /// <summary>The table and a spacer.</summary>
    public static IEnumerable<OpenXmlElement> Of(LabelSheet sheet, Numbers numbers)
    {
        var grid = new W.TableGrid();
        for (var i = 0; i < LabelSheet.Columns; i++) grid.Append(Column(Words), Column(Code));
        var properties = TableElements.Properties(style: null, LabelSheet.Columns * (Words + Code), indent: 0);
        properties.TableCellMarginDefault = new(
            new W.TableCellLeftMargin { Width = 0, Type = W.TableWidthValues.Dxa }, new W.TableCellRightMargin { Width = 0, Type = W.TableWidthValues.Dxa });
        var table = new W.Table(properties, grid);
        foreach (var labels in sheet.Labels.Chunk(LabelSheet.Columns))
        {
            var row = table.AppendChild(new W.TableRow(new W.TableRowProperties(
                new W.CantSplit(), new W.TableRowHeight { Val = (uint)Measures.Twips(LabelSheet.Height), HeightType = W.HeightRuleValues.Exact })));
            foreach (var label in labels) row.Append(WordsOf(label, numbers.Document.Theme), CodeOf(label, numbers));
            for (var i = labels.Length; i < LabelSheet.Columns; i++) row.Append(Cell(Words, new()), Cell(Code, new()));
        }
        yield return table;
        yield return BlockElements.Spacer();
    }

    private static W.GridColumn Column(int width) => new() { Width = width.ToString(CultureInfo.InvariantCulture) };

    private static W.TableCell WordsOf(Label label, Theme theme)
    {
        var cell = Cell(Words, new(Cut<W.TopBorder>(), Cut<W.LeftBorder>(), Cut<W.BottomBorder>()));
        cell.TableCellProperties!.TableCellMargin = new(
            new W.TopMargin { Width = Twips(LabelSheet.Padding), Type = W.TableWidthUnitValues.Dxa },
            new W.LeftMargin { Width = Twips(LabelSheet.Padding), Type = W.TableWidthUnitValues.Dxa });
        cell.RemoveAllChildren<W.Paragraph>();
        cell.AppendChild(Line(label.Code, LabelSheet.CodeScale, theme, isBold: true));
        foreach (var line in label.Lines) cell.AppendChild(Line(line, LabelSheet.LineScale, theme, isBold: false));
        return cell;
    }

    private static W.TableCell CodeOf(Label label, Numbers numbers)
    {
        var cell = Cell(Code, new(Cut<W.TopBorder>(), Cut<W.BottomBorder>(), Cut<W.RightBorder>()));
        cell.TableCellProperties!.TableCellVerticalAlignment = new() { Val = W.TableVerticalAlignmentValues.Center };
        cell.RemoveAllChildren<W.Paragraph>();
        var figure = new Figure(QrElements.Png(label.Squares), label.AlternateText) { WidthMillimetres = LabelSheet.Side, Alignment = Alignment.Center };
        foreach (var element in FigureElements.Of(figure, Code, Measures.Twips(LabelSheet.Height), 0, numbers)) cell.AppendChild(element);
        cell.GetFirstChild<W.Paragraph>()!.ParagraphProperties!.SpacingBetweenLines = new() { Before = "0", After = "0" };
        return cell;
    }

    private static W.TableCell Cell(int width, W.TableCellBorders borders)
    {
        var properties = new W.TableCellProperties
        {
            TableCellWidth = new() { Width = width.ToString(CultureInfo.InvariantCulture), Type = W.TableWidthUnitValues.Dxa },
        };
        if (borders.HasChildren) properties.TableCellBorders = borders;
        return new(properties, BlockElements.Spacer());
    }

    private static T Cut<T>() where T : W.BorderType, new() => new() { Val = W.BorderValues.Dotted, Size = 2, Space = 0, Color = "auto" };

    private static W.Paragraph Line(string text, double scale, Theme theme, bool isBold)
    {
        var points = Math.Round(theme.BodyPoints * scale * 4) / 4;
        var size = Number(points * 2);
        var face = new W.RunProperties { FontSize = new() { Val = size }, FontSizeComplexScript = new() { Val = size } };
        if (isBold) (face.Bold, face.BoldComplexScript) = (new(), new());
        var spacing = new W.SpacingBetweenLines
        {
            Before = "0", After = "0", Line = Number(points * LabelSheet.LineHeight * 20), LineRule = W.LineSpacingRuleValues.Exact,
        };
        var paragraph = new W.Paragraph { ParagraphProperties = new() { SpacingBetweenLines = spacing } };
        InlineElements.AppendText(paragraph, text, face);
        return paragraph;
    }

    private static string Number(double value) => ((int)Math.Round(value)).ToString(CultureInfo.InvariantCulture);

    private static string Twips(double millimetres) => Measures.Twips(millimetres).ToString(CultureInfo.InvariantCulture);
}
