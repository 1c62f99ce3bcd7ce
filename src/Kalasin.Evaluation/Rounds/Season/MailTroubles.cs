using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>What somebody should do something about, so that mails of the round reach whom they are for. Pure.</summary>
internal static class MailTroubles
{
    /// <summary>Mails that won't arrive and were not sent once more, and units that owe something and can't be reminded of it.</summary>
    /// <param name="state">The round as it is.</param>
    /// <param name="rules">Its rules.</param>
    public static ImmutableArray<Finding> Of(RoundState state, AwardRules rules)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(rules);
        return [.. Find(state, rules)];
    }

    private static IEnumerable<Finding> Find(RoundState state, AwardRules rules)
    {
        if (state.LostMails.Count() is > 0 and var lost) yield return JournalFindings.NotArrived.At(Place.Nowhere, ThaiNumerals.Number(lost));
        // An office without an address sends no mail to anybody.
        if (rules.Plan.AddressOf(null) is null) yield break;
        var unreachable = rules.Plan.Units.Where(u => u.Email is null && rules.AskedOf(u.Code).Any(i => state.Misses(u.Code, i.Number))).ToList();
        if (unreachable.Count > 0)
            yield return JournalFindings.WithoutAddress.At(Place.Nowhere, ThaiNumerals.Number(unreachable.Count), BilingualText.Join(", ", unreachable.Select(u => u.ShortName)));
    }
}

internal sealed partial record RoundState
{
    /// <summary>Mails that won't arrive, and that nobody has sent once more or called off.</summary>
    public IEnumerable<JournalMail> LostMails => Mails.Values.Where(m => m is { IsLost: true, ResentAs: null });
}
