using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Labels to strips, one for each row of them.</summary>
internal static class LabelMeasure
{
    private const double Width = LabelSheet.Width * Page.PointsPerMillimetre, Height = LabelSheet.Height * Page.PointsPerMillimetre;
    private const double Padding = LabelSheet.Padding * Page.PointsPerMillimetre, Side = LabelSheet.Side * Page.PointsPerMillimetre;

    public static Measured Of(LabelSheet sheet, Setting setting)
    {
        var nodes = ImmutableArray.CreateBuilder<Node>();
        var strips = ImmutableArray.CreateBuilder<Strip>();
        foreach (var row in sheet.Labels.Chunk(LabelSheet.Columns))
        {
            var boxes = ImmutableArray.CreateBuilder<Box>();
            for (var i = 0; i < row.Length; i++)
                foreach (var box in Boxes(row[i], nodes, setting)) boxes.Add(box.Shifted(i * Width, 0));
            strips.Add(new(Height, boxes.DrainToImmutable()));
        }
        return new(strips.DrainToImmutable(), nodes.DrainToImmutable());
    }

    private static IEnumerable<Box> Boxes(Label label, ImmutableArray<Node>.Builder nodes, Setting setting)
    {
        yield return new RulesBox(Rule.Around(Width, Height), 0.25, Dotted: true);
        var y = Padding;
        foreach (var (i, text) in label.Lines.Prepend(label.Code).Index())
        {
            var (face, size) = i == 0 ? (FontFace.Bold, setting.Points(LabelSheet.CodeScale)) : (FontFace.Regular, setting.Points(LabelSheet.LineScale));
            nodes.Add(new("P"));
            var lines = new Lines(Width - Side - 2 * Padding, 0, Alignment.Start, size, LabelSheet.LineHeight);
            foreach (var line in lines.Fill(TextFlow.Of(text, face, size, nodes[^1], setting), setting.Desk))
            {
                foreach (var box in line) yield return box.Shifted(Padding, y);
                y += lines.LineHeight;
            }
        }
        if (y > Height) setting.Desk.Violations.Add($"the label '{label.Code}' is higher than its place");
        nodes.Add(new(new Traits("Figure") { Alternate = label.AlternateText }));
        yield return new SquaresBox(nodes[^1], Width - Side - Padding / 2, (Height - Side) / 2, Side, label.Squares);
    }
}
