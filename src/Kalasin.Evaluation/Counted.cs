using System.Globalization;

namespace Kalasin.Evaluation;

/// <summary>
/// A number with the English word for what it counts, which Thai says in one form: in a text the hole <c>{0:row|rows}</c> reads 1 row or
/// 2 rows, and <c>{0:row is|rows are}</c> keeps a verb with it. In texts of findings every argument can stand so.
/// </summary>
/// <param name="Number">The number as the text shows it.</param>
internal readonly record struct Counted(string Number) : IFormattable
{
    /// <summary>A number that is written already.</summary>
    public static Counted Of(BilingualText number) => new(number.English);

    /// <summary>A number of things.</summary>
    public static Counted Of(long number) => new(number.ToString("#,0", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => Number;

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        format?.Split('|') is [var one, var many] ? $"{Number} {(Number == "1" ? one : many)}" : Number;
}
