namespace Kalasin.Evaluation.Rounds;

/// <summary>Folds a round's log into its state: here what holds for all events, the rest each says itself. Pure: reads no clock, file or culture.</summary>
internal static class Evolve
{
    /// <summary>The state after one more stored entry.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="bytes">The exact stored bytes.</param>
    /// <exception cref="InvalidDataException">They are not an entry this program knows, or one that can't follow.</exception>
    public static RoundState Apply(RoundState state, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(state);
        var entry = RoundEntry.FromBytes(bytes);
        var how = new Happened(state.Sequence + 1, entry.At, entry.Actor);
        return entry.Event.Apply(
            state with
            {
                Sequence = how.Number,
                Head = state.Head.Then(bytes),
                Commands = state.Commands.SetItem(entry.Command, new(how.Number, entry.Body)),
                // What an event names was there before it: content that came again is not erased any more.
                Erased = state.Erased.IsEmpty ? state.Erased : state.Erased.RemoveRange(entry.Event.Contents),
                Texts = state.Texts.Union(entry.Event.Texts),
                RulingHistory = entry.Event.ChangesResults ? state.RulingHistory.Add((how.Number, state.Rulings.Then(bytes))) : state.RulingHistory,
            },
            how);
    }
}
