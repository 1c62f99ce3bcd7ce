using System.Collections;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>The filled cells of a row, in order. Each is made when it is looked at.</summary>
/// <param name="table">The table that they stand in.</param>
/// <param name="start">Where they begin in it.</param>
/// <param name="length">How many they are.</param>
internal readonly struct RowCells(TableRows table, int start, int length) : IEnumerable<RawCell>
{
    public int Length => length;

    public bool IsEmpty => length == 0;

    public RawCell this[int index] => table.Contents[Kept(index)];

    /// <summary>The column of a cell, from 1.</summary>
    public int ColumnAt(int index) => Kept(index).Column;

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<RawCell> IEnumerable<RawCell>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private KeptCell Kept(int index) => (uint)index < (uint)length ? table.CellAt(start + index) : throw new ArgumentOutOfRangeException(nameof(index));

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
