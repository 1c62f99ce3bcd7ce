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
    /// <param name="language">Of its words; Thai where others have no room.</param>
    public static BarChart? Counts(Indicator indicator, BilingualText what, BilingualText unit, IReadOnlyCollection<RegisterRow> rows, Language language) =>
        ByMonth(indicator, what, unit, rows, language) ?? ByCategory(indicator, what, unit, rows, language);

    /// <summary>A share of each category in per cent; <see langword="null"/> where there are no categories, or one only has any.</summary>
    public static BarChart? Shares(Indicator indicator, Measurement measurement, Language language)
    {
        if (Categories(indicator) is not { } column) return null;
        return OfCategories(column, language, bars => bars.Count(b => b.Value is not null) < Fewest ? null : PerCent, option =>
        {
            var met = measurement.Counted.Count(r => Is(r.Row, column, option));
            var due = met + measurement.NotMet.Count(e => Is(e.Row.Row, column, option));
            return due == 0 ? null : decimal.Round(met * 100m / due, 2);
        }, new($"{indicator.ShortText.Thai}: ร้อยละ จำแนกตาม{Linked(column)}", $"{indicator.ShortText.English}: per cent by {column.Heading.English}"), new("ร้อยละ", "per cent"), 2);
    }

    private static BarChart? ByMonth(Indicator indicator, BilingualText what, BilingualText unit, IReadOnlyCollection<RegisterRow> rows, Language language)
    {
        var column = indicator.Period?.Column ?? indicator.Register.Columns.FirstOrDefault(c => c.Type == ColumnType.Date && !c.Internal)?.Id;
        if (column is null) return null;
        var months = rows.Select(r => r[column]).OfType<DateValue>().Select(d => d.Date.Year * 12 + d.Date.Month - 1).ToList();
        if (months.Count == 0) return null;
        var (first, count) = (months.Min(), months.Max() - months.Min() + 1);
        if (count is < Fewest or > MostMonths) return null;
        var totals = Enumerable.Range(first, count).Select(month => (Month: month, Rows: months.Count(m => m == month))).ToList();
        return new(
            new BilingualText($"{indicator.ShortText.Thai}: {what.Thai} จำแนกตามเดือน", $"{indicator.ShortText.English}: {what.English}, by month").In(language),
            new BilingualText("เดือน", "month").In(language), unit.In(language), ChartScale.For(totals.Max(t => t.Rows)), 0,
            [.. totals.Select(t => new Bar(MonthOf(t.Month).In(language), t.Rows))]) { Language = language };
    }

    private static BarChart? ByCategory(Indicator indicator, BilingualText what, BilingualText unit, IReadOnlyCollection<RegisterRow> rows, Language language) =>
        Categories(indicator) is not { } column ? null : OfCategories(
            column, language, bars => bars.Count(b => b.Value > 0) < Fewest ? null : ChartScale.For((int)bars.Max(b => b.Value)!), option => rows.Count(r => Is(r, column, option)),
            new($"{indicator.ShortText.Thai}: {what.Thai} จำแนกตาม{Linked(column)}", $"{indicator.ShortText.English}: {what.English}, by {column.Heading.English}"), unit, 0);

    /// <summary>A bar for each option of a column; in Thai where the names in another language have no room.</summary>
    private static BarChart? OfCategories(
        Column column, Language language, Func<ImmutableArray<Bar>, ChartScale?> scaleOf, Func<ChoiceOption, decimal?> value, BilingualText title, BilingualText values, int decimals)
    {
        var bars = BarsIn(language);
        if (!Fit(bars)) (language, bars) = (Language.Thai, BarsIn(Language.Thai));
        return Fit(bars) && scaleOf(bars) is { } scale ? new(title.In(language), column.Heading.In(language), values.In(language), scale, decimals, bars) { Language = language } : null;

        ImmutableArray<Bar> BarsIn(Language of) => [.. column.Options.Select(o => new Bar(o.Text.In(of), value(o)))];
    }

    /// <summary>A month counted from the year 0: พ.ค. ๖๗ / May 24.</summary>
    private static BilingualText MonthOf(int month) => new(
        $"{ThaiDate.ShortMonths[month % 12]} {ThaiNumerals.ToThai($"{(month / 12 + 543) % 100:00}")}", $"{ThaiDate.EnglishMonths[month % 12][..3]} {month / 12 % 100:00}");

    /// <summary>The column of the table by category.</summary>
    private static Column? Categories(Indicator indicator) =>
        indicator.Register.Columns.FirstOrDefault(c => c is { Type: ColumnType.Choice, Internal: false, Options.Length: >= Fewest });

    private static bool Is(RegisterRow row, Column column, ChoiceOption option) => row[column.Id] is ChoiceValue value && value.Option == option.Id;

    private static bool Fit(ImmutableArray<Bar> bars) => bars.Max(b => b.Label.Length) * bars.Length <= MostLetters;

    private static string Linked(Column column) => CategoryTable.Linked(column.Heading.Thai);
}
