using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using Kalasin.Evaluation.Documents.Charts;
using A = DocumentFormat.OpenXml.Drawing;
using W = DocumentFormat.OpenXml.Wordprocessing;
using Wpg = DocumentFormat.OpenXml.Office2010.Word.DrawingGroup;
using Wps = DocumentFormat.OpenXml.Office2010.Word.DrawingShape;

namespace Kalasin.Evaluation.Documents.Word;

/// <summary>A drawing as shapes of Word's own in one group: what the PDF draws, sharp at any size and open to be changed.</summary>
internal static class DrawingElements
{
    /// <summary>What a drawing's group is called in DrawingML.</summary>
    public const string GroupUri = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";

    private const double EmuPerPoint = 12_700;

    /// <summary>The group; its own coordinates are the page's.</summary>
    public static Wpg.WordprocessingGroup Group(Drawing drawing, int number, string alternate)
    {
        var (cx, cy) = (Emu(drawing.Width), Emu(drawing.Height));
        var group = new Wpg.WordprocessingGroup(
            new Wpg.NonVisualDrawingProperties { Id = (uint)number, Name = $"Drawing {number}", Description = Opc.ValidXml.Of(alternate) },
            new Wpg.NonVisualGroupDrawingShapeProperties(),
            new Wpg.GroupShapeProperties(new A.TransformGroup(
                new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = cx, Cy = cy }, new A.ChildOffset { X = 0, Y = 0 }, new A.ChildExtents { Cx = cx, Cy = cy })));
        for (var i = 0; i < drawing.Marks.Length; i++) group.AppendChild(Shape(drawing.Marks[i], (uint)i + 1));
        return group;
    }

    /// <summary>Length in the group.</summary>
    public static long Emu(double points) => (long)Math.Round(points * EmuPerPoint);

    private static Wps.WordprocessingShape Shape(Mark mark, uint number) => mark switch
    {
        LineMark line => Of(
            number, line.X1, line.Y1, line.X2 - line.X1, line.Y2 - line.Y1, A.ShapeTypeValues.Line,
            [new A.Outline(Fill(0), new A.PresetDash { Val = line.Dotted ? A.PresetLineDashValues.SystemDot : A.PresetLineDashValues.Solid }) { Width = (int)Emu(line.Thickness) }],
            null),
        AreaMark area => Of(
            number, area.X, area.Y, area.Width, area.Height, A.ShapeTypeValues.Rectangle, [Fill(area.Grey), new A.Outline(new A.NoFill())], null),
        TextMark text => Of(
            number, text.X, text.Y, text.Width, text.Size * TextMark.LineHeight, A.ShapeTypeValues.Rectangle, [new A.NoFill(), new A.Outline(new A.NoFill())], text),
        _ => throw new NotSupportedException($"The mark {mark.GetType().Name} has no shape in Word."),
    };

    private static Wps.WordprocessingShape Of(
        uint number, double x, double y, double width, double height, A.ShapeTypeValues kind, ImmutableArray<OpenXmlElement> look, TextMark? text)
    {
        var properties = new Wps.ShapeProperties(
            new A.Transform2D(new A.Offset { X = Emu(x), Y = Emu(y) }, new A.Extents { Cx = Emu(width), Cy = Emu(height) }),
            new A.PresetGeometry(new A.AdjustValueList()) { Preset = kind });
        properties.Append(look);
        var shape = new Wps.WordprocessingShape(
            new Wps.NonVisualDrawingProperties { Id = number, Name = $"Shape {number.ToString(CultureInfo.InvariantCulture)}" },
            new Wps.NonVisualDrawingShapeProperties(), properties);
        if (text is not null) shape.AppendChild(new Wps.TextBoxInfo2(new W.TextBoxContent(Paragraph(text))));
        shape.AppendChild(new Wps.TextBodyProperties { LeftInset = 0, TopInset = 0, RightInset = 0, BottomInset = 0, Wrap = A.TextWrappingValues.Square });
        return shape;
    }

    /// <summary>What a text of the drawing says, as it stands in its shape.</summary>
    public static W.Paragraph Paragraph(TextMark text)
    {
        var size = Math.Round(text.Size * 2).ToString(CultureInfo.InvariantCulture);
        return new(
            new W.ParagraphProperties
            {
                SpacingBetweenLines = new() { Before = "0", After = "0", Line = ((int)(text.Size * TextMark.LineHeight * 20)).ToString(CultureInfo.InvariantCulture), LineRule = W.LineSpacingRuleValues.Exact },
                Justification = BlockElements.Justify(text.Alignment),
            },
            new W.Run(
                new W.RunProperties { FontSize = new() { Val = size }, FontSizeComplexScript = new() { Val = size } },
                new W.Text(Opc.ValidXml.Of(text.Text)) { Space = SpaceProcessingModeValues.Preserve }));
    }

    /// <summary>A grey in hexadecimal digits.</summary>
    public static string Colour(double grey)
    {
        var level = ((int)Math.Round(grey * 255)).ToString("X2", CultureInfo.InvariantCulture);
        return level + level + level;
    }

    private static A.SolidFill Fill(double grey) => new(new A.RgbColorModelHex { Val = Colour(grey) });
}
