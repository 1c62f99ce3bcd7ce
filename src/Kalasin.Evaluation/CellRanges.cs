using System.Globalization;

namespace Kalasin.Evaluation;

/// <summary>Cells of one sheet as ranges, each within a column, in the order found; more than a person reads are only counted.</summary>
/// <param name="most">Ranges that are named.</param>
internal sealed class CellRanges(int most = CellRanges.Most)
{
    /// <summary>Ranges that are named where people read them.</summary>
    public const int Most = 20;

    private readonly List<Range> ranges = [];

    /// <summary>How many cells the ranges hold.</summary>
    public int Named { get; private set; }

    /// <summary>Adds the cells of a place.</summary>
    /// <returns>How many cells were new; where a place names none, how many places it counts.</returns>
    public int Add(Place place)
    {
        if (place.Cells is null && place.Cell is null) return place.Count ?? 1;
        if (place.Cells is null) return Add(Range.Parse(place.Cell!));
        return (place.More ?? 0) + place.Cells.Split(' ').Sum(range => Add(Range.Parse(range)));
    }

    /// <summary>As in <see cref="Place.Cells"/>.</summary>
    public override string ToString() => string.Join(' ', ranges);

    private int Add(Range added)
    {
        for (var i = ranges.Count - 1; i >= 0; i--)
        {
            var known = ranges[i];
            if (known.Column != added.Column || added.First > known.Last + 1 || added.Last < known.First) continue;
            if (added.First <= known.Last) return 0;
            ranges[i] = known with { Last = added.Last };
            Named += added.Count;
            return added.Count;
        }
        if (ranges.Count == most) return added.Count;
        ranges.Add(added);
        Named += added.Count;
        return added.Count;
    }

    private readonly record struct Range(string Column, int First, int Last)
    {
        public int Count => Last - First + 1;

        /// <summary>Reads <c>D12</c> or <c>D12:D603</c>.</summary>
        public static Range Parse(string text)
        {
            var digits = text.AsSpan().IndexOfAnyInRange('0', '9');
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            var first = Row(text.AsSpan(digits..(colon < 0 ? text.Length : colon)));
            return new(text[..digits], first, colon < 0 ? first : Row(text.AsSpan(colon + 1 + digits)));
        }

        public override string ToString() =>
            First == Last ? FormattableString.Invariant($"{Column}{First}") : FormattableString.Invariant($"{Column}{First}:{Column}{Last}");

        private static int Row(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
