using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Kalasin.Evaluation.Documents.Layout;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Documents;

/// <summary>
/// Widths of columns for every writer: the shares asked for, but no column narrower than its longest word or than a short text that wants
/// one line (a date, a code, a number), as far as the table has room; where it hasn't, terms are parted before words, and the widest
/// words before the others. Widths come from the advances of Sarabun alone, so that Word and PDF come to the same.
/// </summary>
internal static class TableWidths
{
    /// <summary>Texts of up to so many ems want one line.</summary>
    private const double ShortText = 7.5;

    /// <summary>A word wider than this share of the table (an address, a path) asks for no more.</summary>
    private const double MostOfTable = 0.25;

    private const double Padding = 7.5;

    // Bounds the memory that texts of strangers can take.
    private const int MostTexts = 20_000, LongestText = 256;

    /// <summary>Longest words of texts, remembered: registers repeat themselves. By text and whether it is bold.</summary>
    private static readonly ConcurrentDictionary<(string, bool), (double Whole, double Parted)> Known = new();

    /// <summary>What the columns of tables need, for as long as the tables are: both writers ask.</summary>
    private static readonly ConditionalWeakTable<Table, Need[]> Asked = [];

    private static readonly double[] Regular = Advances(FontFace.Regular), Bold = Advances(FontFace.Bold);

    /// <summary>Share of cell text in the size of body text: 14 of 16 points.</summary>
    public const double CellScale = 14.0 / 16;

    /// <summary>Widths in the unit of <paramref name="width"/>, adding up to it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="head">Grid of its head.</param>
    /// <param name="body">Grid of its body.</param>
    /// <param name="width">Width to fill.</param>
    /// <param name="cellSize">Size of cell text in the same unit.</param>
    /// <param name="padding">Space beside cell text, both sides together, in the same unit.</param>
    public static double[] Of(Table table, TableGrid head, TableGrid body, double width, double cellSize, double padding = Padding)
    {
        var sum = table.Columns.Sum(c => c.Share);
        var shares = table.Columns.Select(c => width * c.Share / sum).ToArray();
        var most = MostOfTable * width / cellSize;
        var needs = Asked.GetValue(table, _ => Needs(table, head, body, sum));
        var least = Least([.. needs.Select(n => n.AtMost(most))], width, cellSize, padding);

        // A column below its least takes what it lacks from the others, in proportion to what they have to spare.
        var lacking = Enumerable.Range(0, shares.Length).Sum(i => Math.Max(0, least[i] - shares[i]));
        var spare = Enumerable.Range(0, shares.Length).Sum(i => Math.Max(0, shares[i] - least[i]));
        for (var i = 0; i < shares.Length; i++)
            shares[i] = shares[i] < least[i] ? least[i] : shares[i] - (spare == 0 ? 0 : lacking * (shares[i] - least[i]) / spare);
        return shares;
    }

    /// <summary>What a column needs, in em.</summary>
    /// <param name="OnOneLine">Its longest text that wants one line.</param>
    /// <param name="Whole">Its longest word of other texts, terms whole.</param>
    /// <param name="Parted">Its longest word of other texts, terms parted.</param>
    private readonly record struct Need(double OnOneLine, double Whole, double Parted)
    {
        /// <summary>Of a column that shares out more than any word asks: its words need no look.</summary>
        public static Need Any { get; } = new(0, double.PositiveInfinity, double.PositiveInfinity);

        /// <summary>Beyond so much words ask for nothing.</summary>
        public (double Whole, double Parted) AtMost(double most) => (Math.Max(OnOneLine, Math.Min(most, Whole)), Math.Max(OnOneLine, Math.Min(most, Parted)));
    }

    private static Need[] Needs(Table table, TableGrid head, TableGrid body, double sum)
    {
        var needs = table.Columns.Select(c => c.Share > sum / 3 ? Need.Any : default).ToArray();
        var breaks = new List<BreakOpportunity>();
        Add(head, needs, isHead: true, table.Dense ? 0 : ShortText, breaks);
        Add(body, needs, isHead: false, ShortText, breaks);
        return needs;
    }

    private static void Add(TableGrid grid, Need[] needs, bool isHead, double onOneLine, List<BreakOpportunity> breaks)
    {
        var advances = isHead ? Bold : Regular;
        foreach (ref readonly var cell in grid.Cells.AsSpan())
        {
            if (cell.Continued || cell.Cell.ColumnSpan > 1) continue;
            ref var need = ref needs[cell.Column];
            foreach (var piece in cell.Cell.Content)
            {
                if (piece is not Run { Text: var text }) continue;
                var all = Width(text, advances);
                var least = Math.Max(need.OnOneLine, need.Parted);
                if (all <= least) continue;
                if (all <= onOneLine) need = need with { OnOneLine = all };
                else if (LongestBetweenSpaces(text, advances) > least)
                {
                    var (whole, parted) = LongestWords(text, isHead, breaks);
                    need = need with { Whole = Math.Max(need.Whole, whole), Parted = Math.Max(need.Parted, parted) };
                }
            }
        }
    }

    private static double[] Least((double Whole, double Parted)[] needs, double width, double cellSize, double padding)
    {
        var whole = needs.Select(n => n.Whole * cellSize + padding).ToArray();
        var parted = needs.Select(n => n.Parted * cellSize + padding).ToArray();
        return parted.Sum() < width ? Narrowed(parted, whole, width) : Narrowed(new double[parted.Length], parted, width);
    }

    /// <summary>The most that fits: the widest give way first, down to what they need at least, so that dates and codes stay whole.</summary>
    private static double[] Narrowed(double[] least, double[] most, double width)
    {
        if (most.Sum() <= width) return most;
        var (from, to) = (0.0, width);
        for (var i = 0; i < 40; i++)
        {
            var middle = (from + to) / 2;
            if (At(middle).Sum() > width) to = middle;
            else from = middle;
        }
        return [.. At(from)];

        IEnumerable<double> At(double widest) => most.Select((m, i) => Math.Clamp(widest, Math.Min(least[i], m), m));
    }

    private static double LongestBetweenSpaces(string text, double[] advances)
    {
        var longest = 0.0;
        foreach (var part in text.AsSpan().Split(' ')) longest = Math.Max(longest, Width(text.AsSpan(part), advances));
        return longest;
    }

    private static (double Whole, double Parted) LongestWords(string text, bool isBold, List<BreakOpportunity> breaks)
    {
        if (Known.TryGetValue((text, isBold), out var known)) return known;
        breaks.Clear();
        ThaiLexicon.Official.Find(text, breaks);
        var advances = isBold ? Bold : Regular;
        var found = (LongestWord(text, advances, breaks, BreakCost.Free), LongestWord(text, advances, breaks, BreakCost.Dear));
        if (text.Length > LongestText) return found;
        if (Known.Count >= MostTexts) Known.Clear();
        Known.TryAdd((text, isBold), found);
        return found;
    }

    private static double LongestWord(string text, double[] advances, List<BreakOpportunity> breaks, BreakCost most)
    {
        var (longest, start) = (0.0, 0);
        // กิจกรรมที่ ๑ asks for no more room than กิจกรรม.
        foreach (var end in breaks.Where(b => b.Cost <= most || (b.Cost == BreakCost.Dear && KeepTogether.IsOrdinal(text.AsSpan(b.Index)))).Select(b => b.Index).Append(text.Length))
        {
            longest = Math.Max(longest, Width(text.AsSpan(start, end - start).Trim(), advances));
            start = end;
        }
        return longest;
    }

    private static double Width(ReadOnlySpan<char> text, double[] advances)
    {
        var width = 0.0;
        foreach (var c in text) width += c < advances.Length ? advances[c] : 1;
        return width;
    }

    private static double[] Advances(FontFace face) =>
    [
        .. Enumerable.Range(0, 0x0E80).Select(c => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control
            ? 0 : face.Font.GetHorizontalGlyphAdvance(face.NominalGlyph(c)) / 1000.0),
    ];
}
