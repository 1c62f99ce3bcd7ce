using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>A document to pages. Pure: same document, same boxes.</summary>
internal static class DocumentLayout
{
    // Page numbers settle in two passes unless they move what they count; then the last pass stands.
    private const int MostPasses = 5;

    public static LaidOut Of(ReportDocument document, ShapedTexts texts, CancellationToken cancellationToken = default)
    {
        var blocks = document.Blocks.ToImmutableArray();
        var headings = blocks.OfType<Heading>().ToImmutableArray();
        var facts = new PageFacts(1, [], []);
        Measured?[][] measured = [.. document.Sections.Select(s => new Measured?[s.Blocks.Length])];
        var desk = new Desk();
        Block BlockOf(Job job) => document.Sections[job.Section].Blocks[job.Block];
        for (var pass = 1; ; pass++)
        {
            var tooHigh = new List<string>();
            var setting = new Setting(document.Theme.BodyPoints, texts, facts, desk) { Headings = headings, Blocks = blocks, Emblem = document.Stationery.Emblem };
            var paginator = new Paginator(tooHigh);
            var starts = ImmutableArray.CreateBuilder<int>();
            var (block, heading) = (0, 0);
            var frames = document.Sections.Select(s => new PageFrame(s, setting)).ToArray();
            var jobs = new List<Job>();
            for (var s = 0; s < document.Sections.Length; s++)
            {
                var section = document.Sections[s];
                for (var b = 0; b < section.Blocks.Length; b++, block++)
                {
                    var index = section.Blocks[b] is Heading ? heading++ : 0;
                    if (measured[s][b] is not null && !BlockMeasure.ShowsPages(section.Blocks[b])) continue;
                    var page = block < facts.OfBlock.Length ? facts.OfBlock[block] : 1;
                    var own = setting with { BodyHeight = frames[s].BodyHeight, Page = page, Desk = new() };
                    jobs.Add(new(s, b, index, frames[s].TextWidth, own));
                }
            }
            // Blocks know nothing of each other, so that cores share them; what each found is told in the blocks' order.
            // The longest first, so that no core is left with one at the end.
            Parallel.ForEach(
                Partitioner.Create(jobs.OrderByDescending(job => Weight(BlockOf(job))), EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { CancellationToken = cancellationToken },
                job => measured[job.Section][job.Block] = BlockMeasure.Of(BlockOf(job), job.Heading, job.Width, job.Setting));
            foreach (var job in jobs) desk.Violations.AddRange(job.Setting.Desk.Violations);
            for (var s = 0; s < frames.Length; s++) starts.AddRange(paginator.Add(frames[s], measured[s]!));
            var found = new PageFacts(
                paginator.Count, [.. Enumerable.Range(0, headings.Length).Select(h => paginator.Headings[h].Page)],
                starts.DrainToImmutable());
            if (pass < MostPasses && !found.SameAs(facts))
            {
                facts = found;
                if (ShowsPages(document) || pass > 1) continue;
            }
            var root = new Node("Document");
            foreach (var node in measured.SelectMany(m => m).SelectMany(m => m!.Nodes)) root.Add(node);
            ImmutableArray<PlacedHeading> placed = [.. headings.Select((h, i) => new PlacedHeading(h, paginator.Headings[i].Page, paginator.Headings[i].Y))];
            return new(
                paginator.Pages(), root, root.NumberFrom(0), placed, Anchors(placed, blocks, found.OfBlock),
                [.. desk.Violations.Concat(tooHigh).Distinct(StringComparer.Ordinal)])
            {
                BlockPages = found.OfBlock,
            };
        }
    }

    /// <summary>A block to measure.</summary>
    private sealed record Job(int Section, int Block, int Heading, double Width, Setting Setting);

    /// <summary>A heading is where it stands, what has a caption at the head of its page.</summary>
    private static ImmutableDictionary<string, (int Page, double Y)> Anchors(
        ImmutableArray<PlacedHeading> headings, ImmutableArray<Block> blocks, ImmutableArray<int> pageOf)
    {
        var anchors = ImmutableDictionary.CreateBuilder<string, (int Page, double Y)>(StringComparer.Ordinal);
        foreach (var heading in headings)
            if (heading.Heading.Anchor is { } anchor) anchors.TryAdd(anchor, (heading.Page, heading.Y));
        for (var b = 0; b < blocks.Length; b++)
            foreach (var anchor in blocks[b].Named.Select(n => n.Target).OfType<string>()) anchors.TryAdd(anchor, (pageOf[b], 0));
        return anchors.ToImmutable();
    }

    private static int Weight(Block block) => block is Table table ? table.Rows.Length * table.Columns.Length : 0;

    private static bool ShowsPages(ReportDocument document) =>
        document.Blocks.Any(BlockMeasure.ShowsPages) || document.Sections.Any(s => s.Header.Concat(s.Footer).Any(i => i is Field));
}
