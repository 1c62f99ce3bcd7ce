using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Pictures with their captions to strips.</summary>
internal static class FigureMeasure
{
    public static Measured Of(Figure figure, double width, Setting setting)
    {
        // BlockChecks ask for a picture that tells its size.
        var picture = PictureSize.Read(figure.Picture.AsSpan())!.Value;
        var caption = new Node("Caption");
        var captionLines = figure.Caption is { } text ? Caption(text, caption, width, setting) : [];
        var most = setting.BodyHeight - captionLines.Sum(s => s.Height + s.SpaceBefore);
        var wide = Math.Min(figure.WidthMillimetres * Page.PointsPerMillimetre, width);
        var high = wide * picture.Height / picture.Width;
        if (high > most) (wide, high) = (wide * most / high, most);
        var node = new Node(new Traits("Figure") { Alternate = figure.AlternateText });
        var x = figure.Alignment switch { Alignment.Center => (width - wide) / 2, Alignment.End => width - wide, _ => 0 };
        var strip = new Strip(high, [new PictureBox(node, x, 0, wide, high, figure.Picture)])
        {
            SpaceBefore = setting.BodyPoints * 0.6, KeepWithNext = !captionLines.IsEmpty,
        };
        return new([strip, .. captionLines], captionLines.IsEmpty ? [node] : [node, caption]);
    }

    /// <summary>Figures side by side: one strip, so that no caption leaves its picture.</summary>
    public static Measured Of(FigureRow row, double width, Setting setting)
    {
        var (share, gap) = (width / row.Figures.Length, FigureRow.Gap * Page.PointsPerMillimetre);
        // A figure measured alone, in a share of the width: its picture, then the lines of its caption.
        var measured = row.Figures.Select(f => Of(f with { Alignment = Alignment.Center }, share - gap, setting)).ToList();
        var foot = measured.Max(m => m.Strips[0].Height);
        var boxes = ImmutableArray.CreateBuilder<Box>();
        var height = foot;
        for (var i = 0; i < measured.Count; i++)
        {
            var (x, y) = (i * share + gap / 2, foot - measured[i].Strips[0].Height);
            foreach (var (line, strip) in measured[i].Strips.Index())
            {
                y += line == 0 ? 0 : strip.SpaceBefore;
                boxes.AddRange(strip.Boxes.Select(b => b.Shifted(x, y)));
                y += strip.Height;
            }
            height = Math.Max(height, y);
        }
        return new([new(height, boxes.DrainToImmutable()) { SpaceBefore = setting.BodyPoints * 0.6 }], [.. measured.SelectMany(m => m.Nodes)]);
    }

    /// <summary>Lines of what stands below a picture.</summary>
    public static ImmutableArray<Strip> Caption(string text, Node caption, double width, Setting setting) =>
        new Lines(width, 0, Alignment.Center, setting.Points(0.9))
            .Strips(TextFlow.Of(text, FontFace.Regular, setting.Points(0.9), caption, setting), setting.Desk, setting.BodyPoints * 0.2);
}
