using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Documents.Layout;

namespace Kalasin.Evaluation.Documents.Pdf;

/// <summary>The texts of a document with the face that each is printed in.</summary>
internal static class PrintedText
{
    /// <summary>What the faces can't draw, each character with the first text that holds it.</summary>
    public static IEnumerable<(string Character, string Text)> NotDrawn(ReportDocument document) =>
        Of(document).SelectMany(t => Printable.Missing(t.Text, t.Face).Select(m => (Character: m, t.Text)))
            .DistinctBy(m => m.Character, StringComparer.Ordinal);

    private static IEnumerable<(string Text, FontFace Face)> Of(ReportDocument document) =>
        document.Sections.SelectMany(s => Of(s.Header, false).Concat(s.Blocks.SelectMany(Of)).Concat(Of(s.Footer, false)));

    private static IEnumerable<(string Text, FontFace Face)> Of(Block block) => block switch
    {
        Heading h => [(h.Text, FontFace.Bold)],
        Paragraph p => Of(p.Content, p.Style is ParagraphStyle.Title or ParagraphStyle.Subtitle or ParagraphStyle.KeyFigure or ParagraphStyle.Notice),
        ListBlock l => l.Items.SelectMany(i => i).SelectMany(Of),
        Table t => [(t.Caption ?? "", FontFace.Bold), .. Of(t.HeaderRows, true), .. Of(t.Rows, false)],
        Figure f => [(f.Caption ?? "", FontFace.Regular)],
        FigureRow r => r.Figures.SelectMany(Of),
        Chart c => [(c.Caption, FontFace.Regular), .. c.Draw(1, 1).Marks.OfType<TextMark>().Select(m => (m.Text, FontFace.Regular))],
        SignatureBox s => PrintedLines.Of(s).SelectMany(lines => lines).Select(l => (l, FontFace.Regular)),
        Letterhead m => PrintedLines.Of(m).SelectMany(line => line).Select(v => (v.Value, FontFace.Regular)),
        QrFigure q => q.Lines.Select(l => (l, FontFace.Regular)),
        LabelSheet l => l.Labels.SelectMany(label => label.Lines.Select(line => (line, FontFace.Regular)).Prepend((label.Code, FontFace.Bold))),
        OutgoingHead o => ((string[])[o.Number ?? "", .. o.Sender, o.Date ?? "", .. o.Lines.Select(l => l.Value)]).Select(l => (l, FontFace.Regular)),
        TableOfContents c => [(c.Title, FontFace.Bold)],
        _ => [],
    };

    private static IEnumerable<(string Text, FontFace Face)> Of(ImmutableArray<TableRow> rows, bool bold) =>
        rows.SelectMany(r => r.Cells.SelectMany(c => Of(c.Content, bold || r.Emphasis)));

    private static IEnumerable<(string Text, FontFace Face)> Of(ImmutableArray<Inline> content, bool bold) => content.Select(c => c switch
    {
        Run r => (r.Text, FontFace.Of(bold || r.Bold, r.Italic)),
        Link l => (l.Text, FontFace.Of(bold, false)),
        _ => ("", FontFace.Regular),
    });
}
