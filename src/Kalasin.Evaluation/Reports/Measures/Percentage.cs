using System.Collections.Immutable;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Reports.Province;
using Kalasin.Evaluation.Scoring.Measures;

namespace Kalasin.Evaluation.Reports.Measures;

/// <summary>By district and kind for a population; else by category, in the words of the condition.</summary>
internal sealed class PercentageTables : MeasureTables
{
    public override IEnumerable<Block> Compose(ReportContent report, Indicator indicator, Measurement measurement)
    {
        var measure = (PercentageMeasure)indicator.Measure;
        if (measure.Population is { } population) return PopulationTables.Compose(report, indicator, population, measurement);
        if (measure.Listed is not null) return ListTables.Compose(report, indicator, measurement);
        return [CategoryTable.Of(indicator, measurement, Figures(Verdicts.Of(measure)))];
    }

    public override Chart? Picture(ReportContent report, Indicator indicator, Measurement measurement, Language language = Language.Thai) =>
        ((PercentageMeasure)indicator.Measure).Population is { } population
            ? PopulationTables.Map(report, indicator, population, measurement, language)
            : RowCharts.Shares(indicator, measurement, language);

    /// <summary>The end of a period, its length and what became of the row; where one cell alone decides, it says so itself.</summary>
    public override IEnumerable<RegisterColumn> Derived(Measure measure, Measurement measurement)
    {
        if (measure.RowPeriod is { From: ColumnOperand from, To: ColumnOperand to } period)
        {
            yield return new($"ครบ {period.Span.Name.Thai}", ColumnType.Date, (_, row) => row[from.Name] is DateValue start
                ? ThaiDate.Short(period.Span.EndFrom(start.Date))
                : Printed.None);
            // How many months a pair of days is apart nobody counts.
            if (period.Span.Unit is SpanUnit.Days or SpanUnit.WorkingDays)
                yield return new(period.Span.Unit == SpanUnit.Days ? "จำนวนวัน" : "จำนวนวันทำการ", ColumnType.Number, (_, row) =>
                    row[from.Name] is DateValue start && row[to.Name] is DateValue end ? Printed.Number(DaysIn(period.Span, start.Date, end.Date)) : Printed.None);
        }
        // A number of days within the period says nothing of why the row is out of it.
        var explained = measure.RowPeriod is { From: ColumnOperand since, To: ColumnOperand until, Span: var span }
            ? measurement.NotMet.Where(e => !(e.Row.Row[since.Name] is DateValue start && e.Row.Row[until.Name] is DateValue end
                && end.Date > span.EndFrom(start.Date))).ToDictionary(e => (e.Row.Unit, e.Row.Row.Number), e => e.Reason.Thai)
            : [];
        var percentage = (PercentageMeasure)measure;
        if (percentage.Meets is EqualTo) yield break;
        var verdicts = Verdicts.Of(percentage).Rows(measurement);
        yield return new("ผล", ColumnType.Flag, (unit, row) => verdicts.GetValueOrDefault((unit, row.Number), Printed.None)
            + (explained.TryGetValue((unit, row.Number), out var reason) ? $": {reason}" : ""));
    }

    private static int DaysIn(Span span, DateOnly start, DateOnly end)
    {
        var before = span.CountsFirstDay ? start.AddDays(-1) : start;
        return span.Unit == SpanUnit.WorkingDays ? HolidayCalendar.Thailand.WorkingDaysBetween(before, end) : end.DayNumber - before.DayNumber;
    }

    private static ImmutableArray<GroupFigure> Figures(Verdicts words)
    {
        return
        [
            GroupFigure.Rows("นำมาคิด", Due),
            GroupFigure.Rows(words.Met, rows => rows.Counted.Length),
            GroupFigure.Rows(words.NotMet, rows => rows.NotMet.Length),
            GroupFigure.Rows(words.Open, rows => rows.Excluded.Count(why => why == ExclusionReason.NotYetDue)),
            new("ร้อยละ", rows => Due(rows) is > 0 and var due ? ThaiNumerals.Number(rows.Counted.Length * 100m / due, 2) : null),
        ];

        static int Due(RowGroup rows) => rows.Counted.Length + rows.NotMet.Length;
    }

    /// <summary>How a percentage speaks of its rows: of time where a period of days is asked for, else of the condition.</summary>
    /// <param name="Met">Of a row that meets the condition.</param>
    /// <param name="NotMet">Of one that doesn't.</param>
    /// <param name="Open">Of one that isn't due.</param>
    private sealed record Verdicts(string Met, string NotMet, string Open)
    {
        public static Verdicts Of(PercentageMeasure measure) =>
            measure.RowPeriod is null ? new("ผ่าน", "ไม่ผ่าน", "ยังไม่นำมาคิด") : new("ภายในกำหนด", "เกินกำหนด", "ยังไม่ครบกำหนด");

        /// <summary>Verdict of every row that the score speaks of.</summary>
        public Dictionary<(UnitCode, int), string> Rows(Measurement measurement)
        {
            var words = new Dictionary<(UnitCode, int), string>();
            foreach (var row in measurement.Counted) words[Key(row)] = Met;
            foreach (var row in measurement.NotMet) words[Key(row.Row)] = NotMet;
            foreach (var row in measurement.Excluded)
                words[Key(row.Row)] = row.Why switch
                {
                    ExclusionReason.NotYetDue => Open,
                    ExclusionReason.Faulty => "รอแก้ไข",
                    ExclusionReason.Duplicate => "ซ้ำ",
                    _ => "ไม่นับ",
                };
            return words;

            static (UnitCode, int) Key(RowReference row) => (row.Unit, row.Row.Number);
        }
    }
}
