using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>The revisions of one framework or plan that an office published: the fold of its stream, and what may follow. Pure.</summary>
/// <param name="Revisions">Oldest first.</param>
internal sealed record RulesHistory(ImmutableList<RulesPublished> Revisions)
{
    public static RulesHistory Empty { get; } = new([]);

    /// <summary>Sequence of the last event: each is a revision.</summary>
    public long Sequence => Revisions.Count;

    /// <exception cref="InvalidDataException">The bytes are no entry of such a stream, or one that can't follow.</exception>
    public RulesHistory Apply(ReadOnlySpan<byte> bytes) =>
        RoundEntry.FromBytes(bytes).Event is RulesPublished e && (Revisions.IsEmpty || e.Revision > Revisions[^1].Revision)
        ? new(Revisions.Add(e))
        : throw new InvalidDataException("Nothing but a higher revision can follow in a stream of rules.");

    /// <summary>Whether a revision may be published: the next one, with a hash of its own.</summary>
    /// <param name="next">The revision; its canonical JSON and the reason are in the vault.</param>
    /// <param name="shipped">Newest revision that the program ships, and its hash; <see langword="null"/> when it ships none.</param>
    /// <param name="command">Id of the entry.</param>
    /// <param name="now">When.</param>
    /// <param name="actor">By whom.</param>
    public Decision Decide(RulesPublished next, (int Revision, ContentHash Hash)? shipped, Guid command, DateTimeOffset now, Actor actor)
    {
        if (!actor.IsCoordinator) return new Refuse([RoundFindings.NotAllowed.At(Place.Nowhere)]);
        if (next.Hash == shipped?.Hash || Revisions.Exists(r => r.Hash == next.Hash)) return new Already();
        var expected = Math.Max(shipped?.Revision ?? 0, Revisions.IsEmpty ? 0 : Revisions[^1].Revision) + 1;
        return next.Revision == expected
            ? new Accept([new(now, actor, command, next)])
            : new Refuse([RulesFindings.NotNextRevision.At(Place.At("/revision"), ThaiNumerals.Number(expected), ThaiNumerals.Number(next.Revision))]);
    }
}
