using System.Globalization;
using System.Text.RegularExpressions;
using Kalasin.Evaluation.Intake.Containers;
using static Kalasin.Evaluation.Intake.CellFindings;

namespace Kalasin.Evaluation.Intake.Mapping;

/// <summary>Reads numbers: Thai or Arabic digits, commas between thousands, a percentage where the most is 100, a counting word before or behind.</summary>
internal static partial class NumberCells
{
    /// <summary>Largest number of a column that names no limit: sums of any rows stay exact.</summary>
    private const decimal Most = 999_999_999_999_999m;

    public static CellValue Read(Column column, RawCell cell, CellNotes notes)
    {
        if (Parse(cell) is not { } parsed) return Unread(cell, notes, NotANumber, column.Heading, Quote());
        var (number, isExact) = parsed;
        var isPercentage = cell.Kind == RawKind.Percent || (cell.Kind == RawKind.Text && Percentage().IsMatch(cell.Text));
        if (isPercentage && column.Maximum != 100) return Unread(cell, notes, PercentInCount, column.Heading, Quote());
        if ((column.Maximum ?? Most) is var most && number > most)
        {
            return WithDecimalPoint(cell, number, column) is { } meant
                ? Unread(cell, notes, DecimalPointMissing, column.Heading, Quote(), Words.Number(most), meant)
                : Unread(cell, notes, TooLarge, column.Heading, Quote(), Words.Number(most));
        }
        if ((column.Minimum ?? -Most) is var least && number < least) return Unread(cell, notes, TooSmall, column.Heading, Quote(), Words.Number(least));
        if (!isExact) notes.Say(NumberUnderstood, column.Heading, Quote(), Words.Number(number));
        return new NumberValue(number);

        // A percentage as its cell shows it: 0.5 is seen as 50%.
        BilingualText Quote() => cell.Kind == RawKind.Percent
            ? (double.Parse(cell.Text, CultureInfo.InvariantCulture) * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%"
            : Words.Quote(cell.Text);
    }

    /// <summary>Whether a number can be read from a cell, whatever its bounds.</summary>
    public static bool IsNumber(RawCell cell) => Parse(cell) is not null;

    private static (decimal Number, bool IsExact)? Parse(RawCell cell)
    {
        switch (cell.Kind)
        {
            case RawKind.Number when IsShortWhole(cell.Number):
                cell.PayFor(1);
                return ((long)cell.Number, true);
            case RawKind.Number:
                return decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain) ? (plain, true) : null;
            case RawKind.Percent:
                return decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && Math.Abs(share) < 1_000_000
                    ? (share * 100, false)
                    : null;
            case RawKind.Text:
                var match = Typed().Match(ThaiNumerals.ToArabic(ThaiText.Normalise(cell.Text)));
                var digits = match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
                return match.Success && !Vague().IsMatch(match.Groups["word"].Value)
                    && decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var typed)
                    ? (typed, match.Groups["word"].Length == 0 && match.Groups["before"].Length == 0)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>Whether its digits in the shortest form are those of a whole number, so that no text need be made and read; a zero below zero keeps its sign there.</summary>
    private static bool IsShortWhole(double number) =>
        Math.Abs(number) <= (double)Most && number == Math.Truncate(number) && !(number == 0 && double.IsNegative(number));

    /// <summary>The number with one decimal point put in, when it had none and that brings it within the bounds: 850 → 85.0.</summary>
    private static BilingualText? WithDecimalPoint(RawCell cell, decimal number, Column column)
    {
        if (column.Maximum is null || number != decimal.Truncate(number) || cell.Text.Contains('.', StringComparison.Ordinal)) return null;
        var (meant, decimals) = (number, 0);
        while (meant > column.Maximum) (meant, decimals) = (meant / 10, decimals + 1);
        return decimals <= 2 && !(meant < column.Minimum) ? ThaiNumerals.Number(meant, decimals) : null;
    }

    private static UnreadValue Unread(RawCell cell, CellNotes notes, FindingKind kind, params ReadOnlySpan<BilingualText> arguments)
    {
        notes.Say(kind, arguments);
        return new(ThaiText.Normalise(cell.Text));
    }

    [GeneratedRegex(
        @"^(?<before>(ร้อยละ|จำนวน) ?)?(?<number>[-+]? ?([0-9]{1,3}([, ][0-9]{3})+|[0-9]{1,20})(\.[0-9]{1,10})?|[-+]?\.[0-9]{1,10}) ?%?( ?(?<word>\p{L}[\p{L}\p{M}. ]*))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Typed();

    /// <summary>Words that make another number of the digits, or no certain one: ๑.๕ ล้าน, ๑๒ กว่าแห่ง.</summary>
    [GeneratedRegex(@"^(สิบ|ร้อย(?!ละ)|พัน|หมื่น|แสน|ล้าน|โหล|กว่า|เศษ|ขึ้นไป|โดยประมาณ|ครึ่ง|[kKmM]$|million|thousand|hundred|dozen)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Vague();

    [GeneratedRegex(@"%|ร้อยละ|เปอร์เซ็นต์|เปอร์เซนต์|percent", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Percentage();
}
