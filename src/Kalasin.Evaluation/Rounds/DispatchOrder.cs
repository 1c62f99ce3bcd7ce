using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>That the report was sent to the giver of the award.</summary>
/// <param name="Ordered">By whom, when, and what should be known of it.</param>
/// <param name="Report">The report.</param>
/// <param name="SignedLetter">Hash of the signed letter.</param>
/// <param name="SignedPage">Hash of the signed signature page; <see langword="null"/> where none was attached.</param>
internal sealed record DispatchOrder(Ruled Ordered, ReportCompiled Report, ContentHash SignedLetter, ContentHash? SignedPage)
{
    /// <summary>All that keeps the report from being sent, each with what to do; empty when nothing does. Pure.</summary>
    public static ImmutableArray<Finding> Obstacles(RoundState state, AwardRules rules)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(rules);
        return [.. Find(state, rules)];
    }

    /// <summary>That it was sent already, so that nothing of its signature changes any more; <see langword="null"/> before.</summary>
    internal static Finding? IsOver(Asked asked) => asked.State.Dispatch is null ? null : SigningFindings.Dispatched.At(Place.Nowhere);

    private static IEnumerable<Finding> Find(RoundState state, AwardRules rules)
    {
        var approval = state.ApprovalUnder(rules);
        if (approval.Stage == ApprovalStage.Stale) yield return SigningFindings.ApprovalStale.At(Place.Nowhere, approval.Since!.Tell(new(rules)));
        else if (approval.Stage != ApprovalStage.Approved) yield return SigningFindings.NotApproved.At(Place.Nowhere);
        if (state.Letter is null) yield return SigningFindings.NotNumbered.At(Place.Nowhere);
        else if (state.SignedCopyOf(SignedPaper.Letter, rules) is null) yield return SigningFindings.NotSigned.At(Place.Nowhere);
        foreach (var choice in rules.Plan.OpenChoices.Where(c => !state.Choices.ContainsKey(c.Id))) yield return SigningFindings.NotChosen.At(Place.Nowhere, choice.Question);
        foreach (var address in state.AddressesToConfirm(rules).Where(a => a.Owner == AddressOwner.Award))
            yield return SigningFindings.AddressNotConfirmed.At(Place.Nowhere, address.Address);
    }
}
