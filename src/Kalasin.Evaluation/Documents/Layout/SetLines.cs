using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Kalasin.Evaluation.Documents.Layout;

/// <summary>Boxes of lines, line after line in one list.</summary>
internal sealed class SetLines
{
    private readonly List<Box> boxes = [];
    private readonly List<int> ends = [];

    /// <summary>Number of lines.</summary>
    public int Count => ends.Count;

    /// <summary>Boxes of all lines.</summary>
    public ReadOnlySpan<Box> Boxes => CollectionsMarshal.AsSpan(boxes);

    /// <summary>Number of boxes up to the end of each line.</summary>
    public ReadOnlySpan<int> Ends => CollectionsMarshal.AsSpan(ends);

    /// <summary>Boxes of a line, counted from 0.</summary>
    public ReadOnlySpan<Box> this[int line] => Boxes[(line == 0 ? 0 : ends[line - 1])..ends[line]];

    public void Add(Box box) => boxes.Add(box);

    public void EndLine() => ends.Add(boxes.Count);

    public void Clear()
    {
        boxes.Clear();
        ends.Clear();
    }

    public List<ImmutableArray<Box>> ToList()
    {
        var lines = new List<ImmutableArray<Box>>(Count);
        for (var i = 0; i < Count; i++) lines.Add([.. this[i]]);
        return lines;
    }
}
