using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>Finds parts of a report by their headings and captions.</summary>
internal static class ReportBlocks
{
    public static Table TableOf(this ReportDocument document, string caption) =>
        document.Blocks.OfType<Table>().Single(t => t.Caption?.StartsWith(caption + " ", StringComparison.Ordinal) == true);

    public static IEnumerable<string> Heads(this Table table) => table.HeaderRows.SelectMany(r => r.Cells).Select(TextOf);

    /// <summary>Rows of texts, cells of row spans left out.</summary>
    public static IEnumerable<string[]> Texts(this Table table) => table.Rows.Select(r => r.Cells.Select(TextOf).ToArray());

    /// <summary>The blocks under a heading, up to the next of its level or above.</summary>
    public static IEnumerable<Block> Under(this ReportDocument document, string heading)
    {
        var blocks = document.Blocks.ToList();
        var at = blocks.FindIndex(b => b is Heading h && h.Text.StartsWith(heading, StringComparison.Ordinal));
        Assert.True(at >= 0, $"There is no heading '{heading}'.");
        var level = ((Heading)blocks[at]).Level;
        return blocks.Skip(at + 1).TakeWhile(b => b is not Heading h || h.Level > level);
    }

    private static string TextOf(TableCell cell) => new Paragraph(cell.Content).PlainText;
}
