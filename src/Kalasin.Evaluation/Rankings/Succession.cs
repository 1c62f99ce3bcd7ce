using static Kalasin.Evaluation.Rankings.RankingFindings;

namespace Kalasin.Evaluation.Rankings;

/// <summary>Whether results of an entrant may take the place of those that are here. Nothing older ever does, and what doesn't say how old it is replaces nothing that does.</summary>
internal static class Succession
{
    /// <summary>What is to be said of it; an error where it may not.</summary>
    /// <param name="here">What counts now; <see langword="null"/> for nothing.</param>
    /// <param name="next">What was sent.</param>
    /// <param name="place">Where it stands.</param>
    public static Finding? Of(RankingEntry? here, RankingEntry next, Place place)
    {
        var name = next.Scorecard.EntrantName;
        return (here, next) switch
        {
            (null, _) or ({ Round: null }, { Round: null }) => null,
            ({ Round: { } round }, { Round: null }) => Replaces.At(place, name, round.Value),
            ({ Round: null }, _) => ReplacesTyped.At(place, name),
            ({ LogEntries: null }, _) => null,
            (_, { LogEntries: null } or { LogHead: null }) => Unmarked.At(place, name),
            ({ LogEntries: { } known }, { LogEntries: { } entries }) when entries < known => Outdated.At(place, name, ThaiNumerals.Number(entries), ThaiNumerals.Number(known)),
            _ when next.LogEntries == here.LogEntries && next.LogHead != here.LogHead => OtherLog.At(place, name),
            _ => null,
        };
    }
}
