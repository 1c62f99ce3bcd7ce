using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>The emblem at the head of a letter or memo, from the top of its strip down.</summary>
internal static class EmblemMeasure
{
    /// <summary>The emblem's box, its figure added to the nodes; nothing where the office gave none.</summary>
    /// <param name="setting">What the pass takes as given.</param>
    /// <param name="height">Height in points.</param>
    /// <param name="x">Its left edge, of its width.</param>
    /// <param name="nodes">Nodes of the block.</param>
    public static ImmutableArray<Box> Of(Setting setting, double height, Func<double, double> x, ImmutableArray<Node>.Builder nodes)
    {
        if (setting.Emblem is not { } emblem) return [];
        var node = new Node(new Traits("Figure") { Alternate = Emblem.AlternateText });
        nodes.Add(node);
        var width = emblem.WidthAt(height);
        return [new PictureBox(node, x(width), 0, width, height, emblem.Picture)];
    }
}
