using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Charts;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Any block to strips.</summary>
internal static class BlockMeasure
{
    /// <summary>Strips of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="heading">Its number among the document's headings, if it is one.</param>
    /// <param name="width">Width it may take.</param>
    /// <param name="setting">What the pass takes as given.</param>
    public static Measured Of(Block block, int heading, double width, Setting setting) => block switch
    {
        Heading h => ParagraphMeasure.Of(h, heading, width, setting),
        Paragraph p => ParagraphMeasure.Of(p, width, setting),
        ListBlock l => ListMeasure.Of(l, width, setting),
        Table t => TableMeasure.Of(t, width, setting),
        Figure f => FigureMeasure.Of(f, width, setting),
        FigureRow r => FigureMeasure.Of(r, width, setting),
        Chart c => ChartMeasure.Of(c, width, setting),
        QrFigure q => QrMeasure.Of(q, width, setting),
        LabelSheet l => LabelMeasure.Of(l, setting),
        SignatureBox s => SignatureMeasure.Of(s, width, setting),
        Letterhead l => LetterheadMeasure.Of(l, width, setting),
        OutgoingHead o => OutgoingHeadMeasure.Of(o, width, setting),
        TableOfContents c => ContentsMeasure.Of(c, width, setting),
        _ => new([new Strip(0, []) { BreakBefore = true, KeepWithNext = true }], []),
    };

    /// <summary>True for a block that shows page numbers, which only the pass after tells.</summary>
    public static bool ShowsPages(Block block) => block switch
    {
        TableOfContents => true,
        Paragraph p => p.Content.Any(c => c is Field),
        ListBlock l => l.Items.Any(i => i.Any(ShowsPages)),
        Table t => t.HeaderRows.Concat(t.Rows).Any(r => r.Cells.Any(c => c.Content.Any(x => x is Field))),
        _ => false,
    };
}

/// <summary>Lists to strips.</summary>
internal static class ListMeasure
{
    public static Measured Of(ListBlock list, double width, Setting setting)
    {
        var numbered = list.Marker == ListMarker.ThaiNumber;
        var root = new Node(new Traits("L") { Numbering = numbered ? "Decimal" : "Disc" });
        var strips = ImmutableArray.CreateBuilder<Strip>();
        var indent = setting.BodyPoints * (numbered ? list.Items.Length > 9 ? 2.6 : 2 : 1.4);
        for (var i = 0; i < list.Items.Length; i++)
        {
            var item = root.Add(new("LI"));
            var label = item.Add(new("Lbl"));
            var body = item.Add(new("LBody"));
            var marker = numbered ? $"{ThaiNumerals.Format(i + 1)}." : "•";
            var mark = new Lines(indent, 0, Alignment.Start, setting.BodyPoints)
                .Fill(TextFlow.Of(marker + " ", FontFace.Regular, setting.BodyPoints, label, setting), setting.Desk)[0];
            foreach (var block in list.Items[i])
            {
                var measured = BlockMeasure.Of(block, 0, width - indent, setting);
                foreach (var node in measured.Nodes) body.Add(node);
                foreach (var strip in measured.Strips)
                {
                    var shifted = strip.Shifted(indent);
                    strips.Add(mark.IsEmpty ? shifted : shifted with { Boxes = [.. mark, .. shifted.Boxes] });
                    mark = [];
                }
            }
        }
        // A list of pages doesn't leave the last one nearly empty.
        if (strips.Sum(s => s.Height) > setting.BodyHeight)
            for (var (i, height) = (strips.Count - 2, strips[^1].Height); height < setting.BodyHeight / 4; height += strips[i--].Height)
                strips[i] = strips[i] with { KeepWithNext = true };
        return new(strips.DrainToImmutable(), [root]);
    }
}
