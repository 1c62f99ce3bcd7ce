using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Scoring;

/// <summary>Periods whose end rests on holidays that nobody has confirmed.</summary>
internal static class CalendarGaps
{
    /// <summary>A finding with the years and how many rows they concern; nothing where all calendars are known.</summary>
    public static IEnumerable<Finding> Findings(IndicatorCase of, HostReturns answers)
    {
        var spans = of.Indicator.Measure.Conditions.SelectMany(c => c.Spans).ToList();
        if (spans.Count == 0) yield break;
        var (years, rows) = (new SortedSet<int>(), 0);
        foreach (var answer in answers.Counted)
        {
            rows += answer.Rows.Count(row => Notes(PredicateSubject.Of(row, answer)));
            // Where facts alone are asked there may be no row.
            if (answer.Rows.IsEmpty && Notes(PredicateSubject.Of(answer))) rows++;
        }
        if (years.Count == 0) yield break;
        yield return ScoringFindings.CalendarUnconfirmed.At(
            Place.Nowhere, ThaiNumerals.Number(rows), BilingualText.Join(", ", years.Select(y => ThaiNumerals.Digits($"{y}"))));

        bool Notes(in PredicateSubject subject)
        {
            var found = false;
            foreach (var (from, span) in spans)
                if (of.Predicates.DayOf(from, subject) is { } day && span.UnconfirmedYear(day) is { } year)
                {
                    years.Add(year);
                    found = true;
                }
            return found;
        }
    }
}
