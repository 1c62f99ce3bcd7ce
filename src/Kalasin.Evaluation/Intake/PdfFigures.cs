using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kalasin.Evaluation.Intake;

/// <summary>The figures of a return held against the text of the PDF that was made of it: every number and day that stands in its rows and facts has to stand in the PDF.</summary>
/// <param name="Compared">How many figures there are.</param>
/// <param name="Missing">Those that the PDF doesn't have, with their rows.</param>
/// <param name="Others">Numbers of the PDF that the return doesn't have, where some of its own are missing.</param>
internal sealed partial record PdfFigures(int Compared, ImmutableArray<BilingualText> Missing, ImmutableArray<string> Others)
{
    /// <summary>Most figures that are compared, and that are named.</summary>
    private const int MostCompared = 5_000, MostNamed = 8;

    private static readonly Regex WrittenDays = new(
        $"[0-9]+(?:{string.Join('|', ThaiDate.Months.Concat(ThaiDate.ShortMonths).Select(m => Regex.Escape(ThaiText.Normalise(m.Replace(" ", "", StringComparison.Ordinal)))))}|/[0-9]+/)[0-9]+",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    /// <param name="text">What stands in the PDF.</param>
    /// <param name="read">The return.</param>
    public static PdfFigures Of(Standing text, Return read)
    {
        var numbers = text.Numbers;
        var own = Own(read).Take(MostCompared).ToList();
        var missing = own.Where(f => f.Day is { } day ? !Written(day).Any(text.Days.Contains) : !numbers.Contains(f.Number)).ToList();
        var known = own.Select(f => f.Number).Concat(own.Where(f => f.Day is not null).SelectMany(f => PartsOf(f.Day!.Value))).ToHashSet();
        // Numbers of rows, of parts of the form, of pages and years stand in every printed form.
        var others = missing.Count == 0 ? [] : numbers.Where(n => !known.Contains(n) && n > read.Rows.Length + 20 && n is < 2_400 or > 2_700).Order().Take(MostNamed)
            .Select(n => n.ToString("#,##0.##", CultureInfo.InvariantCulture));
        return new(own.Count, [.. missing.DistinctBy(f => (f.Number, f.Day, f.Row)).Take(MostNamed).Select(f => f.InWords)], [.. others]);
    }

    /// <summary>Blanks are left out, since PDFs set them where they like, but not where they keep two numbers apart.</summary>
    private static string WithoutBlanks(string text)
    {
        var dense = new StringBuilder(text.Length);
        var isParted = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                isParted = true;
                continue;
            }
            if (isParted && char.IsAsciiDigit(c) && dense.Length > 0 && char.IsAsciiDigit(dense[^1])) dense.Append(' ');
            isParted = false;
            dense.Append(c);
        }
        return dense.ToString();
    }

    private static IEnumerable<Figure> Own(Return read) =>
        read.Facts.Values.SelectMany(v => Of(v, 0)).Concat(read.Rows.SelectMany(r => r.Values.Values.SelectMany(v => Of(v, r.Number))));

    private static IEnumerable<Figure> Of(CellValue value, int row) => value switch
    {
        NumberValue number => [new(number.Number, null, row)],
        DateValue date => [new(0, date.Date, row)],
        TextValue text => NumbersOf(ThaiNumerals.ToArabic(text.Text)).Select(n => new Figure(n, null, row)),
        _ => [],
    };

    private static IEnumerable<decimal> NumbersOf(string text) =>
        Digits().Matches(text).Select(m => decimal.TryParse(m.Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : (decimal?)null)
            .OfType<decimal>();

    private static IEnumerable<decimal> PartsOf(DateOnly day) => [day.Day, day.Month, day.Year, ThaiDate.BuddhistYear(day), ThaiDate.BuddhistYear(day) % 100];

    /// <summary>A day in the ways that forms and officers write it, without blanks.</summary>
    private static IEnumerable<string> Written(DateOnly day)
    {
        var (era, small) = (ThaiDate.BuddhistYear(day), (ThaiDate.BuddhistYear(day) % 100).ToString("00", CultureInfo.InvariantCulture));
        foreach (var month in (string[])[ThaiDate.Months[day.Month - 1], ThaiDate.ShortMonths[day.Month - 1].Replace(" ", "", StringComparison.Ordinal)])
            foreach (var year in (string[])[$"{era}", small])
                yield return ThaiText.Normalise($"{day.Day}{month}{year}");
        foreach (var year in (string[])[$"{era}", small, $"{day.Year}"])
        {
            yield return $"{day.Day}/{day.Month}/{year}";
            yield return string.Create(CultureInfo.InvariantCulture, $"{day.Day:00}/{day.Month:00}/{year}");
        }
    }

    /// <summary>What stands in a text: its numbers, and its days as they are written, without blanks.</summary>
    public sealed record Standing(IReadOnlySet<decimal> Numbers, IReadOnlySet<string> Days)
    {
        public static Standing In(string text)
        {
            var flat = ThaiNumerals.ToArabic(ThaiText.Normalise(text));
            return new(NumbersOf(flat).ToHashSet(), WrittenDays.Matches(WithoutBlanks(flat)).Select(m => m.Value).ToHashSet(StringComparer.Ordinal));
        }
    }

    private sealed record Figure(decimal Number, DateOnly? Day, int Row)
    {
        public BilingualText InWords
        {
            get
            {
                var what = Day is { } day ? ThaiDate.BilingualShort(day) : ThaiNumerals.Digits(Number.ToString("#,##0.####", CultureInfo.InvariantCulture));
                return Row == 0 ? what : new($"{what.Thai} (แถวที่ {ThaiNumerals.Format(Row)})", $"{what.English} (row {Row.ToString(CultureInfo.InvariantCulture)})");
            }
        }
    }

    [GeneratedRegex(@"[0-9][0-9,]*(\.[0-9]+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
