using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>QR codes with the lines beside them: one strip.</summary>
internal static class QrMeasure
{
    public static Measured Of(QrFigure figure, double width, Setting setting)
    {
        var (size, side) = (setting.BodyPoints, Math.Min(figure.WidthMillimetres * Page.PointsPerMillimetre, width));
        var boxes = ImmutableArray.CreateBuilder<Box>();
        var nodes = ImmutableArray.CreateBuilder<Node>();
        var y = 0.0;
        foreach (var text in figure.Lines)
        {
            var node = new Node("P");
            nodes.Add(node);
            foreach (var strip in new Lines(width - side - size, 0, Alignment.Start, size).Strips(
                TextFlow.Of(text, FontFace.Regular, size, node, setting), setting.Desk))
            {
                boxes.AddRange(strip.Boxes.Select(b => b.Shifted(0, y)));
                y += strip.Height;
            }
        }
        nodes.Add(new(new Traits("Figure") { Alternate = figure.AlternateText }));
        boxes.Add(new SquaresBox(nodes[^1], width - side, 0, side, figure.Code));
        return new([new Strip(Math.Max(y, side), boxes.DrainToImmutable()) { SpaceBefore = size * 0.6 }], nodes.DrainToImmutable());
    }
}
