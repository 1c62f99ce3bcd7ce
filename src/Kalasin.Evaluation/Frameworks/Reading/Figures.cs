using System.Globalization;

namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>Numbers in findings: Thai digits in the Thai text.</summary>
internal static class Figures
{
    public static BilingualText Of(int number) => ThaiNumerals.Number(number);

    public static BilingualText Of(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return new(ThaiNumerals.ToThai(text), text);
    }

    public static BilingualText Of(IndicatorNumber number) => new(ThaiNumerals.ToThai(number.Value), number.Value);

    public static BilingualText Of(DateOnly date) => ThaiDate.BilingualShort(date);
}
