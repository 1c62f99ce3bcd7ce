using System.Text.Json.Serialization;

namespace Kalasin.Evaluation;

/// <summary>
/// A Thai fiscal year: 1 October of the year before to 30 September, both included, called by the Buddhist-era year it ends in.
/// Source: Budget Procedures Act B.E. 2561, section 4.
/// </summary>
public readonly record struct FiscalYear : IComparable<FiscalYear>
{
    /// <summary>The fiscal year called by a Buddhist-era year.</summary>
    /// <param name="buddhistYear">2400 to 2742 (C.E. 1857 to 2199).</param>
    /// <exception cref="ArgumentOutOfRangeException">Another year; often a Common Era year by mistake.</exception>
    [JsonConstructor]
    public FiscalYear(int buddhistYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(buddhistYear, First);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(buddhistYear, Last);
        BuddhistYear = buddhistYear;
    }

    private const int First = 2400;
    private const int Last = 2742;

    /// <summary>The Buddhist-era year, for example 2567.</summary>
    public int BuddhistYear { get; }

    /// <summary>First day: 1 October.</summary>
    public DateOnly Start => new(CommonYear - 1, 10, 1);

    /// <summary>Last day, included: 30 September.</summary>
    public DateOnly End => new(CommonYear, 9, 30);

    /// <summary>The four quarters in order.</summary>
    public IReadOnlyList<FiscalQuarter> Quarters => [Quarter(1), Quarter(2), Quarter(3), Quarter(4)];

    /// <summary>ปีงบประมาณ พ.ศ. ๒๕๖๗ / fiscal year B.E. 2567.</summary>
    public BilingualText Name => new(ThaiNumerals.ToThai($"ปีงบประมาณ พ.ศ. {BuddhistYear}"), $"fiscal year B.E. {BuddhistYear}");

    private int CommonYear => BuddhistYear - ThaiDate.EraOffset;

    /// <summary>The fiscal year that a date falls in.</summary>
    /// <param name="date">1 October 1856 to 30 September 2199.</param>
    /// <exception cref="ArgumentOutOfRangeException">A date outside that range.</exception>
    public static FiscalYear Containing(DateOnly date) => new(date.Year + ThaiDate.EraOffset + (date.Month >= 10 ? 1 : 0));

    /// <summary>One quarter.</summary>
    /// <param name="number">1 (October to December) to 4 (July to September).</param>
    public FiscalQuarter Quarter(int number) => new(this, number);

    /// <summary>Whether a date falls in this fiscal year.</summary>
    /// <param name="date">Any date.</param>
    public bool Contains(DateOnly date) => date >= Start && date <= End;

    /// <inheritdoc/>
    public int CompareTo(FiscalYear other) => BuddhistYear.CompareTo(other.BuddhistYear);

    /// <summary>The Buddhist-era year in Arabic digits: 2567.</summary>
    public override string ToString() => $"{BuddhistYear}";

    /// <summary>Earlier than.</summary>
    public static bool operator <(FiscalYear left, FiscalYear right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    public static bool operator >(FiscalYear left, FiscalYear right) => left.CompareTo(right) > 0;

    /// <summary>Earlier than or equal.</summary>
    public static bool operator <=(FiscalYear left, FiscalYear right) => left.CompareTo(right) <= 0;

    /// <summary>Later than or equal.</summary>
    public static bool operator >=(FiscalYear left, FiscalYear right) => left.CompareTo(right) >= 0;
}
