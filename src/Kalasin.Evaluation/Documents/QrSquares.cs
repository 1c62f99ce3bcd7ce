using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents;

/// <summary>The squares of a QR code, its light edge included.</summary>
internal sealed record QrSquares
{
    // Version 1 has 21 squares a side, version 40 has 177, and the light edge is four wide.
    private const int Fewest = 21, Most = 177 + 2 * 4;

    private readonly ImmutableArray<bool> dark;

    /// <summary>The squares of a code.</summary>
    /// <param name="size">Squares a side, 21 to 185.</param>
    /// <param name="dark">Row by row from the top left, whether each is dark.</param>
    /// <exception cref="ArgumentException">They are no square of that size.</exception>
    public QrSquares(int size, ImmutableArray<bool> dark)
    {
        if (size is < Fewest or > Most || dark.Length != size * size)
            throw new ArgumentException($"{dark.Length} squares are no QR code of {size} a side.", nameof(dark));
        (Size, this.dark) = (size, dark);
    }

    /// <summary>Squares a side.</summary>
    public int Size { get; }

    /// <summary>Whether a square is dark.</summary>
    public bool this[int row, int column] => dark[row * Size + column];

    /// <summary>Dark squares side by side, row by row.</summary>
    public IEnumerable<(int Row, int Column, int Length)> Runs
    {
        get
        {
            for (var row = 0; row < Size; row++)
                for (var column = 0; column < Size; column++)
                {
                    if (!this[row, column]) continue;
                    var start = column;
                    while (column < Size && this[row, column]) column++;
                    yield return (row, start, column - start);
                }
        }
    }
}
