using System.Runtime.InteropServices;
using JpegLibrary;

namespace Kalasin.Functions.SignedCopies;

/// <summary>
/// The dots of a photo while it is read, each added to the one that it becomes part of: upright, and within what is printed. The photo itself is never held.
/// </summary>
internal sealed class ReducedDots : JpegBlockOutputWriter
{
    private const int Side = 8;

    private readonly int _width, _height, _made, _high;
    private readonly int[] _byColumn, _byRow;
    private readonly int[] _counts;
    private readonly int[][] _sums;

    /// <param name="width">Of the photo as it is packed.</param>
    /// <param name="height">Of the photo as it is packed.</param>
    /// <param name="components">1 for grey, 3 for colours.</param>
    /// <param name="turn">As <see cref="CameraTurn"/> has it.</param>
    public ReducedDots(int width, int height, int components, int turn)
    {
        (_width, _height) = (width, height);
        var (liesOnASide, columnsBack, rowsBack) = (turn >= 5, turn is 2 or 3 or 7 or 8, turn is 3 or 4 or 6 or 7);
        var (wide, high) = liesOnASide ? (height, width) : (width, height);
        var scale = Math.Min(1, Math.Min((double)ReducedPhoto.MostWide / wide, (double)ReducedPhoto.MostHigh / high));
        (_made, _high) = (Math.Max(1, (int)Math.Round(wide * scale)), Math.Max(1, (int)Math.Round(high * scale)));
        // A column becomes a column, or a row where the camera lay on a side; its place and that of the row together are where a dot goes.
        _byColumn = Places(width, columnsBack, liesOnASide ? _high : _made, liesOnASide ? _made : 1);
        _byRow = Places(height, rowsBack, liesOnASide ? _made : _high, liesOnASide ? 1 : _made);
        _counts = new int[_made * _high];
        _sums = [.. Enumerable.Range(0, components).Select(_ => new int[_made * _high])];
    }

    public int Components => _sums.Length;

    /// <summary>Dots that share one of colour, each way: the eye sees colour coarsely.</summary>
    public byte Sampling => Components > 1 ? (byte)2 : (byte)1;

    /// <summary>Whether something came for every dot.</summary>
    public bool IsWhole => !_counts.Contains(0);

    public override void WriteBlock(ref short blockRef, int componentIndex, int x, int y)
    {
        if (componentIndex >= Components) return;
        var block = MemoryMarshal.CreateReadOnlySpan(ref blockRef, Side * Side);
        var sums = _sums[componentIndex];
        var (columns, rows) = (Math.Min(Side, _width - x), Math.Min(Side, _height - y));
        for (var dy = 0; dy < rows; dy++)
            for (var dx = 0; dx < columns; dx++)
            {
                var at = _byRow[y + dy] + _byColumn[x + dx];
                sums[at] += Math.Clamp((int)block[(dy * Side) + dx], 0, byte.MaxValue);
                if (componentIndex == 0) _counts[at]++;
            }
    }

    /// <summary>The dots that were made.</summary>
    public JpegBlockInputReader Averages() => new Made(this);

    private static int[] Places(int length, bool back, int made, int step)
    {
        var places = new int[length];
        for (var i = 0; i < length; i++) places[i] = (int)((long)(back ? length - 1 - i : i) * made / length) * step;
        return places;
    }

    private sealed class Made(ReducedDots dots) : JpegBlockInputReader
    {
        public override int Width => dots._made;

        public override int Height => dots._high;

        public override void ReadBlock(ref short blockRef, int componentIndex, int x, int y)
        {
            var block = MemoryMarshal.CreateSpan(ref blockRef, Side * Side);
            for (var i = 0; i < block.Length; i++)
            {
                // Beyond an edge stands what stands at it.
                var at = (Math.Min(y + (i / Side), Height - 1) * Width) + Math.Min(x + (i % Side), Width - 1);
                block[i] = (short)((dots._sums[componentIndex][at] + (dots._counts[at] / 2)) / dots._counts[at]);
            }
        }
    }
}
