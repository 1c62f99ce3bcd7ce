using System.Globalization;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>What a picture shows, by the row of a register or the evidence that names its file.</summary>
/// <param name="Indicator">Whose register or evidence.</param>
/// <param name="Words">Activity, place and day.</param>
internal sealed record PictureName(IndicatorNumber Indicator, string Words)
{
    /// <summary>The name; <see langword="null"/> where nothing names the file.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="returns">Returns of its unit.</param>
    public static PictureName? Of(AwardRules rules, ReportPicture picture, IEnumerable<Return> returns)
    {
        var all = returns.ToList();
        foreach (var r in all)
            if (r.Rows.FirstOrDefault(row => row.Values.Values.OfType<TextValue>().Any(v => IsOf(v.Text, picture))) is { } row)
                return new(r.Indicator, OfRow(rules.Framework[r.Indicator].Register, rules.Framework[r.Indicator].Period, row));
        foreach (var r in all)
            if (r.Evidence.FirstOrDefault(e => new EvidencePiece(rules.Framework[r.Indicator], rules.Plan.Find(r.Unit)!, e).Names(picture.Name)) is { } evidence)
                return new(r.Indicator, OfEvidence(rules.Framework[r.Indicator], r, evidence));
        return null;
    }

    private static bool IsOf(string text, ReportPicture picture) =>
        string.Equals(Path.GetFileName(text.Trim()), picture.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Evidence of one row is that row's; of several or none it goes by its own title and day.</summary>
    private static string OfEvidence(Indicator indicator, Return r, Evidence evidence) =>
        int.TryParse(ThaiNumerals.ToArabic(evidence.Rows?.Trim() ?? ""), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && r.Rows.FirstOrDefault(row => row.Number == number) is { } row
            ? OfRow(indicator.Register, indicator.Period, row)
            : Printed.Prose(evidence.Title) + Day(evidence.Date);

    private static string OfRow(RegisterSchema register, Period? period, RegisterRow row)
    {
        var texts = register.Columns.Where(c => c is { Type: ColumnType.Text, Internal: false }).ToList();
        var place = texts.Find(c => c.Heading.Thai.Contains("สถานที่", StringComparison.Ordinal));
        var what = texts.Find(c => c != place && row[c.Id] is TextValue);
        var day = (period?.Column ?? register.Columns.FirstOrDefault(c => c.Type == ColumnType.Date)?.Id) is { } column && row[column] is DateValue date ? date.Date : (DateOnly?)null;
        return (what is null ? register.Row.Thai : Text(row, what)) + (place is not null && row[place.Id] is TextValue ? $" ณ {Text(row, place)}" : "") + Day(day);
    }

    private static string Text(RegisterRow row, Column column) => row[column.Id] is TextValue value ? Printed.Prose(value.Text) : "";

    private static string Day(DateOnly? day) => day is { } date ? $" วันที่ {ThaiDate.Short(date)}" : "";
}
