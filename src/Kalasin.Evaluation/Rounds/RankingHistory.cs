using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>What was sent to one ranking, and what counts of it: the fold of its stream, and what may follow. Pure.</summary>
/// <param name="Sequence">Of the last event.</param>
/// <param name="Head">The log's head.</param>
/// <param name="Sent">Everything that was sent, oldest first; what was replaced or withdrawn included.</param>
/// <param name="Current">The event that counts for each entrant.</param>
internal sealed record RankingHistory(long Sequence, ContentHash Head, ImmutableList<SentToRanking> Sent, ImmutableSortedDictionary<string, SentToRanking> Current)
{
    public static RankingHistory Empty { get; } = new(0, ContentHash.Zero, [], ImmutableSortedDictionary.Create<string, SentToRanking>(StringComparer.Ordinal));

    /// <exception cref="InvalidDataException">The bytes are no entry of such a stream.</exception>
    public RankingHistory Apply(ReadOnlySpan<byte> bytes)
    {
        var entry = RoundEntry.FromBytes(bytes);
        var next = this with { Sequence = Sequence + 1, Head = Head.Then(bytes) };
        switch (entry.Event)
        {
            case ScorecardsEntered entered:
                var sent = new SentToRanking(next.Sequence, entry.At, entry.Actor, entered.File, entered.Entrants, null) { Rules = entered.Rules };
                return next with { Sent = Sent.Add(sent), Current = Current.SetItems(entered.Entrants.Select(e => KeyValuePair.Create(e, sent))) };
            case ScorecardWithdrawn withdrawn when Current.ContainsKey(withdrawn.Entrant):
                return next with { Sent = Sent.Add(new(next.Sequence, entry.At, entry.Actor, null, [withdrawn.Entrant], withdrawn.Reason)), Current = Current.Remove(withdrawn.Entrant) };
            default: throw new InvalidDataException("Only scorecards stand in the stream of a ranking.");
        }
    }

    /// <summary>Takes a file in; one that is all there already, read by the same rules, changes nothing.</summary>
    public Decision Decide(ScorecardsEntered next, Guid command, DateTimeOffset now, Actor actor)
    {
        if (!MayDecide(actor)) return new Refuse([RoundFindings.NotAllowed.At(Place.Nowhere)]);
        return next.Entrants.All(e => Current.GetValueOrDefault(e) is { } here && here.File == next.File && here.Rules == next.Rules) ? new Already() : new Accept([new(now, actor, command, next)]);
    }

    /// <summary>Takes an entrant out; who isn't there needs no taking out.</summary>
    public Decision Decide(ScorecardWithdrawn next, Guid command, DateTimeOffset now, Actor actor)
    {
        if (!MayDecide(actor)) return new Refuse([RoundFindings.NotAllowed.At(Place.Nowhere)]);
        return Current.ContainsKey(next.Entrant) ? new Accept([new(now, actor, command, next)]) : new Already();
    }

    /// <summary>Whoever ranks: the giver of the award, or who runs the installation.</summary>
    private static bool MayDecide(Actor actor) => actor.IsCoordinator || actor.Role == ActorRole.Dla;
}

/// <summary>Something that was sent to a ranking, or taken out of it.</summary>
/// <param name="Number">Sequence of its event.</param>
/// <param name="At">When.</param>
/// <param name="By">By whom.</param>
/// <param name="File">The file as it was sent, in the vault; <see langword="null"/> where entrants were taken out.</param>
/// <param name="Entrants">Whose results they are.</param>
/// <param name="Reason">Vault object that says why they were taken out; <see langword="null"/> where they were sent.</param>
internal sealed record SentToRanking(long Number, DateTimeOffset At, Actor By, ContentHash? File, ImmutableArray<string> Entrants, ContentHash? Reason)
{
    /// <summary>Hash of the framework that it was read by. Default: not said.</summary>
    public ContentHash? Rules { get; init; }
}
