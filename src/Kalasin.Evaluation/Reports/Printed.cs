using System.Collections.Immutable;
using Kalasin.Evaluation.Scoring;

namespace Kalasin.Evaluation.Reports;

/// <summary>How values are printed in Thai documents.</summary>
/// <param name="rules">Rules of the round.</param>
/// <param name="asTyped">What couldn't be read is printed as it was typed: only inside the house.</param>
internal sealed class Printed(AwardRules rules, bool asTyped)
{
    public const string None = "-";
    public const string ToFill = "………………";

    private readonly AuthorityRegister authorities = rules.Authorities;
    private readonly Dictionary<UnitCode, ReportingUnit> units = rules.Plan.Units.ToDictionary(u => u.Code);

    public string Of(CellValue? value, Column column) => Of(value, column.Options);

    public string Of(CellValue? value, Fact fact) => Of(value, fact.Options);

    public string UnitName(UnitCode unit) => units.GetValueOrDefault(unit)?.Name.Thai ?? unit.Value;

    public string UnitShortName(UnitCode unit) => units.GetValueOrDefault(unit)?.ShortName.Thai ?? unit.Value;

    public static string Percentage(decimal value) => ThaiNumerals.Format(value, 2);

    public static string Number(long number) => ThaiNumerals.Format(number);

    /// <summary>What a finding says, words quoted from a file in Thai digits too.</summary>
    public static string Message(Finding finding) => ThaiNumerals.ToThaiInProse(finding.ToString(Language.Thai));

    /// <summary>Where a finding stands; addresses as they are, how many more places in words.</summary>
    public static string Place(Place place)
    {
        var named = (place with { More = null }).ToString();
        if (place.More is { } more) return $"{named} และอีก {Number(more)} แห่ง";
        return place is { Cells: null, Count: > 1 and var count } ? $"{named} รวม {Number(count)} แห่ง".TrimStart() : named;
    }

    /// <summary>Numbers of rows, and how many they are where they aren't all named.</summary>
    public static string Rows(ExcludedRows rows) =>
        ThaiNumerals.ToThai(rows.Rows) + (rows.Rows.EndsWith('…') ? $" รวม {Number(rows.Count)} แถว" : "");

    /// <summary>What somebody wrote, in Thai digits.</summary>
    public static string Prose(string text) => ThaiNumerals.ToThaiInProse(text);

    public static string Indicator(IndicatorNumber number) => number.Bilingual.Thai;

    private string Of(CellValue? value, ImmutableArray<ChoiceOption> options) => value switch
    {
        null => None,
        TextValue v => ThaiNumerals.ToThaiInProse(v.Text),
        NumberValue v => v.Number == decimal.Truncate(v.Number) ? ThaiNumerals.Format((long)v.Number) : ThaiNumerals.Format(v.Number, 2),
        DateValue v => ThaiDate.Short(v.Date),
        FlagValue v => v.Yes ? "ใช่" : "ไม่",
        ChoiceValue v => Choice(v.Option, options),
        AuthorityValue v => authorities.Get(v.Code) is { } authority ? ThaiNumerals.ToThai(authorities.DisplayName(authority)) : v.Code.ToString(),
        UnitValue v => UnitShortName(v.Code),
        UnreadValue v => asTyped ? $"“{ThaiNumerals.ToThaiInProse(v.Raw)}” (รอแก้ไข)" : "รอแก้ไข",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string Choice(string id, ImmutableArray<ChoiceOption> options)
    {
        foreach (var option in options)
            if (option.Id == id) return option.Text.Thai;
        return id;
    }
}
