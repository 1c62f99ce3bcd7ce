using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Storage;

/// <param name="Sequence">Of the event that it is the head after.</param>
/// <param name="Head">Head of the chain.</param>
/// <param name="At">When it was sealed.</param>
internal sealed record SealedHead(long Sequence, ContentHash Head, DateTimeOffset At);

/// <summary>
/// What was sealed of a stream, as its text says it: a line per head, <c>{sequence} {head} {time}</c>, in ASCII, the head as 64
/// hex digits, the time in UTC as <c>2024-05-20T03:00:00Z</c>, each ended by a line feed.
/// </summary>
/// <param name="Heads">In the order in which they were sealed.</param>
/// <param name="Unreadable">Numbers of the lines that are none, from 1.</param>
internal sealed record SealedHeads(ImmutableArray<SealedHead> Heads, ImmutableArray<int> Unreadable)
{
    /// <summary>Most bytes of a text that are read: a head every five minutes for more than a year.</summary>
    public const int MostBytes = 16 << 20;

    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static SealedHeads None { get; } = new([], []);

    public static byte[] LineOf(SealedHead head) =>
        Encoding.ASCII.GetBytes(string.Format(CultureInfo.InvariantCulture, $"{{0}} {{1}} {{2:{TimeForm}}}\n", head.Sequence, head.Head, head.At.UtcDateTime));

    /// <summary>Reads a text. What stands behind its last line feed is being written, and is left out.</summary>
    public static SealedHeads Read(string text)
    {
        var (heads, unreadable) = (ImmutableArray.CreateBuilder<SealedHead>(), ImmutableArray.CreateBuilder<int>());
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length - 1; i++)
        {
            if (HeadOf(lines[i]) is { } head) heads.Add(head);
            else unreadable.Add(i + 1);
        }
        return new(heads.ToImmutable(), unreadable.ToImmutable());
    }

    private static SealedHead? HeadOf(string line) =>
        line.Split(' ') is [var number, var hash, var time]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0
        && ContentHash.TryParse(hash, out var head)
        && DateTimeOffset.TryParseExact(time, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new(sequence, head, at) : null;
}
