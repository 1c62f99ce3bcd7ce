using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using Kalasin.Evaluation.Documents.Opc;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Wordprocessing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>A picture in the line, with its alternate text, and its caption below.</summary>
internal static class FigureElements
{
    /// <summary>What a picture is called in DrawingML.</summary>
    public const string PictureUri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private const long EmuPerTwip = 635;

    /// <summary>Picture and caption.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="width">Room across, in twips.</param>
    /// <param name="height">Room down, in twips.</param>
    /// <param name="indent">Distance from the margin, in twips.</param>
    /// <param name="numbers">The file being written.</param>
    public static IEnumerable<OpenXmlElement> Of(Figure figure, int width, int height, int indent, Numbers numbers) =>
        Of(figure, width, height, indent, numbers, of: figure);

    private static IEnumerable<OpenXmlElement> Of(Figure figure, int width, int height, int indent, Numbers numbers, Figure of)
    {
        var picture = new W.Paragraph { ParagraphProperties = Properties(StylePart.Figure, figure, indent) };
        if (figure.Caption is not null) picture.ParagraphProperties!.KeepNext = new();
        picture.AppendChild(new W.Run(new W.Drawing(Inline(figure, width, height, numbers))));
        yield return picture;
        if (figure.Caption is not { } caption) yield break;
        var paragraph = new W.Paragraph { ParagraphProperties = Properties(StylePart.FigureCaption, figure, indent) };
        numbers.AppendCaption(paragraph, of, caption);
        yield return paragraph;
    }

    /// <summary>Figures side by side, in a table without borders, and a spacer.</summary>
    public static IEnumerable<OpenXmlElement> Of(FigureRow figures, int width, int height, int indent, Numbers numbers)
    {
        var (share, gap) = (width / figures.Figures.Length, Measures.Twips(FigureRow.Gap));
        var grid = new W.TableGrid();
        var row = new W.TableRow(new W.TableRowProperties(new W.CantSplit()));
        foreach (var figure in figures.Figures)
        {
            grid.AppendChild(new W.GridColumn { Width = share.ToString(CultureInfo.InvariantCulture) });
            var cell = row.AppendChild(new W.TableCell(new W.TableCellProperties
            {
                TableCellWidth = new() { Width = share.ToString(CultureInfo.InvariantCulture), Type = W.TableWidthUnitValues.Dxa },
            }));
            foreach (var element in Of(figure with { Alignment = Alignment.Center }, share - gap, height, indent: 0, numbers, of: figure)) cell.AppendChild(element);
        }
        var properties = TableElements.Properties(style: null, share * figures.Figures.Length, indent);
        properties.TableCellMarginDefault = new(
            new W.TableCellLeftMargin { Width = (short)(gap / 2), Type = W.TableWidthValues.Dxa }, new W.TableCellRightMargin { Width = (short)(gap / 2), Type = W.TableWidthValues.Dxa });
        yield return BlockElements.Spacer();
        yield return new W.Table(properties, grid, row);
        yield return BlockElements.Spacer();
    }

    private static W.ParagraphProperties Properties(string style, Figure figure, int indent)
    {
        var properties = new W.ParagraphProperties { ParagraphStyleId = new() { Val = style }, Justification = BlockElements.Justify(figure.Alignment) };
        if (indent > 0) properties.Indentation = new() { Left = indent.ToString(CultureInfo.InvariantCulture) };
        return properties;
    }

    /// <summary>Adds a file to the package; gives the id of the main part's relationship to it.</summary>
    public static string AddPicture(ImmutableArray<byte> picture, PictureSize size, int number, Numbers numbers)
    {
        var name = $"media/image{number}.{(size.IsPng ? "png" : "jpeg")}";
        numbers.Package.Add($"word/{name}", size.IsPng ? "image/png" : "image/jpeg", PackedBytes.Once(stream => stream.Write(picture.AsSpan()), CompressionLevel.NoCompression));
        return numbers.Main.ToPart("image", name);
    }

    /// <summary>A picture of the package at a size.</summary>
    public static P.Picture Picture(int number, string alternate, string id, long cx, long cy) => new(
        new P.NonVisualPictureProperties(
            new P.NonVisualDrawingProperties { Id = (uint)number, Name = $"Picture {number}", Description = alternate },
            new P.NonVisualPictureDrawingProperties()),
        new P.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
        new P.ShapeProperties(
            new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = cx, Cy = cy }),
            new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));

    private static Wp.Inline Inline(Figure figure, int width, int height, Numbers numbers)
    {
        var number = numbers.NextPicture();
        var size = PictureSize.Read(figure.Picture.AsSpan())!.Value;
        var id = AddPicture(figure.Picture, size, number, numbers);
        var alternate = ValidXml.Of(figure.AlternateText);
        var (cx, cy) = Fit(size, Measures.Emu(figure.WidthMillimetres), width * EmuPerTwip, height * EmuPerTwip);
        return new(
            new Wp.Extent { Cx = cx, Cy = cy },
            new Wp.DocProperties { Id = (uint)number, Name = $"Picture {number}", Description = alternate },
            new Wp.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(Picture(number, alternate, id, cx, cy)) { Uri = PictureUri }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };
    }

    // A caption's worth of the height is left free, so that the caption stays on the picture's page.
    private static (long Cx, long Cy) Fit(PictureSize size, long wanted, long width, long height)
    {
        var room = height * 9 / 10;
        var cx = Math.Min(wanted, width);
        var cy = cx * size.Height / size.Width;
        return cy <= room ? (cx, Math.Max(cy, 1)) : (Math.Max(room * size.Width / size.Height, 1), room);
    }
}
