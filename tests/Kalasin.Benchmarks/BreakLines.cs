using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Functions.Rounds;

namespace Kalasin.Benchmarks;

/// <summary>Finding where lines of Thai may end, in the paragraphs and cells of the sample round's report; nothing is remembered between texts.</summary>
internal static class BreakLines
{
    public static void Measure(PlayedSample sample, FigureTable table)
    {
        var document = ProvinceReport.Compose(
            sample.Snapshot.Rules, sample.Snapshot.Returns, ResultsService.Score(sample.Snapshot, null)[0], Edition.Internal,
            sample.Circumstances);
        var texts = document.Blocks.SelectMany(Texts).ToList();
        var lexicon = ThaiLexicon.Official.With(document.Lexicon);
        var breaks = new List<BreakOpportunity>();
        var bytes = texts.Sum(t => Encoding.UTF8.GetByteCount(t));
        var timing = Timing.Of(() =>
        {
            breaks.Clear();
            foreach (var text in texts) lexicon.Find(text, breaks);
            return breaks;
        });
        table.Plain($"break lines: {texts.Count} texts", timing, $"{bytes / 1000.0 / timing.Median:0.0} MB/s of UTF-8");
    }

    private static IEnumerable<string> Texts(Block block) => block switch
    {
        Heading h => [h.Text],
        Paragraph p => p.Content.OfType<Run>().Select(r => r.Text),
        ListBlock l => l.Items.SelectMany(i => i).SelectMany(Texts),
        Table t => t.HeaderRows.Concat(t.Rows).SelectMany(r => r.Cells).SelectMany(c => c.Content.OfType<Run>()).Select(r => r.Text),
        _ => [],
    };
}
