using System.Collections.Immutable;

namespace Kalasin.Evaluation.Documents.Excel;

/// <summary>
/// Where pages of a sheet end so that no section is torn that would fit onto a page: by estimate, as heights of rows are. What is longer than a
/// page begins on a new one unless most of the last is still free.
/// </summary>
internal static class PageBreaks
{
    private const double PointsPerCharacter = 6;
    private const double LongSide = 755, ShortSide = 523, WideLongSide = 770, WideShortSide = 509;

    // Fonts that stand in are taller, and programs round.
    private const double Safe = 0.92;

    /// <summary>Rows that a new page begins with.</summary>
    /// <param name="sheet">The sheet, with its print setup.</param>
    /// <param name="starts">First rows of its sections, ascending.</param>
    public static ImmutableArray<int> Of(Sheet sheet, IReadOnlyList<int> starts)
    {
        var (wide, high) = sheet.Print.Landscape ? (WideLongSide, WideShortSide) : (ShortSide, LongSide);
        var scale = Math.Min(1, wide / (PointsPerCharacter * sheet.ColumnWidths.Sum()));
        var (page, fit) = (high / scale * Safe, new RowFit(sheet));
        double Height(int from, int to) => Enumerable.Range(from, to - from).Sum(r => sheet.Rows[r - 1].Height ?? fit.HeightOf(r, sheet.Rows[r - 1]));
        var breaks = ImmutableArray.CreateBuilder<int>();
        var used = Height(1, starts.Count > 0 ? starts[0] : sheet.Rows.Length + 1);
        for (var s = 0; s < starts.Count; s++)
        {
            var height = Height(starts[s], s + 1 < starts.Count ? starts[s + 1] : sheet.Rows.Length + 1);
            if (used + height > page && (height <= page || used > page / 2))
            {
                breaks.Add(starts[s]);
                used = 0;
            }
            used = used + height <= page ? used + height : (used + height) % page;
        }
        return breaks.ToImmutable();
    }
}
