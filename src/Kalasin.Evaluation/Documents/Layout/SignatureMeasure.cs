using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Signature boxes: one strip, so that a signature never stands without its name.</summary>
internal static class SignatureMeasure
{
    // Room for the hand, in body sizes: above a dotted line, and where a letter has none, three lines of the regulation.
    private const double Hand = 2, HandOfLetter = 3 * Lines.BodyHeight;

    public static Measured Of(SignatureBox box, double width, Setting setting)
    {
        var size = setting.BodyPoints;
        // One signer stands right of the middle, as letters are signed; several share the width.
        var column = box.Signers.Length == 1 ? width / 2 : width / box.Signers.Length;
        var boxes = ImmutableArray.CreateBuilder<Box>();
        var nodes = ImmutableArray.CreateBuilder<Node>();
        var height = 0.0;
        var x = width - column * box.Signers.Length;
        foreach (var lines in PrintedLines.Of(box))
        {
            var y = box.Closing is null ? 0 : size;
            foreach (var (i, line) in lines.Index())
            {
                if (i == PrintedLines.LineOfHand(box)) y += size * (box.Closing is null ? Hand : HandOfLetter);
                var node = new Node("P");
                nodes.Add(node);
                foreach (var strip in new Lines(column - size, 0, Alignment.Center, size).Strips(
                    TextFlow.Of(line, FontFace.Regular, size, node, setting), setting.Desk))
                {
                    boxes.AddRange(strip.Boxes.Select(b => b.Shifted(x + size / 2, y)));
                    y += strip.Height;
                }
            }
            height = Math.Max(height, y);
            x += column;
        }
        return new([new Strip(height, boxes.DrainToImmutable()) { KeepWithNext = box.KeepWithNext }], nodes.DrainToImmutable());
    }
}
