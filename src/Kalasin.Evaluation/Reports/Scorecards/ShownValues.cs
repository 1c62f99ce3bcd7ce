using Kalasin.Evaluation.Documents.Excel;

namespace Kalasin.Evaluation.Reports.Scorecards;

/// <summary>What was reported, as cells that formulas can compute with: numbers and days as such, names in the words of the plan and the register.</summary>
internal sealed class ShownValues(AwardRules rules, bool asTyped)
{
    public const string Yes = "ใช่";
    public const string No = "ไม่";

    /// <summary>The cell of a value.</summary>
    public Cell CellOf(CellValue? value, IReadOnlyCollection<ChoiceOption> options, ColumnType type) => value switch
    {
        null => Cell.Empty(CellStyle.Data),
        NumberValue v => Cell.Number(v.Number, CellStyle.Data).As(CellFormat.ThaiGeneral),
        DateValue v when v.Date.Year >= 1900 + 1 => Cell.Date(v.Date, CellStyle.Data),
        // A text that couldn't be read would pass for one that is there.
        UnreadValue when type is not (ColumnType.Number or ColumnType.Date) => Cell.Empty(CellStyle.Data),
        UnreadValue v => Cell.Text(asTyped ? v.Raw : "รอแก้ไข", CellStyle.Data),
        _ => Cell.Text(TextOf(value, options), CellStyle.Data),
    };

    /// <summary>The words of a value that is no number and no day.</summary>
    public string TextOf(CellValue value, IReadOnlyCollection<ChoiceOption> options) => value switch
    {
        TextValue v => v.Text,
        ChoiceValue v => options.FirstOrDefault(o => o.Id == v.Option)?.Text.Thai ?? v.Option,
        FlagValue v => v.Yes ? Yes : No,
        AuthorityValue v => NameOf(v.Code),
        UnitValue v => NameOf(v.Code),
        DateValue v => ThaiDate.Short(v.Date),
        UnreadValue v => v.Raw,
        _ => throw new NotSupportedException($"No words for {value.GetType().Name}."),
    };

    /// <summary>What a fixed text of a rule looks like in the column that it is compared with.</summary>
    public string TextOf(string id, ColumnType type, IReadOnlyCollection<ChoiceOption> options) => type switch
    {
        ColumnType.Text => ThaiText.Key(id),
        ColumnType.Flag => id switch { "yes" => Yes, "no" => No, _ => id },
        ColumnType.Choice => options.FirstOrDefault(o => o.Id == id)?.Text.Thai ?? id,
        _ when UnitCode.TryParse(id, out var unit) && rules.Plan.Find(unit) is not null => NameOf(unit),
        _ => rules.Authorities.Authorities.FirstOrDefault(a => a.Code.ToString() == id) is { } authority ? NameOf(authority.Code) : id,
    };

    /// <summary>A unit by its short name; by its code too where another has the same.</summary>
    public string NameOf(UnitCode unit) => rules.Plan.Find(unit)?.ShortName.Thai switch
    {
        null => unit.Value,
        var name when rules.Plan.Units.Count(u => u.ShortName.Thai == name) > 1 => $"{name} ({unit})",
        var name => name,
    };

    public string NameOf(AuthorityCode authority) =>
        rules.Authorities.Get(authority) is { } found ? rules.Authorities.DisplayName(found) : authority.ToString();
}
