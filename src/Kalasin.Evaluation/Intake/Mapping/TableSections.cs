using System.Collections.Immutable;
using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>A table, or the stretch of one, that is about one indicator.</summary>
/// <param name="Table">The rows.</param>
/// <param name="Indicator">Which; <see langword="null"/> when nothing in it says so.</param>
internal sealed record TableSection(RawTable Table, IndicatorNumber? Indicator)
{
    /// <summary>
    /// Parts a table where titles of several indicators stand in it one below the other, each over rows of more than one cell. What stands
    /// above the first title belongs to it. A table that is named by an indicator is about that one, whatever stands in it.
    /// </summary>
    public static ImmutableArray<TableSection> Of(RawTable table)
    {
        if (IndicatorOfTable.In(table.Name) is { } named) return [new(table, named)];
        var titles = Titles(table.Rows);
        if (titles.Count == 0) return [new(table, table.Name.Length > 0 ? IndicatorOfTable.Find(table) : null)];
        return
        [
            .. titles.Select((title, n) =>
            {
                var (from, to) = (n == 0 ? 0 : title.At, n + 1 < titles.Count ? titles[n + 1].At : table.Rows.Length);
                return new TableSection(from == 0 && to == table.Rows.Length ? table : table with { Rows = table.Rows[from..to] }, title.Indicator);
            }),
        ];
    }

    /// <summary>Characters of the words before a colon.</summary>
    private const int LongestNumber = 40;

    private static List<(int At, IndicatorNumber Indicator)> Titles(ImmutableArray<RawRow> rows)
    {
        var titles = new List<(int At, IndicatorNumber Indicator)>();
        var (hasBody, isInText) = (true, false);
        for (var i = 0; i < rows.Length; i++)
        {
            var first = rows[i].Cells[0];
            if (TableParts.PartOf(first) is { } part) isInText = IsText(part);
            var title = first.Kind == RawKind.Text && IndicatorOfTable.MayBeTitle(first.Text) && (!isInText || IsHeading(first.Text))
                ? IndicatorOfTable.In(first.Text)
                : null;
            if (title is { } indicator)
            {
                // A title over nothing is a mention.
                if (!hasBody) titles.RemoveAt(titles.Count - 1);
                if (titles.Count > 0 && titles[^1].Indicator == indicator) continue;
                titles.Add((i, indicator));
                (hasBody, isInText) = (false, false);
            }
            else hasBody |= rows[i].Cells.Length > 1;
        }
        if (!hasBody && titles.Count > 0) titles.RemoveAt(titles.Count - 1);
        return titles;
    }

    /// <summary>Under such a label people write sentences, which may begin with another indicator.</summary>
    private static bool IsText(FormPart part) =>
        part is FormPart.NilReason or FormPart.Explanation or FormPart.Results or FormPart.SuccessFactors or FormPart.Obstacles or FormPart.Suggestions;

    /// <summary>ตัวชี้วัดที่ ๔ : งานสาธารณสุข, with a colon behind the number.</summary>
    private static bool IsHeading(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and < LongestNumber;
}
