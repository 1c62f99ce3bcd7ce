using System.Text.Json.Serialization;

namespace Kalasin.Evaluation;

/// <summary>What a typed date was understood as: <see cref="Understood"/> or <see cref="NotUnderstood"/>, nothing else.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DateReading.Understood), "understood")]
[JsonDerivedType(typeof(DateReading.NotUnderstood), "notUnderstood")]
public abstract record DateReading
{
    private DateReading()
    {
    }

    /// <summary>The date, or null when none was understood.</summary>
    public DateOnly? Value => this is Understood understood ? understood.Date : null;

    /// <summary>A date was read.</summary>
    /// <param name="Date">The date.</param>
    /// <param name="Year">How its year was written, and so which era was assumed.</param>
    public sealed record Understood(DateOnly Date, YearForm Year) : DateReading;

    /// <summary>No date was read.</summary>
    /// <param name="Problem">Why.</param>
    public sealed record NotUnderstood(DateProblem Problem) : DateReading;
}

/// <summary>How the year of a date was written.</summary>
public enum YearForm
{
    /// <summary>Four digits, 2400 or later: Buddhist era.</summary>
    BuddhistEra,

    /// <summary>Two digits, taken as the Buddhist era's 2500–2599.</summary>
    TwoDigitBuddhistEra,

    /// <summary>Four digits, 1900 to 2199: Common Era.</summary>
    CommonEra,

    /// <summary>A spreadsheet's date value with a Common Era year, 1900 to 2199.</summary>
    ExcelSerial,

    /// <summary>A spreadsheet's date value whose year is 2400 or later: a Buddhist-era year was typed, 543 was taken off.</summary>
    ExcelSerialBuddhistEra,
}

/// <summary>Why a typed date was not understood.</summary>
public enum DateProblem
{
    /// <summary>Nothing but spaces.</summary>
    Empty,

    /// <summary>Not of a form that is read as a date.</summary>
    NotADate,

    /// <summary>Day and month without a year.</summary>
    YearMissing,

    /// <summary>A year of no era that is read: not two or four digits, 2200–2399, or one that contradicts the written era.</summary>
    YearUnclear,

    /// <summary>Of the form of a date, but the calendar has no such day: 31/2/2567, 15/13/2567.</summary>
    NotInCalendar,

    /// <summary>The written weekday is not the weekday of that date.</summary>
    WeekdayDisagrees,
}
