using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>The events of a round as its log has them. Whatever their bytes bring out in those who read them, it is the log that is damaged.</summary>
internal static class LoggedEvents
{
    /// <exception cref="DamagedException">The event can't be read or can't follow.</exception>
    public static RoundState Apply(RoundId round, RoundState state, StoredEvent stored) => Following(round, stored, bytes => Evolve.Apply(state, bytes.Span));

    /// <exception cref="DamagedException">The event can't be read.</exception>
    public static RoundEntry Read(RoundId round, StoredEvent stored) => Following(round, stored, bytes => RoundEntry.FromBytes(bytes.Span));

    private static T Following<T>(RoundId round, StoredEvent stored, Func<ReadOnlyMemory<byte>, T> read)
    {
        try
        {
            return read(stored.Bytes);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or ArgumentException or FormatException
            or OverflowException or InvalidOperationException or NotSupportedException)
        {
            throw new DamagedException(RoundServiceFindings.EventUnreadable.At(Place.Nowhere, round.Value, ThaiNumerals.Number(stored.Sequence)), unreadable);
        }
    }
}
