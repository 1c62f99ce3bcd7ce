using System.Globalization;

namespace Kalasin.Evaluation.Documents;

/// <summary>
/// Widths of columns for every writer: the shares asked for, but no column narrower than the longest word of its head or
/// than a short text that wants one line (a date, a code, a number), as far as the table has room. Widths are estimated from
/// clusters, so that Word and PDF come to the same without measuring a font.
/// </summary>
internal static class TableWidths
{
    /// <summary>Texts up to so many clusters want one line.</summary>
    private const int ShortText = 13;

    /// <summary>Mean advance of a cluster of Sarabun, in em.</summary>
    private const double Em = 0.56;

    /// <summary>Words of heads are bold, and so much wider at most.</summary>
    private const double Bold = 1.12;

    /// <summary>Thai digits are wider than letters by so much.</summary>
    private const double Digit = 1.24;

    private const double Padding = 9;

    /// <summary>Share of cell text in the size of body text: 14 of 16 points, 12 where the table is dense.</summary>
    public static double CellScale(Table table) => table.Dense ? 12.0 / 16 : 14.0 / 16;

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
        var least = new double[table.Columns.Length];
        var breaks = new List<BreakOpportunity>();
        Require(head, text => LongestWord(text, breaks) * Bold);
        Require(body, text => text.Length <= ShortText * 2 && Clusters(text, digit: 1) <= ShortText ? Clusters(text) : 0);

        var needed = least.Sum();
        if (needed >= width) return [.. least.Select(l => l * width / needed)];
        // A column below its least takes what it lacks from the others, in proportion to what they have to spare.
        var widths = table.Columns.Select(c => width * c.Share / sum).ToArray();
        var lacking = Enumerable.Range(0, widths.Length).Sum(i => Math.Max(0, least[i] - widths[i]));
        var spare = Enumerable.Range(0, widths.Length).Sum(i => Math.Max(0, widths[i] - least[i]));
        for (var i = 0; i < widths.Length; i++)
            widths[i] = widths[i] < least[i] ? least[i] : widths[i] - (spare == 0 ? 0 : lacking * (widths[i] - least[i]) / spare);
        return widths;

        void Require(TableGrid grid, Func<string, double> clusters)
        {
            foreach (var cell in grid.Cells)
            {
                if (cell.Continued || cell.Cell.ColumnSpan > 1 || cell.Cell.Content is not [Run run]) continue;
                var n = clusters(run.Text);
                if (n > 0) least[cell.Column] = Math.Max(least[cell.Column], n * Em * cellSize + padding);
            }
        }
    }

    private static double LongestWord(string text, List<BreakOpportunity> breaks)
    {
        breaks.Clear();
        ThaiLexicon.Official.Find(text, breaks);
        var (longest, start) = (0.0, 0);
        foreach (var end in breaks.Where(b => b.Cost == BreakCost.Free).Select(b => b.Index).Append(text.Length))
        {
            longest = Math.Max(longest, Clusters(text.AsSpan(start, end - start).Trim()));
            start = end;
        }
        return longest;
    }

    /// <summary>Characters that take room of their own: marks above and below don't.</summary>
    private static double Clusters(ReadOnlySpan<char> text, double digit = Digit)
    {
        var n = 0.0;
        foreach (var c in text)
            if (char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)) n += c is >= '๐' and <= '๙' ? digit : 1;
        return n;
    }
}
