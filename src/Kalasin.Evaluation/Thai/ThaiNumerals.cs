using System.Globalization;
using System.Runtime.CompilerServices;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation;

/// <summary>Thai digits ๐–๙ and Arabic digits 0–9, and numbers written with them. Pure; independent of any culture.</summary>
public static class ThaiNumerals
{
    private const int Distance = '๐' - '0';

    private const int MostOnStack = 512;

    // Rows, pages and figures of reports: spelt once.
    private static readonly string?[] Small = new string?[1000];

    /// <summary>The text with every Arabic digit replaced by the Thai one; everything else untouched.</summary>
    /// <param name="text">Any text.</param>
    public static string ToThai(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAnyInRange('0', '9') ? Replace(text, '0', Distance) : text;
    }

    /// <summary>The text with every Thai digit replaced by the Arabic one; everything else untouched.</summary>
    /// <param name="text">Any text.</param>
    public static string ToArabic(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAnyInRange('๐', '๙') ? Replace(text, '๐', -Distance) : text;
    }

    /// <summary>A whole number in Thai digits with a comma between thousands: ๗,๘๔๙.</summary>
    /// <param name="value">Any number; a negative one starts with a hyphen-minus.</param>
    public static string Format(long value) => value is >= 0 and < 1000 ? Small[value] ??= ToThai(Arabic(value)) : ToThai(Arabic(value));

    /// <summary>A number in Thai digits with a comma between thousands and a fixed count of decimals: ๗๙.๔๗.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="decimals">How many decimals are shown, 0 to 28; the last one is rounded half away from zero.</param>
    public static string Format(decimal value, int decimals) => ToThai(Arabic(value, decimals));

    /// <summary>A whole number for a finding or explanation: Thai digits in Thai, Arabic digits in English.</summary>
    /// <param name="value">Any number.</param>
    public static BilingualText Number(long value) => new(Format(value), Arabic(value));

    /// <summary>A number with decimals for a finding or explanation: Thai digits in Thai, Arabic digits in English.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="decimals">How many decimals are shown, 0 to 28; the last one is rounded half away from zero.</param>
    public static BilingualText Number(decimal value, int decimals) => new(Format(value, decimals), Arabic(value, decimals));

    /// <summary>What is written with digits, such as a code or a list of numbers: Thai digits in Thai, Arabic digits in English.</summary>
    internal static BilingualText Digits(string text) => new(ToThai(text), text);

    /// <summary>A number with all the decimals it has.</summary>
    internal static BilingualText Exact(decimal value)
    {
        var text = value.ToString(value.Scale is 1 or 2 ? $"N{value.Scale}" : "#,##0.############################", CultureInfo.InvariantCulture);
        return Digits(text);
    }

    /// <summary>
    /// The text with Thai digits, except inside what a machine reads and a reader copies: e-mail addresses, links, file
    /// names, and worksheet cell addresses such as <c>D7</c> or <c>A1:B12</c>.
    /// </summary>
    /// <param name="text">Prose, for example one paragraph.</param>
    public static string ToThaiInProse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyInRange('0', '9')) return text;
        var isShort = text.Length <= MostOnStack;
        var verbatim = isShort ? stackalloc bool[text.Length] : new bool[text.Length];
        var thai = isShort ? stackalloc char[text.Length] : new char[text.Length];
        Verbatim.Mark(text, verbatim);
        for (var i = 0; i < text.Length; i++) thai[i] = char.IsAsciiDigit(text[i]) && !verbatim[i] ? (char)(text[i] + Distance) : text[i];
        return new(thai);
    }

    /// <summary>The same of a text that nobody else needs.</summary>
    internal static string ToThai(ref DefaultInterpolatedStringHandler text)
    {
        var thai = string.Create(text.Text.Length, text.Text, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++) target[i] = char.IsAsciiDigit(source[i]) ? (char)(source[i] + Distance) : source[i];
        });
        text.Clear();
        return thai;
    }

    // Most numbers are small, and those have neither sign nor comma.
    private static string Arabic(long value) =>
        value is >= 0 and < 1000 ? value.ToString(CultureInfo.InvariantCulture) : value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Arabic(decimal value, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 28);
        var rounded = decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
        return rounded.ToString($"N{decimals}", CultureInfo.InvariantCulture);
    }

    private static string Replace(string text, char zero, int distance) => string.Create(text.Length, (text, zero, distance), static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++)
        {
            var c = source.text[i];
            target[i] = c >= source.zero && c <= source.zero + 9 ? (char)(c + source.distance) : c;
        }
    });
}
