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
    public static StepChart? Of(AwardRules rules, RoundStatus status, Language language = Language.Thai)
    {
        ImmutableArray<DateOnly> days = [.. status.Cells.Select(c => c.Current).OfType<ReturnVersion>().Select(c => BangkokTime.Date(c.ReceivedAt)).Order()];
        if (days.IsEmpty) return null;
        var due = rules.Plan.InternalDeadline.Date;
        var (first, last) = (days[0] < due ? days[0] : due, days[^1] > due ? days[^1] : due);
        if (last.DayNumber - first.DayNumber >= MostDays) return null;
        var steps = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)
            .Select(day => new DayTotal(Label(day).In(language), days.Count(d => d <= day))).ToImmutableArray();
        var (expected, deadline) = (ThaiNumerals.Number(status.Expected), ThaiDate.BilingualShort(due));
        return new(
            new BilingualText("รายงานที่ได้รับสะสมเทียบกับกำหนดส่งภายในจังหวัด", "Returns received, against the internal deadline").In(language),
            new BilingualText("วันที่", "day").In(language), new BilingualText("รายการ", "returns").In(language), ChartScale.For(Math.Max(status.Expected, days.Length)), steps,
            new(new BilingualText($"กำหนดไว้ {expected.Thai} รายการ", $"{expected.English} are expected").In(language), status.Expected),
            new(new BilingualText($"สิ้นวันกำหนดส่ง {deadline.Thai}", $"end of {deadline.English}").In(language), due.DayNumber - first.DayNumber)) { Language = language };
    }

    private static BilingualText Label(DateOnly day) =>
        new($"{Printed.Number(day.Day)} {ThaiDate.ShortMonths[day.Month - 1]}", day.ToString("d MMM", System.Globalization.CultureInfo.InvariantCulture));
}
