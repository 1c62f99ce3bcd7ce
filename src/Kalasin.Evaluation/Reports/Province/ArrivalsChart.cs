using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Charts;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Evaluation.Reports.Province;

/// <summary>Returns as they came, day by day, against the plan's deadline; of each its current version.</summary>
internal static class ArrivalsChart
{
    // More days than that are no picture any more.
    private const int MostDays = 400;

    /// <summary>The chart; <see langword="null"/> where nothing came.</summary>
    public static StepChart? Of(AwardRules rules, RoundStatus status)
    {
        ImmutableArray<DateOnly> days = [.. status.Cells.Select(c => c.Current).OfType<ReturnVersion>().Select(c => BangkokTime.Date(c.ReceivedAt)).Order()];
        if (days.IsEmpty) return null;
        var due = rules.Plan.InternalDeadline.Date;
        var (first, last) = (days[0] < due ? days[0] : due, days[^1] > due ? days[^1] : due);
        if (last.DayNumber - first.DayNumber >= MostDays) return null;
        var steps = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)
            .Select(day => new DayTotal(Label(day), days.Count(d => d <= day))).ToImmutableArray();
        return new(
            "รายงานที่ได้รับสะสมเทียบกับกำหนดส่งภายในจังหวัด", "วันที่", "รายการ", ChartScale.For(Math.Max(status.Expected, days.Length)), steps,
            new($"กำหนดไว้ {Printed.Number(status.Expected)} รายการ", status.Expected),
            new($"สิ้นวันกำหนดส่ง {ThaiDate.Short(due)}", due.DayNumber - first.DayNumber));
    }

    private static string Label(DateOnly day) => $"{Printed.Number(day.Day)} {ThaiDate.ShortMonths[day.Month - 1]}";
}
