using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>The head of an outgoing letter. Source: regulation on correspondence B.E. 2526, annex.</summary>
internal static class OutgoingHeadMeasure
{
    // The first lines stand at its foot.
    private const double EmblemHeight = Emblem.OnLetter * Page.PointsPerMillimetre;

    // The sender begins right of the emblem.
    private const double HalfEmblem = 15 * Page.PointsPerMillimetre;

    private const double Before = 6;

    public static Measured Of(OutgoingHead head, double width, Setting setting)
    {
        var nodes = ImmutableArray.CreateBuilder<Node>();
        var strips = ImmutableArray.CreateBuilder<Strip>();
        var (number, date) = PrintedLines.Of(head);
        var middle = width / 2;
        var emblem = EmblemMeasure.Of(setting, EmblemHeight, wide => middle - wide / 2, nodes);
        strips.Add(AtFootOfEmblem(emblem, number, head.Sender, middle, width, setting, nodes));
        strips.AddRange(new Lines(width - middle, 0, Alignment.Start, setting.BodyPoints)
            .Strips(Text(date, Add(nodes), setting), setting.Desk, Before).Select(s => s.Shifted(middle)));
        foreach (var line in head.Lines) strips.AddRange(Labelled(line, width, setting, Add(nodes)));
        return new([.. strips.Select(s => s with { KeepWithNext = true })], nodes.DrainToImmutable());
    }

    private static Strip AtFootOfEmblem(
        ImmutableArray<Box> emblem, string number, ImmutableArray<string> sender, double middle, double width, Setting setting,
        ImmutableArray<Node>.Builder nodes)
    {
        var boxes = ImmutableArray.CreateBuilder<Box>();
        var right = middle + HalfEmblem;
        var height = Put(number, 0, middle - HalfEmblem, 0);
        var y = 0.0;
        foreach (var line in sender) y = Put(line, right, width - right, y);
        // The first baseline is where the emblem ends.
        var top = EmblemHeight - boxes.OfType<TextBox>().First().Baseline;
        return new(top + Math.Max(height, y), [.. emblem, .. boxes.Select(b => b.Shifted(0, top))]);

        double Put(string text, double x, double room, double y)
        {
            foreach (var strip in new Lines(room, 0, Alignment.Start, setting.BodyPoints).Strips(Text(text, Add(nodes), setting), setting.Desk))
            {
                boxes.AddRange(strip.Boxes.Select(b => b.Shifted(x, y)));
                y += strip.Height;
            }
            return y;
        }
    }

    /// <summary>A label, and its value with every line under the value's first.</summary>
    private static IEnumerable<Strip> Labelled(LabelledValue line, double width, Setting setting, Node node)
    {
        var label = (TextBox)new Lines(width, 0, Alignment.Start, setting.BodyPoints).Fill(Text(line.Label + " ", node, setting), setting.Desk)[0][0];
        var left = label.Width + setting.BodyPoints;
        var first = true;
        foreach (var strip in new Lines(width - left, 0, Alignment.Start, setting.BodyPoints).Strips(Text(line.Value, node, setting), setting.Desk, Before))
        {
            var value = strip.Shifted(left);
            yield return first ? value with { Boxes = [label, .. value.Boxes] } : value;
            first = false;
        }
    }

    private static TextFlow Text(string text, Node node, Setting setting) => TextFlow.Of(text, FontFace.Regular, setting.BodyPoints, node, setting);

    private static Node Add(ImmutableArray<Node>.Builder nodes)
    {
        nodes.Add(new("P"));
        return nodes[^1];
    }
}
