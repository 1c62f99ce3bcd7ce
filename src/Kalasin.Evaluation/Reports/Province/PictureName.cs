using System.Globalization;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>What a picture shows, by the row of a register or the evidence that names its file.</summary>
/// <param name="Indicator">Whose register or evidence.</param>
/// <param name="Words">Activity, place and day.</param>
internal sealed record PictureName(IndicatorNumber Indicator, string Words)
{
    /// <summary>The names, by unit and file as <see cref="EvidencePiece.NameOf"/> has it; what nothing names is left out. One walk over the returns.</summary>
    /// <param name="rules">Rules of the round.</param>
    /// <param name="pictures">The pictures.</param>
    /// <param name="returns">Returns of the round.</param>
    public static IReadOnlyDictionary<(UnitCode Unit, string File), PictureName> Of(AwardRules rules, IEnumerable<ReportPicture> pictures, IEnumerable<Return> returns)
    {
        var all = new Dictionary<(UnitCode Unit, string File), PictureName>();
        foreach (var ofUnit in pictures.GroupBy(p => p.Unit))
        {
            var files = ofUnit.Select(p => EvidencePiece.NameOf(p.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var names = new Dictionary<string, PictureName>(StringComparer.OrdinalIgnoreCase);
            var own = returns.Where(r => r.Unit == ofUnit.Key).ToList();
            foreach (var r in own)
                foreach (var row in r.Rows)
                    foreach (var text in row.Values.Values.OfType<TextValue>())
                        if (EvidencePiece.NameOf(Path.GetFileName(text.Text.Trim())) is var file && files.Contains(file) && !names.ContainsKey(file))
                            names.Add(file, new(r.Indicator, OfRow(rules.Framework[r.Indicator].Register, rules.Framework[r.Indicator].Period, row)));
            foreach (var r in own)
                foreach (var evidence in r.Evidence)
                    foreach (var file in new EvidencePiece(rules.Framework[r.Indicator], rules.Plan.Find(r.Unit)!, evidence).FileNames)
                        if (files.Contains(file)) names.TryAdd(file, new(r.Indicator, OfEvidence(rules.Framework[r.Indicator], r, evidence)));
            foreach (var file in files)
                if (names.TryGetValue(file, out var name)) all.Add((ofUnit.Key, file), name);
        }
        return all;
    }

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
