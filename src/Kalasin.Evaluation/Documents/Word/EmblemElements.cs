using System.Globalization;
using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using W = DocumentFormat.OpenXml.Wordprocessing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>The emblem at the head of a letter or memo: it floats at the top of the text, so that it moves none of the lines that the regulation places.</summary>
internal static class EmblemElements
{
    /// <summary>Adds the emblem to the first paragraph of a head; nothing where the office gave none.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="height">Height in millimetres.</param>
    /// <param name="isCentred">In the middle between the margins; otherwise at the left one.</param>
    /// <param name="numbers">The file being written.</param>
    public static void AppendTo(W.Paragraph paragraph, double height, bool isCentred, Numbers numbers)
    {
        if (numbers.Document.Stationery.Emblem is not { } emblem) return;
        var number = numbers.NextPicture();
        var id = FigureElements.AddPicture(emblem.Picture, emblem.Size, number, numbers);
        var (cx, cy) = (Measures.Emu(emblem.WidthAt(height)), Measures.Emu(height));
        var across = new Wp.HorizontalPosition { RelativeFrom = Wp.HorizontalRelativePositionValues.Margin };
        across.AppendChild<OpenXmlElement>(isCentred ? new Wp.HorizontalAlignment("center") : new Wp.PositionOffset(0.ToString(CultureInfo.InvariantCulture)));
        var down = new Wp.VerticalPosition(new Wp.PositionOffset("0")) { RelativeFrom = Wp.VerticalRelativePositionValues.Margin };
        var anchor = new Wp.Anchor(
            new Wp.SimplePosition { X = 0, Y = 0 },
            across,
            down,
            new Wp.Extent { Cx = cx, Cy = cy },
            new Wp.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new Wp.WrapNone(),
            new Wp.DocProperties { Id = (uint)number, Name = $"Emblem {number}", Description = Emblem.AlternateText },
            new Wp.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(FigureElements.Picture(number, Emblem.AlternateText, id, cx, cy)) { Uri = FigureElements.PictureUri }))
        {
            DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0, SimplePos = false, RelativeHeight = 1,
            BehindDoc = false, Locked = true, LayoutInCell = false, AllowOverlap = true,
        };
        paragraph.AppendChild(new W.Run(new W.Drawing(anchor)));
    }
}
