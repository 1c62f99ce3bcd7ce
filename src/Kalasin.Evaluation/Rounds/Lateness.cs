namespace Kalasin.Evaluation.Rounds;

/// <summary>How an arrival stands to the last day it was due on. The one place that says what is late; pure.</summary>
/// <param name="Due">The last day.</param>
/// <param name="DaysLate">Whole calendar days after the last day; 0 when on time, or late only by office hours.</param>
/// <param name="AfterHours">Arrived after office hours on the last day (หลังเวลาราชการ).</param>
/// <param name="IsLate">Late by the plan's rule.</param>
internal sealed record Lateness(DateOnly Due, int DaysLate, bool AfterHours, bool IsLate)
{
    /// <summary>How an arrival stands to the plan's deadline.</summary>
    /// <param name="receivedAt">When it arrived.</param>
    /// <param name="deadline">The plan's deadline.</param>
    /// <param name="due">The last day, where it is another than the plan's. Default: the plan's.</param>
    public static Lateness Of(DateTimeOffset receivedAt, InternalDeadline deadline, DateOnly? due = null)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        var (last, local) = (due ?? deadline.Date, BangkokTime.ToBangkok(receivedAt));
        var day = DateOnly.FromDateTime(local.DateTime);
        var days = Math.Max(0, day.DayNumber - last.DayNumber);
        var afterHours = day == last && TimeOnly.FromDateTime(local.DateTime) > deadline.OfficeHoursEnd;
        return new(last, days, afterHours, days > 0 || afterHours && deadline.AfterHoursIsLate);
    }

    /// <summary>How a return stands that arrived in a round.</summary>
    /// <param name="state">What was decided about more time.</param>
    /// <param name="rules">The rules it came under.</param>
    /// <param name="unit">Whose.</param>
    /// <param name="indicator">On what; <see langword="null"/> for what brought no return.</param>
    /// <param name="receivedAt">When it arrived.</param>
    /// <param name="after">Sequence up to which decisions count. Default: all.</param>
    public static Lateness Of(
        RoundState state, AwardRules rules, UnitCode unit, IndicatorNumber? indicator, DateTimeOffset receivedAt, long after = long.MaxValue) =>
        Of(receivedAt, rules.Plan.InternalDeadline, DueOf(state, rules, unit, indicator, receivedAt, after));

    /// <summary>How a delivery stands by what had been decided when it was received, whatever was decided since: that of its latest return.</summary>
    public static Lateness Of(RoundState state, AwardRules rules, DeliveryReceived delivery)
    {
        var after = state.ReceiptSequences[delivery.Receipt.Value - 1];
        return delivery.Returns.Where(r => !r.Unchanged).Select(r => (Unit: delivery.UnitOf(r), Indicator: (IndicatorNumber?)r.Indicator)).DefaultIfEmpty((delivery.Unit, null))
            .Select(r => Of(state, rules, r.Unit, r.Indicator, delivery.ReceivedAt, after)).MinBy(l => l.Due)!;
    }

    /// <summary>
    /// The last day: the plan's, the unit's own where it was given more time, or that of a correction which had been asked for when it arrived,
    /// whichever is last. More time counts for what had come before it was given; a correction only for what came after.
    /// </summary>
    /// <inheritdoc cref="Of(RoundState, AwardRules, UnitCode, IndicatorNumber?, DateTimeOffset, long)"/>
    public static DateOnly DueOf(
        RoundState state, AwardRules rules, UnitCode unit, IndicatorNumber? indicator, DateTimeOffset receivedAt, long after = long.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(rules);
        var due = rules.Plan.InternalDeadline.Date;
        if (state.ExtensionOf(unit, after) is { Until: var extended } && extended > due) due = extended;
        foreach (var correction in state.Corrections.Values)
            if (indicator is { } about && correction.IsAbout(unit, about) && correction.Asked.Number <= after && correction.Asked.At <= receivedAt && correction.Until > due)
                due = correction.Until;
        return due;
    }
}
