using System.Collections.Immutable;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Scoring;
using Kalasin.Evaluation.Thai;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>How a percentage speaks of its rows: of time where a period of days is asked for, else of the condition.</summary>
/// <param name="Met">Of a row that meets the condition.</param>
/// <param name="NotMet">Of one that doesn't.</param>
/// <param name="Open">Of one that isn't due.</param>
internal sealed record Verdicts(string Met, string NotMet, string Open)
{
    public static Verdicts Of(PercentageMeasure measure) =>
        PeriodOf(measure) is null ? new("ผ่าน", "ไม่ผ่าน", "ยังไม่นำมาคิด") : new("ภายในกำหนด", "เกินกำหนด", "ยังไม่ครบกำหนด");

    /// <summary>The period between two columns that the condition asks for, or none.</summary>
    public static Within? PeriodOf(PercentageMeasure measure) => Periods(measure.Meets).FirstOrDefault(w => w is { From: ColumnOperand, To: ColumnOperand });

    /// <summary>Verdict of every row that the score speaks of.</summary>
    public IReadOnlyDictionary<(UnitCode, int), string> Rows(Measurement measurement)
    {
        var words = new Dictionary<(UnitCode, int), string>();
        foreach (var row in measurement.Counted) words[Key(row)] = Met;
        foreach (var row in measurement.NotMet) words[Key(row.Row)] = NotMet;
        foreach (var row in measurement.Excluded)
            words[Key(row.Row)] = row.Why switch { ExclusionReason.NotYetDue => Open, ExclusionReason.Faulty => "รอแก้ไข", ExclusionReason.Duplicate => "ซ้ำ", _ => "ไม่นับ" };
        return words;

        static (UnitCode, int) Key(RowReference row) => (row.Unit, row.Row.Number);
    }

    private static IEnumerable<Within> Periods(Predicate predicate) => predicate switch
    {
        Within within => [within],
        All { Of: var parts } => parts.SelectMany(Periods),
        Any { Of: var parts } => parts.SelectMany(Periods),
        _ => [],
    };
}

/// <summary>Columns of a register that nobody types: the end of a period, its length and what became of the row.</summary>
internal static class DerivedColumns
{
    public static IEnumerable<RegisterColumn> Of(Indicator indicator, Measurement measurement)
    {
        if (indicator.Measure is not PercentageMeasure measure) yield break;
        if (Verdicts.PeriodOf(measure) is { From: ColumnOperand from, To: ColumnOperand to } period)
        {
            yield return new($"ครบ {CellText.Number(period.Days)} วัน", ColumnType.Date, (_, row) => row[from.Name] is DateValue start ? ThaiDate.Short(PredicateEvaluator.LastDay(start.Date, period.Days, period.EndsOnHoliday)) : CellText.None);
            yield return new("จำนวนวัน", ColumnType.Number, (_, row) => row[from.Name] is DateValue start && row[to.Name] is DateValue end ? CellText.Number(end.Date.DayNumber - start.Date.DayNumber) : CellText.None);
        }
        // Where one cell alone decides, it says so itself.
        if (measure.Meets is EqualTo) yield break;
        var verdicts = Verdicts.Of(measure).Rows(measurement);
        yield return new("ผล", ColumnType.Flag, (unit, row) => verdicts.GetValueOrDefault((unit, row.Number), CellText.None));
    }
}
