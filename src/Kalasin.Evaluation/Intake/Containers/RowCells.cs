using System.Collections;
using System.Runtime.CompilerServices;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>What a table keeps of a filled cell. Only <see cref="RawCell"/> looks at its text, since each look is paid for.</summary>
/// <param name="Text">Its text; <see langword="null"/> for a number.</param>
/// <param name="Number">Its number; 0 for a text.</param>
/// <param name="Column">Column number, from 1.</param>
/// <param name="Kind">What it holds.</param>
internal readonly record struct KeptCell(string? Text, double Number, int Column, RawKind Kind)
{
    /// <summary>Whether the workbook that it stands in counts days from 1 January 1904.</summary>
    public bool StartsIn1904 { get; init; }
}

/// <summary>The filled cells of a row, in order: a part of an array that rows of a table share.</summary>
/// <param name="kept">What the table keeps of them.</param>
/// <param name="budget">What looking at them is paid from.</param>
[CollectionBuilder(typeof(RowCells), nameof(Of))]
internal readonly struct RowCells(ArraySegment<KeptCell> kept, Budget budget) : IEnumerable<RawCell>
{
    public int Length => kept.Count;

    public bool IsEmpty => kept.Count == 0;

    public RawCell this[int index] => new(kept[index], budget);

    /// <summary>Cells that stand in no table yet.</summary>
    public static RowCells Of(ReadOnlySpan<RawCell> cells)
    {
        if (cells.IsEmpty) return default;
        var kept = new KeptCell[cells.Length];
        for (var i = 0; i < kept.Length; i++) kept[i] = cells[i].Kept;
        return new(kept, cells[0].Budget);
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<RawCell> IEnumerable<RawCell>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes over them where they lie.</summary>
    internal struct Enumerator(RowCells cells) : IEnumerator<RawCell>
    {
        private int at = -1;

        public readonly RawCell Current => cells[at];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++at < cells.Length;

        public void Reset() => at = -1;

        public readonly void Dispose() { }
    }
}
