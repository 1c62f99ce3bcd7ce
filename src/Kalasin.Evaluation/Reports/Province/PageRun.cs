using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>Blocks on pages of one shape.</summary>
/// <param name="Wide">On wide pages.</param>
/// <param name="Blocks">The blocks.</param>
internal sealed record PageRun(bool Wide, ImmutableArray<Block> Blocks)
{
    /// <summary>Neighbours of one shape as one run, so that no page is begun without need.</summary>
    public static ImmutableArray<PageRun> Joined(IEnumerable<PageRun> runs)
    {
        var joined = ImmutableArray.CreateBuilder<PageRun>();
        foreach (var run in runs)
            if (joined.Count > 0 && joined[^1].Wide == run.Wide) joined[^1] = run with { Blocks = [.. joined[^1].Blocks, .. run.Blocks] };
            else joined.Add(run);
        return joined.ToImmutable();
    }
}
