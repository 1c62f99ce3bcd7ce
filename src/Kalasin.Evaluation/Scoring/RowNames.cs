namespace Kalasin.Evaluation.Scoring;

/// <summary>What people call a row: its case code, or its number in its unit's return.</summary>
internal sealed class RowNames(RegisterSchema schema, IndicatorCase of)
{
    private readonly string? code = schema.Columns.FirstOrDefault(c => c.CaseCode)?.Id;

    /// <summary>Case code, or row number; without the unit.</summary>
    public BilingualText Of(RegisterRow row) =>
        code is not null && row[code] is TextValue text
            ? new($"เรื่อง {ThaiNumerals.ToThaiInProse(text.Text)}", $"Case {text.Text}")
            : Numbered(row);

    /// <summary>แถวที่ n.</summary>
    public static BilingualText Numbered(RegisterRow row)
    {
        var number = ThaiNumerals.Number(row.Number);
        return new($"แถวที่ {number.Thai}", $"row {number.English}");
    }

    /// <summary>Row number with its unit.</summary>
    public BilingualText WithUnit(RowReference row)
    {
        var (name, unit) = (Numbered(row.Row), of.NameOf(row.Unit));
        return new($"{name.Thai} ของ{unit.Thai}", $"{name.English} of {unit.English}");
    }
}
