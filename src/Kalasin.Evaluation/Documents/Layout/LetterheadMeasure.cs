using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>The head of a memo. Source: regulation on correspondence B.E. 2526, annex; sizes there are of 16 pt body text.</summary>
internal static class LetterheadMeasure
{
    private const double EmblemHeight = Emblem.OnMemo * Page.PointsPerMillimetre;

    private const double TitleLine = 35, TitleSize = 29.0 / 16, LabelSize = 20.0 / 16;

    public static Measured Of(Letterhead memo, double width, Setting setting)
    {
        var nodes = ImmutableArray.CreateBuilder<Node>();
        var strips = ImmutableArray.CreateBuilder<Strip>();
        var emblem = EmblemMeasure.Of(setting, EmblemHeight, x: _ => 0, nodes);
        strips.Add(Title(emblem, width, setting, Add(nodes)));
        var lines = PrintedLines.Of(memo);
        foreach (var line in lines[..^1]) strips.Add(Labelled(line, width, setting, Add(nodes)));
        var (label, value) = lines[^1][0];
        var addressee = TextFlow.Of($"{label} {value}", FontFace.Regular, setting.BodyPoints, Add(nodes), setting);
        strips.AddRange(new Lines(width, 0, Alignment.Start, setting.BodyPoints).Strips(addressee, setting.Desk, setting.BodyPoints / 2));
        return new([.. strips.Select(s => s with { KeepWithNext = true })], nodes.DrainToImmutable());
    }

    private static Node Add(ImmutableArray<Node>.Builder nodes)
    {
        nodes.Add(new("P"));
        return nodes[^1];
    }

    private static Strip Title(ImmutableArray<Box> emblem, double width, Setting setting, Node node)
    {
        var size = setting.BodyPoints * TitleSize;
        var line = new Lines(width, 0, Alignment.Center, size, TitleLine / size)
            .Fill(TextFlow.Of(PrintedLines.MemoTitle, FontFace.Bold, size, node, setting), setting.Desk)[0];
        return new(EmblemHeight, [.. emblem, .. line.Select(b => b.Shifted(0, EmblemHeight - TitleLine))]);
    }

    /// <summary>Labels and values on one line, each with its share of the width and a dotted leader to its end.</summary>
    private static Strip Labelled(ImmutableArray<LabelledValue> line, double width, Setting setting, Node node)
    {
        var (size, labelSize) = (setting.BodyPoints, setting.BodyPoints * LabelSize);
        var step = labelSize * Lines.BodyHeight;
        var boxes = ImmutableArray.CreateBuilder<Box>();
        var height = 0.0;
        for (var i = 0; i < line.Length; i++)
        {
            var (left, right) = (width * i / line.Length, width * (i + 1) / line.Length);
            var label = (TextBox)new Lines(width, 0, Alignment.Start, labelSize)
                .Fill(TextFlow.Of(line[i].Label + " ", FontFace.Bold, labelSize, node, setting), setting.Desk)[0][0];
            boxes.Add(label.Shifted(left, 0));
            left += label.Width + size / 2;
            var y = 0.0;
            var value = TextFlow.Of(line[i].Value + (i < line.Length - 1 ? " " : ""), FontFace.Regular, size, node, setting);
            foreach (var text in new Lines(right - left - size / 2, 0, Alignment.Start, size).Fill(value, setting.Desk))
            {
                boxes.AddRange(text.Select(b => b is TextBox t ? t with { X = t.X + left, Baseline = y + label.Baseline } : b.Shifted(left, y)));
                boxes.Add(new RulesBox([new(left, y + label.Baseline + 2, right, y + label.Baseline + 2)], 0.8, Dotted: true));
                y += step;
            }
            height = Math.Max(height, y);
        }
        return new(height, boxes.DrainToImmutable());
    }
}
