using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>The edges of the cells of one row; rows alike share one.</summary>
/// <param name="Uprights">Where upright edges stand, from the left, over the whole height.</param>
/// <param name="Bottom">From where to where lower edges reach.</param>
/// <param name="AtPageEnd">Lower edges of cells that go on, drawn where a page ends with the row.</param>
internal sealed record RowFrame(ImmutableArray<double> Uprights, ImmutableArray<Reach> Bottom, ImmutableArray<Reach> AtPageEnd)
{
    public RowFrame Shifted(double dx) =>
        new([.. Uprights.Select(x => x + dx)], [.. Bottom.Select(r => r.Shifted(dx))], [.. AtPageEnd.Select(r => r.Shifted(dx))]);
}

/// <summary>From one place to another on a level line.</summary>
internal readonly record struct Reach(double From, double To)
{
    public Reach Shifted(double dx) => new(From + dx, To + dx);
}

/// <summary>The edges of rows that stand below each other on one page: an upright edge over all of them is one line.</summary>
internal sealed class FrameRun
{
    public const double Line = 0.5;

    private readonly List<Rule> rules = [];
    private RowFrame? lowest;
    private double top, bottom;

    /// <summary>Adds a row.</summary>
    /// <param name="frame">Its edges.</param>
    /// <param name="from">Its top on the page.</param>
    /// <param name="to">Its bottom on the page.</param>
    public void Add(RowFrame frame, double from, double to)
    {
        if (lowest is null || from != bottom || !lowest.Uprights.AsSpan().SequenceEqual(frame.Uprights.AsSpan()))
        {
            EndUprights();
            top = from;
        }
        (lowest, bottom) = (frame, to);
        Level(frame.Bottom);
    }

    /// <summary>The page ends here.</summary>
    public void EndPage()
    {
        if (lowest is not null) Level(lowest.AtPageEnd);
    }

    /// <summary>All lines so far, which are then forgotten; <see langword="null"/> where there are none.</summary>
    public RulesBox? Take()
    {
        EndUprights();
        lowest = null;
        if (rules.Count == 0) return null;
        var box = new RulesBox([.. rules], Line);
        rules.Clear();
        return box;
    }

    private void Level(ImmutableArray<Reach> reaches)
    {
        foreach (var reach in reaches) rules.Add(new(reach.From, bottom, reach.To, bottom));
    }

    private void EndUprights()
    {
        if (lowest is null) return;
        foreach (var x in lowest.Uprights) rules.Add(new(x, top, x, bottom));
    }
}
