using System.Globalization;

namespace Kalasin.Evaluation.Forms;

/// <summary>A value as somebody would type it into a form, so that it reads back as what it was.</summary>
internal static class FormText
{
    /// <summary>A day: ๑๕ พฤษภาคม ๒๕๖๗ in Arabic digits, as calendars of office programs write it.</summary>
    public static string Of(DateOnly day) => $"{day.Day.ToString(CultureInfo.InvariantCulture)} {ThaiDate.ShortMonths[day.Month - 1]} {ThaiDate.BuddhistYear(day).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A value of a column.</summary>
    public static string Of(CellValue value, Column column, AwardRules rules) => value switch
    {
        TextValue text => text.Text,
        NumberValue number => number.Number.ToString("0.############################", CultureInfo.InvariantCulture),
        DateValue date => Of(date.Date),
        ChoiceValue choice => column.Options.FirstOrDefault(o => o.Id == choice.Option)?.Text.Thai ?? choice.Option,
        FlagValue flag => flag.Yes ? "ใช่" : "ไม่",
        AuthorityValue authority => rules.Authorities.Authorities.FirstOrDefault(a => a.Code == authority.Code) is { } known ? rules.Authorities.DisplayName(known) : authority.Code.ToString(),
        UnitValue unit => rules.Plan.Find(unit.Code)?.Name.Thai ?? unit.Code.Value,
        UnreadValue unread => unread.Raw,
        _ => throw new NotSupportedException($"No text of {value.GetType().Name}."),
    };
}
