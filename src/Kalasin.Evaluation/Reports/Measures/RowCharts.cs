using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Charts;

namespace Kalasin.Evaluation.Reports.Measures;

/// <summary>Rows on a chart: month by month where they have a day, else by category. A single bar compares nothing and is no chart.</summary>
internal static class RowCharts
{
    private const int Fewest = 2, MostMonths = 12;

    // Letters that the names below all bars have room for together.
    private const int MostLetters = 90;

    private static readonly ChartScale PerCent = new(100, 20);

    /// <summary>How many rows, by month or by category; <see langword="null"/> where neither can be told.</summary>
    /// <param name="indicator">Whose rows.</param>
    /// <param name="what">What is counted, such as กิจกรรมที่นับได้.</param>
    /// <param name="unit">What it is counted in.</param>
    /// <param name="rows">The rows.</param>
    public static BarChart? Counts(Indicator indicator, string what, string unit, IReadOnlyCollection<RegisterRow> rows) =>
        ByMonth(indicator, what, unit, rows) ?? ByCategory(indicator, what, unit, rows);

    /// <summary>A share of each category in per cent; <see langword="null"/> where there are no categories, or one only has any.</summary>
    public static BarChart? Shares(Indicator indicator, Measurement measurement)
    {
        if (Categories(indicator) is not { } column) return null;
        var bars = column.Options.Select(o =>
        {
            var met = measurement.Counted.Count(r => Is(r.Row, column, o));
            var due = met + measurement.NotMet.Count(e => Is(e.Row.Row, column, o));
            return new Bar(o.Text.Thai, due == 0 ? null : decimal.Round(met * 100m / due, 2));
        }).ToImmutableArray();
        return !Fit(bars) || bars.Count(b => b.Value is not null) < Fewest ? null
            : new($"{indicator.ShortText.Thai}: ร้อยละ จำแนกตาม{Linked(column)}", column.Heading.Thai, "ร้อยละ", PerCent, 2, bars);
    }

    private static BarChart? ByMonth(Indicator indicator, string what, string unit, IReadOnlyCollection<RegisterRow> rows)
    {
        var column = indicator.Period?.Column ?? indicator.Register.Columns.FirstOrDefault(c => c.Type == ColumnType.Date && !c.Internal)?.Id;
        if (column is null) return null;
        var months = rows.Select(r => r[column]).OfType<DateValue>().Select(d => d.Date.Year * 12 + d.Date.Month - 1).ToList();
        if (months.Count == 0) return null;
        var (first, count) = (months.Min(), months.Max() - months.Min() + 1);
        if (count is < Fewest or > MostMonths) return null;
        var totals = Enumerable.Range(first, count).Select(month => (Month: month, Rows: months.Count(m => m == month))).ToList();
        return new(
            $"{indicator.ShortText.Thai}: {what} จำแนกตามเดือน", "เดือน", unit, ChartScale.For(totals.Max(t => t.Rows)), 0,
            [.. totals.Select(t => new Bar($"{ThaiDate.ShortMonths[t.Month % 12]} {ThaiNumerals.ToThai($"{(t.Month / 12 + 543) % 100:00}")}", t.Rows))]);
    }

    private static BarChart? ByCategory(Indicator indicator, string what, string unit, IReadOnlyCollection<RegisterRow> rows)
    {
        if (Categories(indicator) is not { } column) return null;
        ImmutableArray<Bar> bars = [.. column.Options.Select(o => new Bar(o.Text.Thai, rows.Count(r => Is(r, column, o))))];
        return !Fit(bars) || bars.Count(b => b.Value > 0) < Fewest ? null : new(
            $"{indicator.ShortText.Thai}: {what} จำแนกตาม{Linked(column)}", column.Heading.Thai, unit, ChartScale.For((int)bars.Max(b => b.Value)!), 0, bars);
    }

    /// <summary>The column of the table by category.</summary>
    private static Column? Categories(Indicator indicator) =>
        indicator.Register.Columns.FirstOrDefault(c => c is { Type: ColumnType.Choice, Internal: false, Options.Length: >= Fewest });

    private static bool Is(RegisterRow row, Column column, ChoiceOption option) => row[column.Id] is ChoiceValue value && value.Option == option.Id;

    private static bool Fit(ImmutableArray<Bar> bars) => bars.Max(b => b.Label.Length) * bars.Length <= MostLetters;

    private static string Linked(Column column) => CategoryTable.Linked(column.Heading.Thai);
}
