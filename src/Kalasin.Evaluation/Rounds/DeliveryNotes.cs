using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// What there is to say about a recorded delivery as such: late, unchanged, superseding, nil. By what had been decided when it was received,
/// so that its receipt says the same whenever it is printed.
/// </summary>
internal static class DeliveryNotes
{
    /// <summary>The findings, return by return, lateness last.</summary>
    /// <param name="state">A state of its round that has the delivery.</param>
    /// <param name="delivery">The recorded delivery.</param>
    /// <param name="rules">Rules it came under.</param>
    public static ImmutableArray<Finding> Of(RoundState state, DeliveryReceived delivery, AwardRules rules)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(rules);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        // What a committee gave is one matter, however many entrants it is about.
        foreach (var r in delivery.Returns.DistinctBy(r => (r.Unit is null, r.Indicator, r.Version, r.Unchanged, r.Status)))
        {
            var number = r.Indicator.Bilingual;
            var version = ThaiNumerals.Number(r.Version);
            if (r.Unchanged) findings.Add(RoundFindings.Unchanged.At(Place.Nowhere, number, version));
            else if (r.Version > 1) findings.Add(RoundFindings.Superseded.At(Place.Nowhere, number, version));
            if (r.Status == ReturnStatus.Nil && !r.Unchanged) findings.Add(RoundFindings.NilRecorded.At(Place.Nowhere, number));
        }
        var lateness = Lateness.Of(state, rules, delivery);
        if (lateness.Due > rules.Plan.InternalDeadline.Date) findings.Add(RoundFindings.MoreTime.At(Place.Nowhere, ThaiDate.Bilingual(lateness.Due)));
        if (lateness.DaysLate > 0) findings.Add(RoundFindings.Late.At(Place.Nowhere, ThaiNumerals.Number(lateness.DaysLate)));
        else if (lateness.AfterHours) findings.Add(RoundFindings.AfterHours.At(Place.Nowhere, TimeOfDay(delivery.ReceivedAt)));
        return findings.ToImmutable();
    }

    private static BilingualText TimeOfDay(DateTimeOffset moment) =>
        new(BangkokTime.Time(moment), BangkokTime.TimeOfDay(moment).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
}
