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
        var (facts, headings, named, measured, paginator, desk) = Settle(document, texts, drawn: true, cancellationToken);
        var root = new Node("Document");
        foreach (var node in measured.SelectMany(m => m.Nodes)) root.Add(node);
        ImmutableArray<PlacedHeading> placed = [.. headings.Select((h, i) => new PlacedHeading(h, paginator.Headings[i].Page, paginator.Headings[i].Y))];
        var pages = paginator.Pages();
        return new(
            pages, root, root.NumberFrom(0), placed, Anchors(placed, named, facts.OfBlock),
            [.. measured.SelectMany(m => m.Violations).Concat(desk.Violations).Concat(paginator.Violations).Distinct(StringComparer.Ordinal)])
        {
            Facts = facts,
        };
    }

    /// <summary>The page numbers alone, for who draws no pages.</summary>
    public static PageFacts Pages(ReportDocument document, ShapedTexts texts, CancellationToken cancellationToken = default) =>
        Settle(document, texts, drawn: false, cancellationToken).Pages;

    private static Settled Settle(ReportDocument document, ShapedTexts texts, bool drawn, CancellationToken cancellationToken)
    {
        var blocks = document.Blocks.ToImmutableArray();
        var headings = blocks.OfType<Heading>().ToImmutableArray();
        var named = Named(blocks);
        bool[] showPages = [.. blocks.Select(BlockMeasure.ShowsPages)];
        var again = showPages.Contains(true) || document.Sections.Any(s => s.Header.Concat(s.Footer).Any(i => i is Field));
        var facts = new PageFacts(1, [], []);
        Measured?[][] measured = [.. document.Sections.Select(s => new Measured?[s.Blocks.Length])];
        var (desk, paginator, jobs) = (new Desk(), new Paginator(), new List<Job>());
        var starts = ImmutableArray.CreateBuilder<int>(blocks.Length);
        for (var pass = 1; ; pass++)
        {
            var setting = new Setting(document.Theme.BodyPoints, texts, facts, desk) { Headings = headings, Named = named, Emblem = document.Stationery.Emblem };
            var frames = document.Sections.Select(s => new PageFrame(s, setting)).ToArray();
            var settings = frames.Select(f => setting with { BodyHeight = f.BodyHeight }).ToArray();
            var (number, heading) = (0, 0);
            jobs.Clear();
            for (var s = 0; s < document.Sections.Length; s++)
            {
                var section = document.Sections[s];
                for (var b = 0; b < section.Blocks.Length; b++, number++)
                {
                    var index = section.Blocks[b] is Heading ? heading++ : 0;
                    if (pass > 1 && !showPages[number]) continue;
                    // What shows pages is measured again once there are any to show.
                    jobs.Add(new(section.Blocks[b], s, b, index, pass > 1 ? facts.OfBlock[number] : 1, drawn && (pass > 1 || !showPages[number])));
                }
            }
            // Blocks know nothing of each other, so that cores share them. The longest first, so that no core is left with one at the end.
            Parallel.ForEach(
                Partitioner.Create(jobs.OrderByDescending(job => Weight(job.Block)), EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { CancellationToken = cancellationToken },
                () => new Desk(),
                (job, _, own) =>
                {
                    var block = BlockMeasure.Of(
                        job.Block, job.Heading, frames[job.Section].TextWidth, settings[job.Section] with { Page = job.Page, Drawn = job.Drawn, Desk = own });
                    measured[job.Section][job.Index] = own.Violations.Count == 0 ? block : block with { Violations = [.. own.Violations] };
                    own.Violations.Clear();
                    return own;
                },
                _ => { });
            paginator.Clear();
            for (var s = 0; s < frames.Length; s++) starts.AddRange(paginator.Add(frames[s], measured[s]!));
            var found = new PageFacts(paginator.Count, [.. headings.Select((_, h) => paginator.Headings[h].Page)], starts.DrainToImmutable()) { OfSectionTop = [.. paginator.Tops] };
            if (pass < MostPasses && !found.SameAs(facts))
            {
                facts = found;
                if (again || pass > 1) continue;
            }
            return new(found, headings, named, [.. measured.SelectMany(m => m).OfType<Measured>()], paginator, desk);
        }
    }

    /// <summary>A document whose pages stand.</summary>
    /// <param name="Pages">Page numbers.</param>
    /// <param name="Headings">Its headings.</param>
    /// <param name="Named">What captions and anchors are of.</param>
    /// <param name="Measured">Its blocks.</param>
    /// <param name="Paginator">Where their strips stand.</param>
    /// <param name="Desk">Where what doesn't fit around the text was told.</param>
    private sealed record Settled(
        PageFacts Pages, ImmutableArray<Heading> Headings, ImmutableArray<NamedBlock> Named, ImmutableArray<Measured> Measured, Paginator Paginator, Desk Desk);

    /// <summary>A block to measure.</summary>
    /// <param name="Block">The block.</param>
    /// <param name="Section">Its section's number.</param>
    /// <param name="Index">Its number in the section.</param>
    /// <param name="Heading">Its number among the headings, if it is one.</param>
    /// <param name="Page">Page it starts on.</param>
    /// <param name="Drawn">See <see cref="Setting.Drawn"/>.</param>
    private sealed record Job(Block Block, int Section, int Index, int Heading, int Page, bool Drawn);

    private static ImmutableArray<NamedBlock> Named(ImmutableArray<Block> blocks)
    {
        var named = ImmutableArray.CreateBuilder<NamedBlock>();
        for (var b = 0; b < blocks.Length; b++)
        {
            if (blocks[b] is FigureRow row)
                foreach (var figure in row.Figures) named.Add(new(figure, b));
            else if (blocks[b] is not Paragraph) named.Add(new(blocks[b], b));
        }
        return named.DrainToImmutable();
    }

    /// <summary>A heading is where it stands, what has a caption at the head of its page.</summary>
    private static ImmutableDictionary<string, (int Page, double Y)> Anchors(
        ImmutableArray<PlacedHeading> headings, ImmutableArray<NamedBlock> named, ImmutableArray<int> pageOf)
    {
        var anchors = ImmutableDictionary.CreateBuilder<string, (int Page, double Y)>(StringComparer.Ordinal);
        foreach (var heading in headings)
            if (heading.Heading.Anchor is { } anchor) anchors.TryAdd(anchor, (heading.Page, heading.Y));
        foreach (var (block, number) in named)
            if (block.Target is { } anchor) anchors.TryAdd(anchor, (pageOf[number], 0));
        return anchors.ToImmutable();
    }

    private static int Weight(Block block) => block is Table table ? table.Rows.Length * table.Columns.Length : 0;
}
