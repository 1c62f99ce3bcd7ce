using Kalasin.Evaluation.Intake.Containers;
using Kalasin.Evaluation.Thai;
using static Kalasin.Evaluation.Intake.CellFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Reads dates: typed, as spreadsheet dates, and as spreadsheet dates with a Buddhist-era year.</summary>
internal sealed class DateCells(ReadingScope scope)
{
    /// <summary>Years before and after the framework's fiscal year that a date may lie in.</summary>
    private const int YearsAround = 3;

    public CellValue Read(RawCell cell, CellNotes notes)
    {
        var reading = cell.Kind switch
        {
            RawKind.Date or RawKind.Number => Serial(cell.Days),
            RawKind.Text => ThaiDateReader.Read(cell.Text),
            _ => new DateReading.NotUnderstood(DateProblem.NotADate),
        };
        if (reading is not DateReading.Understood && cell.Kind == RawKind.Text && ThaiDateRange.Read(cell.Text) is { } range)
        {
            // Reported as one row, it began on its first day.
            reading = new DateReading.Understood(range.First, YearForm.BuddhistEra);
            if (!IsOutside(range.First)) notes.Say(RangeUnderstood, Quote(), ThaiDate.Bilingual(range.First));
        }
        if (reading is not DateReading.Understood { Date: var date } understood)
            return Unread(cell, notes, KindOf(((DateReading.NotUnderstood)reading).Problem), Quote());
        if (cell.Kind == RawKind.Number && IsOutside(date)) return Unread(cell, notes, NotADate, Quote());
        if (IsOutside(date))
            return Suggested(date, understood.Year) is { } year
                ? Unread(cell, notes, YearOutside, Shown(date), ThaiNumerals.Digits($"{year}"))
                : Unread(cell, notes, FarAway, Shown(date));
        if (cell.Kind == RawKind.Number) notes.Say(DateUnderstood, Quote(), ThaiDate.Bilingual(date));
        else if (understood.Year == YearForm.ExcelSerialBuddhistEra) notes.SayOnce(BuddhistYears, Quote(), ThaiDate.Bilingual(date));
        if (date > scope.Today) SayFuture(cell, date, notes);
        return new DateValue(date);

        BilingualText Quote() => cell.Kind == RawKind.Date ? Typed(cell) : Words.Quote(cell.Text);
    }

    /// <summary>A spreadsheet date in a text column, as text.</summary>
    public static string Shown(RawCell cell) =>
        Serial(cell.Days).Value is { } date ? date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : cell.Text;

    private static DateReading Serial(double serial) => ThaiDateReader.FromExcelSerial(serial, date1904: false);

    private bool IsOutside(DateOnly date) => Math.Abs(ThaiDate.BuddhistYear(date) - scope.Rules.Framework.FiscalYear) > YearsAround;

    /// <summary>The nearest year in range that the typed one is a slip of.</summary>
    private int? Suggested(DateOnly date, YearForm form)
    {
        // 24 for 2024: two digits of the common era are likelier than a slip of two of the Buddhist era.
        if (form == YearForm.TwoDigitBuddhistEra && ThaiDate.BuddhistYear(date) - 2500 + 2000 + ThaiDate.EraOffset is var common
            && Math.Abs(common - scope.Rules.Framework.FiscalYear) <= YearsAround) return common;
        var typed = $"{ThaiDate.BuddhistYear(date)}";
        for (var away = 0; away <= YearsAround; away++)
            foreach (var year in (ReadOnlySpan<int>)[scope.Rules.Framework.FiscalYear - away, scope.Rules.Framework.FiscalYear + away])
                if ($"{year}" is var text && text.Length == typed.Length && IsSlip(text, typed)) return year;
        return null;
    }

    /// <summary>One digit mistyped, or two neighbours swapped: 2667 and 2657 for 2567.</summary>
    private static bool IsSlip(string year, string typed)
    {
        var differing = Enumerable.Range(0, year.Length).Where(i => year[i] != typed[i]).ToList();
        return differing.Count == 1
            || (differing is [var first, var second] && second == first + 1 && year[first] == typed[second] && year[second] == typed[first]);
    }

    private void SayFuture(RawCell cell, DateOnly date, CellNotes notes)
    {
        var quote = cell.Kind == RawKind.Text ? Words.Quote(cell.Text) : Typed(cell);
        var isSwappable = date.Day <= 12 && date.Day != date.Month;
        if (isSwappable && new DateOnly(date.Year, date.Day, date.Month) is var swapped && swapped <= scope.Today)
            notes.Say(FutureOrSwapped, quote, ThaiDate.Bilingual(date), ThaiDate.Bilingual(swapped));
        else notes.Say(Future, quote, ThaiDate.Bilingual(date));
    }

    /// <summary>A spreadsheet date as its cell shows it: day/month/year, the year as it was typed.</summary>
    private static BilingualText Typed(RawCell cell) => Serial(cell.Days) is DateReading.Understood { Date: var date, Year: var era }
        ? $"{date.Day}/{date.Month}/{(era == YearForm.ExcelSerialBuddhistEra ? ThaiDate.BuddhistYear(date) : date.Year)}"
        : cell.Text;

    private static FindingKind KindOf(DateProblem problem) => problem switch
    {
        DateProblem.NotInCalendar => NotInCalendar,
        DateProblem.YearMissing or DateProblem.YearUnclear => YearUnclear,
        DateProblem.WeekdayDisagrees => WeekdayDisagrees,
        _ => NotADate,
    };

    private static BilingualText Shown(DateOnly date) =>
        new(ThaiNumerals.ToThai($"{date.Day} {ThaiDate.ShortMonths[date.Month - 1]} {ThaiDate.BuddhistYear(date)}"), ThaiDate.Bilingual(date).English);

    private static UnreadValue Unread(RawCell cell, CellNotes notes, FindingKind kind, params ReadOnlySpan<BilingualText> arguments)
    {
        notes.Say(kind, arguments);
        return new(ThaiText.Normalise(cell.Text));
    }
}
