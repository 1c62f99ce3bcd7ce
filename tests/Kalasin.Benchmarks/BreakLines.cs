using System.Diagnostics;
using System.Globalization;
using ICU4N.Globalization;
using ICU4N.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Tests.Thai;
using Kalasin.Functions.Rounds;

namespace Kalasin.Benchmarks;

/// <summary>
/// Finding where lines of Thai may end, beside ICU (its dictionary of Thai, in ICU4N): the time in the paragraphs and cells of the sample round's report,
/// nothing remembered between texts; the time to the first answer of a process; what is found of phrases segmented by hand.
/// </summary>
internal static class BreakLines
{
    /// <summary>First argument of a process that only asks once and prints the milliseconds of the clock and of the processor.</summary>
    public const string FirstAnswer = "first-break";

    private const int Runs = 9;

    private const double LimitOfCharacters = 2, LimitOfLoad = 40;

    public static int RunFirstAnswer()
    {
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        if (ThaiText.BreakOpportunities("การประเมินผล").Count == 0) return 1;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalMilliseconds} {(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds}"));
        return 0;
    }

    public static void Measure(PlayedSample sample, FigureTable table)
    {
        var document = ProvinceReport.Compose(
            sample.Snapshot.Rules, sample.Snapshot.Returns, ResultsService.Score(sample.Snapshot, null)[0], Edition.Internal,
            sample.Circumstances);
        var texts = document.Blocks.SelectMany(Texts).ToList();
        var lexicon = ThaiLexicon.Official.With(document.Lexicon);
        var found = new List<BreakOpportunity>();
        var icu = BreakIterator.GetLineInstance(new UCultureInfo("th"));
        var ours = PerTenThousand(texts, Timing.Of(() =>
        {
            found.Clear();
            foreach (var text in texts) lexicon.Find(text, found);
            return found;
        }));
        var theirs = PerTenThousand(texts, Timing.Of(() => texts.Sum(t => PlacesOfIcu(icu, t).Count())));
        table.Limit($"break lines: 10,000 characters of {texts.Count} texts", ours, LimitOfCharacters);
        table.Rival("  beside", ours, "ICU4N", theirs);
        var first = Enumerable.Range(0, Runs).Select(_ => First()).Skip(1).ToList();
        table.Limit("  first answer of a process", Timing.Of([.. first.Select(f => f[0])]) with { Processor = first.Select(f => f[1]).Order().ElementAt(first.Count / 2) }, LimitOfLoad);
        foreach (var (name, file) in new[] { ("made with", LineBreakGold.Tuned), ("held out", LineBreakGold.HeldOut) })
        {
            var phrases = LineBreakGold.Read(file);
            table.Found($"  {phrases.Count} phrases {name}", Judge(phrases, t => ThaiText.BreakOpportunities(t).Select(o => o.Index)), "ICU4N", Judge(phrases, t => PlacesOfIcu(icu, t)));
        }
    }

    private static Judged Judge(IReadOnlyList<LineBreakGold> phrases, Func<string, IEnumerable<int>> places)
    {
        var (asked, found, bad) = (0, 0, 0);
        foreach (var phrase in phrases)
        {
            var at = places(phrase.Text).ToHashSet();
            (asked, found, bad) = (asked + phrase.Must.Count, found + phrase.Must.Count(at.Contains), bad + at.Count(i => !phrase.May.Contains(i)));
        }
        return new(asked, found, bad);
    }

    private static Timing PerTenThousand(List<string> texts, Timing timing)
    {
        var share = 10_000.0 / texts.Sum(t => t.Length);
        return new(timing.Median * share, timing.Least * share, timing.Processor * share, (long)(timing.Allocated * share));
    }

    private static double[] First()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(BreakLines).Assembly.Location, FirstAnswer]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        return [.. process.StandardOutput.ReadToEnd().Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture))];
    }

    private static IEnumerable<int> PlacesOfIcu(BreakIterator icu, string text)
    {
        icu.SetText(text);
        for (var at = icu.Next(); at != BreakIterator.Done && at < text.Length; at = icu.Next()) yield return at;
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
