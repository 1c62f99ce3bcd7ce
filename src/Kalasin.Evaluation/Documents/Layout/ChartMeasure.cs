using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Charts;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Charts with their captions to strips: lines, areas and texts of one figure.</summary>
internal static class ChartMeasure
{
    public static Measured Of(Chart chart, double width, Setting setting)
    {
        var drawing = chart.Draw(width, setting.BodyPoints);
        var (node, caption) = (new Node(new Traits("Figure") { Alternate = chart.AlternateText }), new Node("Caption"));
        var parts = ImmutableArray.CreateBuilder<Box>();
        foreach (var mark in drawing.Marks) Add(mark, node, setting, parts);
        var strip = new Strip(drawing.Height, [new DrawingBox(node, 0, 0, drawing.Width, drawing.Height, parts.DrainToImmutable())])
        {
            SpaceBefore = setting.BodyPoints * 0.6, KeepWithNext = true,
        };
        return new([strip, .. FigureMeasure.Caption(chart.Caption, caption, width, setting)], [node, caption]);
    }

    private static void Add(Mark mark, Node node, Setting setting, ImmutableArray<Box>.Builder parts)
    {
        switch (mark)
        {
            case LineMark line: parts.Add(new RulesBox([new(line.X1, line.Y1, line.X2, line.Y2)], line.Thickness, line.Dotted)); break;
            case AreaMark area: parts.Add(new FillBox(area.X, area.Y, area.Width, area.Height, area.Grey)); break;
            case TextMark { Text: var text } written:
                var lines = new Lines(written.Width, 0, written.Alignment, written.Size, TextMark.LineHeight) { Left = written.X, Top = written.Y };
                foreach (var boxes in lines.Fill(TextFlow.Of(text, FontFace.Regular, written.Size, node, setting), setting.Desk)) parts.AddRange(boxes);
                break;
        }
    }
}
