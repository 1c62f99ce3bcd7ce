using System.Globalization;

namespace Kalasin.Functions.SignedCopies;

/// <summary>Pages of a file that follow each other.</summary>
/// <param name="First">1 for the first of the file.</param>
/// <param name="Last">Not before the first.</param>
internal readonly record struct PageRange(int First, int Last)
{
    public int Count => Last - First + 1;

    /// <summary>What the child is told: <c>1-3,5-5</c>.</summary>
    public static string Write(IEnumerable<PageRange> ranges) =>
        string.Join(',', ranges.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.First}-{r.Last}")));

    /// <returns>Null where it says something else.</returns>
    public static IReadOnlyList<PageRange>? Read(string text)
    {
        var ranges = new List<PageRange>();
        foreach (var part in text.Split(','))
        {
            if (part.Split('-') is not [var first, var last] || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
                || !int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to) || from < 1 || to < from)
                return null;
            ranges.Add(new(from, to));
        }
        return ranges;
    }
}
