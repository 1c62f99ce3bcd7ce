using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Charts;

/// <summary>A map of equal tiles: each place where it roughly lies, its value in figures and as a grey, the fuller the darker.</summary>
internal sealed record TileMap : Chart
{
    // Darkest grey on which black letters are read.
    private const double Darkest = 0.62;

    /// <summary>A map.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="values">What the values are, such as ร้อยละ.</param>
    /// <param name="full">The greatest value.</param>
    /// <param name="tiles">The places; at least one.</param>
    /// <exception cref="ArgumentException">There is no tile, two stand in one place, or one doesn't fit.</exception>
    public TileMap(string title, string values, decimal full, ImmutableArray<Tile> tiles) : base(title)
    {
        if (tiles.IsEmpty || tiles.Any(t => t.Row < 1 || t.Column < 1 || t.Value < 0 || t.Value > full) || tiles.DistinctBy(t => (t.Row, t.Column)).Count() < tiles.Length)
            throw new ArgumentException($"The tiles of '{title}' make no map of values from 0 to {full}.", nameof(tiles));
        (Values, Full, Tiles) = (values, full, tiles);
    }

    /// <summary>What the values are.</summary>
    public string Values { get; }

    /// <summary>The greatest value.</summary>
    public decimal Full { get; }

    /// <summary>The places.</summary>
    public ImmutableArray<Tile> Tiles { get; }

    /// <inheritdoc/>
    public override string AlternateText => $"{Say("แผนที่", "Map")} {Title}: {string.Join(", ", Tiles.Select(t => $"{t.Name} {Values} {Shown(t)}"))}";

    /// <inheritdoc/>
    public override Drawing Draw(double width, double size)
    {
        var (small, line) = (size * 0.8, size * 0.8 * TextMark.LineHeight);
        var (columns, rows) = (Tiles.Max(t => t.Column), Tiles.Max(t => t.Row));
        var (wide, high) = (Math.Min(width / columns, size * 7), line * 2.2);
        var left = (width - wide * columns) / 2;
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var places = Tiles.Select(t => (t.Row, t.Column)).ToHashSet();
        foreach (var tile in Tiles)
        {
            var (x, y) = (left + (tile.Column - 1) * wide, (tile.Row - 1) * high);
            if (tile.Value is > 0 and var value) marks.Add(new AreaMark(x, y, wide, high, 1 - (1 - Darkest) * (double)(value / Full)));
            marks.Add(new LineMark(x, y, x + wide, y, 0.6));
            marks.Add(new LineMark(x, y, x, y + high, 0.6));
            // Of an edge between two tiles the later one's line is enough.
            if (!places.Contains((tile.Row + 1, tile.Column))) marks.Add(new LineMark(x, y + high, x + wide, y + high, 0.6));
            if (!places.Contains((tile.Row, tile.Column + 1))) marks.Add(new LineMark(x + wide, y, x + wide, y + high, 0.6));
            marks.Add(new TextMark(tile.Name, x, y + line * 0.1, wide, Alignment.Center, small));
            marks.Add(new TextMark(Shown(tile), x, y + line * 1.1, wide, Alignment.Center, small));
        }
        return new(width, rows * high, marks.DrainToImmutable());
    }

    private string Shown(Tile tile) => tile.Value is { } value ? Shown(value, 2) : "-";
}

/// <summary>A place on a map.</summary>
/// <param name="Row">From 1, the northernmost first.</param>
/// <param name="Column">From 1, the westernmost first.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Value">Its value; <see langword="null"/> where there is none.</param>
internal sealed record Tile(int Row, int Column, string Name, decimal? Value);
