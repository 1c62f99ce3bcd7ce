using System.Text.Json.Serialization;

namespace Kalasin.Evaluation;

/// <summary>What a cell or fact was understood to say. Closed family; a cell left blank has no value at all.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TextValue), "text")]
[JsonDerivedType(typeof(NumberValue), "number")]
[JsonDerivedType(typeof(DateValue), "date")]
[JsonDerivedType(typeof(ChoiceValue), "choice")]
[JsonDerivedType(typeof(FlagValue), "flag")]
[JsonDerivedType(typeof(AuthorityValue), "authority")]
[JsonDerivedType(typeof(UnitValue), "unit")]
[JsonDerivedType(typeof(UnreadValue), "unread")]
public abstract record CellValue
{
    private protected CellValue() { }
}

/// <summary>Text, normalised in form but not in wording.</summary>
/// <param name="Text">The text; not empty.</param>
public sealed record TextValue(string Text) : CellValue;

/// <summary>A number, exactly as typed: never rounded.</summary>
/// <param name="Number">The number.</param>
public sealed record NumberValue(decimal Number) : CellValue;

/// <summary>A day.</summary>
/// <param name="Date">The day.</param>
public sealed record DateValue(DateOnly Date) : CellValue;

/// <summary>An option of a choice column.</summary>
/// <param name="Option">The option's id.</param>
public sealed record ChoiceValue(string Option) : CellValue;

/// <summary>Yes or no.</summary>
/// <param name="Yes">ใช่.</param>
public sealed record FlagValue(bool Yes) : CellValue;

/// <summary>A local authority.</summary>
/// <param name="Code">Its code.</param>
public sealed record AuthorityValue(AuthorityCode Code) : CellValue;

/// <summary>A unit of the plan.</summary>
/// <param name="Code">Its code.</param>
public sealed record UnitValue(UnitCode Code) : CellValue;

/// <summary>Something that could not be understood; a finding says why, and the row does not count until it is corrected.</summary>
/// <param name="Raw">What stands in the cell.</param>
public sealed record UnreadValue(string Raw) : CellValue;
