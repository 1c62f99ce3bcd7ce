using System.Collections.Immutable;
using System.Globalization;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Something that the program tells somebody by itself.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Unit">The unit that is told. Default: the coordinator is.</param>
/// <param name="Indicator">On which indicator. Default: on none alone.</param>
internal sealed record Notice(MailPurpose Purpose, UnitCode? Unit = null, IndicatorNumber? Indicator = null);

/// <summary>
/// What is to be told to whom at a moment. Each notice is a step of its own with one mail; nobody is told at whose address a plan says nothing.
/// Reminders go out on working days from 08:30 on; one that was missed is made up for as long as no later one is due. Pure.
/// </summary>
internal static class Notices
{
    /// <summary>Key of the step that tells what closing found.</summary>
    internal const string Closed = "tell-closed";

    private const string AllIn = "all-in";

    private const string AllJudged = "all-judged";

    private static readonly TimeOnly Morning = new(8, 30);
    private static readonly TimeOnly AfterTheFirstPost = new(10, 0);
    private static readonly ImmutableArray<int> BeforeDispatch = [3, 1, 0];

    /// <summary>Working day after a unit's last day on which others hear of what it owes.</summary>
    private const int DaysToEscalation = 3;

    private static HolidayCalendar Calendar => HolidayCalendar.Thailand;

    /// <summary>Notices that are due and were not given.</summary>
    /// <inheritdoc cref="Schedule.Due"/>
    public static IEnumerable<Step> Due(RoundState state, AwardRules rules, DateTimeOffset now)
    {
        // Nobody sends a mail without an address of their own.
        if (rules.Plan.InternalDeadline.Email.Length == 0) return [];
        var (today, time) = (BangkokTime.Date(now), BangkokTime.TimeOfDay(now));
        var due = OfClosing(state).Concat(OfSigning(state, today, time));
        if (today <= rules.Framework.FinalDeadline.Date) due = due.Concat(OfArrivals(state, rules, today));
        if (Calendar.IsWorkingDay(today) && time >= Morning && today <= rules.Framework.FinalDeadline.Date)
            due = due.Concat(OfUnits(state, rules, today)).Concat(OfEscalation(state, rules, today)).Concat(OfDispatch(state, rules, today));
        if (Calendar.IsWorkingDay(today) && time >= AfterTheFirstPost) due = due.Concat(OfAcknowledgement(state, today));
        return due.Where(step => !state.Steps.Contains(step.Key) && rules.Plan.AddressOf(step.Notice!.Unit) is not null);
    }

    // A round that was closed before steps were recorded is not told of now.
    private static IEnumerable<Step> OfClosing(RoundState state)
    {
        if (state.ClosedAt is { } at && state.Steps.Contains(Schedule.Close)) yield return Tell(Closed, BangkokTime.Date(at), new(MailPurpose.ClosingNotice));
    }

    private static IEnumerable<Step> OfArrivals(RoundState state, AwardRules rules, DateOnly today)
    {
        if (state.Deliveries.IsEmpty) yield break;
        if (IsIn(state, rules.Expected)) yield return Tell(AllIn, today, new(MailPurpose.AllIn));
        if (IsIn(state, rules.Judged)) yield return Tell(AllJudged, today, new(MailPurpose.AllJudged));
        if (rules.Framework.Entrant != EntrantKind.Province) yield break;
        foreach (var (indicator, hosts, lead) in rules.Plan.Hosting.Select(h => (h.Indicator, h.Hosts, h.Lead)))
            if (hosts.Length > 1 && !rules.Framework[indicator].IsJudged && !hosts.Any(host => state.Misses(host, indicator)) && hosts.Any(host => state.Current(host, indicator) is not null))
                yield return Tell($"contribution-{indicator}", today, new(MailPurpose.Contribution, rules.Plan.Collector == lead ? null : lead, indicator));
    }

    /// <summary>Whether all has come that was asked for; where nothing was, or all of it is excused, nothing is to come and so never all of it.</summary>
    private static bool IsIn(RoundState state, IEnumerable<(IndicatorNumber Indicator, UnitCode Unit)> asked)
    {
        var came = false;
        foreach (var (indicator, unit) in asked)
        {
            if (state.Misses(unit, indicator)) return false;
            came |= state.Current(unit, indicator) is not null;
        }
        return came;
    }

    /// <summary>Reminders before a unit's own last day, and one after it until others hear of it.</summary>
    private static IEnumerable<Step> OfUnits(RoundState state, AwardRules rules, DateOnly today)
    {
        foreach (var unit in rules.Plan.Units.Select(u => u.Code))
        {
            var last = state.LastDayOf(unit, rules);
            if (today <= last)
            {
                // What the unit was not yet asked for, or had not yet been given more time for, was not missed.
                var since = state.ExtensionOf(unit) is { } extension && extension.Until == last ? extension.Given.At : state.Rules[0].Since;
                if (Rung(last, rules.Plan.RemindersInForce, today) is var (days, day) && day >= BangkokTime.Date(since)
                    && Step("remind", days, unit, last) is var key && !state.Steps.Contains(key) && Owed.Of(RoundStatus.CellsOf(state, rules, unit)).HoldsResultsUp)
                    yield return Tell(key, day, new(MailPurpose.Reminder, unit));
            }
            else if (Calendar.NextWorkingDay(last) is var day && today < Calendar.AddWorkingDays(last, DaysToEscalation)
                && rules.AskedOf(unit).Any(i => state.Misses(unit, i.Number)))
                yield return Tell(Step("overdue", null, unit, last), day, new(MailPurpose.Overdue, unit));
        }
    }

    /// <summary>Whoever collects hears of all that is overdue, a lead of its indicators; of a lead's own returns it needs not hear.</summary>
    private static IEnumerable<Step> OfEscalation(RoundState state, AwardRules rules, DateOnly today)
    {
        foreach (var late in rules.Plan.Units.GroupBy(u => state.LastDayOf(u.Code, rules), u => u.Code))
        {
            var day = Calendar.AddWorkingDays(late.Key, DaysToEscalation);
            if (today < day) continue;
            var missing = late.SelectMany(unit => rules.AskedOf(unit).Select(i => (Unit: unit, Indicator: i.Number))).Where(m => state.Misses(m.Unit, m.Indicator)).ToList();
            if (missing.Count == 0) continue;
            var collector = rules.Plan.Collector;
            yield return Tell(Step("escalate", null, collector, late.Key), day, new(MailPurpose.Escalation));
            if (rules.Framework.Entrant != EntrantKind.Province) continue;
            foreach (var lead in missing.Select(m => (m.Unit, rules.HostingOf(m.Indicator).Lead)).Where(m => m.Unit != m.Lead && m.Lead != collector).Select(m => m.Lead).Distinct())
                yield return Tell(Step("escalate", null, lead, late.Key), day, new(MailPurpose.Escalation, lead));
        }
    }

    /// <summary>The head is asked when a report is put forward, and on each working day until it is decided.</summary>
    private static IEnumerable<Step> OfSigning(RoundState state, DateOnly today, TimeOnly time)
    {
        if (state.Signing is not { Decided: null, Requested: { Number: var number, At: var at } }) yield break;
        var asked = BangkokTime.Date(at);
        if (today == asked || (today > asked && Calendar.IsWorkingDay(today) && time >= Morning))
            yield return Tell(string.Create(CultureInfo.InvariantCulture, $"sign-{number}-{today:yyyy-MM-dd}"), today, new(MailPurpose.SignatureRequest));
    }

    private static IEnumerable<Step> OfDispatch(RoundState state, AwardRules rules, DateOnly today)
    {
        if (rules.Framework.Entrant == EntrantKind.Province && Rung(rules.Framework.FinalDeadline.Date, BeforeDispatch, today) is var (days, day) && state.DispatchedAt is null)
            yield return Tell(string.Create(CultureInfo.InvariantCulture, $"remind-dispatch-{days}"), day, new(MailPurpose.DispatchReminder));
    }

    private static IEnumerable<Step> OfAcknowledgement(RoundState state, DateOnly today)
    {
        if (state.DispatchedAt is { } at && state.Acknowledgement is null && today > BangkokTime.Date(at))
            yield return Tell(string.Create(CultureInfo.InvariantCulture, $"remind-acknowledgement-{today:yyyy-MM-dd}"), today, new(MailPurpose.AcknowledgementReminder));
    }

    /// <summary>The last of some reminders that was reached by a day.</summary>
    /// <param name="last">The day that they lead up to.</param>
    /// <param name="days">How many working days before it each is; 0 is the day itself.</param>
    /// <param name="today">The day.</param>
    /// <returns>Which, and its day; <see langword="null"/> where none was reached, or the day is over.</returns>
    private static (int Days, DateOnly Day)? Rung(DateOnly last, ImmutableArray<int> days, DateOnly today)
    {
        if (today > last) return null;
        foreach (var before in days.Order())
            if (Calendar.AddWorkingDays(last, -before) is var day && day <= today) return (before, day);
        return null;
    }

    private static Step Tell(string key, DateOnly day, Notice notice) => new(key, StepKind.Tell, day) { Notice = notice };

    /// <summary>A step about a unit and its last day: with another last day it is another step.</summary>
    private static string Step(string what, int? days, UnitCode unit, DateOnly last)
    {
        var which = days is { } before ? string.Create(CultureInfo.InvariantCulture, $"{what}-{before}") : what;
        return string.Create(CultureInfo.InvariantCulture, $"{which}-{unit.Value.ToLowerInvariant()}-{last:yyyy-MM-dd}");
    }
}

internal sealed partial record RoundState
{
    /// <summary>The last day on which a unit may report: the plan's, or its own where it was given more time.</summary>
    internal DateOnly LastDayOf(UnitCode unit, AwardRules rules) => Lateness.DueOf(this, rules, unit, null, default);

    /// <summary>Whether a return is waited for that has not come.</summary>
    internal bool Misses(UnitCode unit, IndicatorNumber indicator) => Current(unit, indicator) is null && !IsExcused(unit, indicator);
}
