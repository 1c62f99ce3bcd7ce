using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Charts;

namespace Kalasin.Evaluation.Tests.Documents;

/// <summary>What a document says, paragraph by paragraph and cell by cell: what every writer has to print, in this order.</summary>
internal static class BlockText
{
    /// <summary>The texts, white space folded, empty ones left out.</summary>
    public static IEnumerable<string> Of(ReportDocument document) => document.Blocks.SelectMany(b => Of(b, document)).Select(Fold).Where(t => t.Length > 0);

    /// <summary>Runs of white space as one space.</summary>
    public static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Of(Block block, ReportDocument document) => block switch
    {
        Heading h => [h.Text],
        Paragraph p => [p.PlainText],
        ListBlock l => l.Items.SelectMany(i => i).SelectMany(b => Of(b, document)),
        Table t => [t.Caption ?? "", .. t.HeaderRows.Concat(t.Rows).SelectMany(r => r.Cells).Select(c => new Paragraph(c.Content).PlainText)],
        Figure f => [f.Caption ?? ""],
        FigureRow r => r.Figures.Select(f => f.Caption ?? ""),
        Chart c => [c.Caption],
        QrFigure q => q.Lines,
        LabelSheet l => l.Labels.SelectMany(label => label.Lines.Prepend(label.Code)),
        OutgoingHead o => [PrintedLines.Of(o).Number, .. o.Sender, PrintedLines.Of(o).Date, .. o.Lines.Select(l => $"{l.Label} {l.Value}")],
        SignatureBox s => PrintedLines.Of(s).SelectMany(lines => lines),
        Letterhead m => [PrintedLines.MemoTitle, .. PrintedLines.Of(m).Select(line => string.Join(' ', line.Select(f => $"{f.Label} {f.Value}")))],
        TableOfContents { Of: not ContentsKind.Headings } c => [c.Title, .. document.Named.Select(c.CaptionOf).OfType<string>()],
        TableOfContents c => [c.Title, .. document.Blocks.OfType<Heading>().Where(h => h.Level <= c.Levels).Select(h => h.Text)],
        _ => [],
    };
}
