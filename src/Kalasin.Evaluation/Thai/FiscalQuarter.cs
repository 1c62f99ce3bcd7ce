using System.Text.Json.Serialization;

namespace Kalasin.Evaluation;

/// <summary>Three months of a fiscal year: quarter 1 is October to December, quarter 4 July to September.</summary>
public readonly record struct FiscalQuarter
{
    /// <summary>A quarter of a fiscal year.</summary>
    /// <param name="year">The fiscal year.</param>
    /// <param name="number">1 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another number.</exception>
    [JsonConstructor]
    public FiscalQuarter(FiscalYear year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        (Year, Number) = (year, number);
    }

    /// <summary>The fiscal year.</summary>
    public FiscalYear Year { get; }

    /// <summary>1 to 4.</summary>
    public int Number { get; }

    /// <summary>First day.</summary>
    public DateOnly Start => Year.Start.AddMonths(3 * (Number - 1));

    /// <summary>Last day, included.</summary>
    public DateOnly End => Start.AddMonths(3).AddDays(-1);

    /// <summary>ไตรมาส ๒/๒๕๖๗ / quarter 2/2567.</summary>
    public BilingualText Name => new(ThaiNumerals.ToThai($"ไตรมาส {Number}/{Year}"), $"quarter {Number}/{Year}");

    /// <summary>Whether a date falls in this quarter.</summary>
    /// <param name="date">Any date.</param>
    public bool Contains(DateOnly date) => date >= Start && date <= End;

    /// <summary>2/2567.</summary>
    public override string ToString() => $"{Number}/{Year}";
}
