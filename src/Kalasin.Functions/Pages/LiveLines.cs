using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>The open lines to pages: as many as an instance can look after and one caller needs, and one look at a round for all that wait for it.</summary>
internal sealed class LiveLines(RoundLog log, TimeProvider clock)
{
    /// <summary>A round is looked at once in this time, however many wait for it.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    /// <summary>Lines of an instance, inclusive.</summary>
    private const int MostOpen = 300;

    /// <summary>Lines of one caller, inclusive: the tabs in sight of a whole office that shares a link. Hidden ones hold none.</summary>
    private const int MostOfCaller = 24;

    private readonly Lock door = new();
    private readonly Dictionary<Caller, int> open = [];
    private readonly Dictionary<string, (long At, Task<OpenedRound?> Look)> looks = new(StringComparer.Ordinal);
    private int all;

    /// <returns>Null if there is none left; otherwise what is given back.</returns>
    public IDisposable? Enter(Caller caller)
    {
        lock (door)
        {
            var own = open.GetValueOrDefault(caller);
            if (all >= MostOpen || own >= MostOfCaller) return null;
            (all, open[caller]) = (all + 1, own + 1);
            return new Place(this, caller);
        }
    }

    /// <summary>A round as it was found less than <see cref="Pace"/> ago.</summary>
    /// <param name="round">One that there is.</param>
    public Task<OpenedRound?> LookAsync(string round, CancellationToken cancellationToken)
    {
        lock (door)
        {
            if (!looks.TryGetValue(round, out var last) || clock.GetElapsedTime(last.At) >= Pace)
                // Whoever asks first may go; the others still wait for it.
                looks[round] = last = (clock.GetTimestamp(), Task.Run(() => log.FindAsync(round, CancellationToken.None)));
            return last.Look.WaitAsync(cancellationToken);
        }
    }

    private void Leave(Caller caller)
    {
        lock (door)
        {
            if (--open[caller] == 0) open.Remove(caller);
            if (--all == 0) looks.Clear();
        }
    }

    private sealed class Place(LiveLines lines, Caller caller) : IDisposable
    {
        private int isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isLeft, 1) == 0) lines.Leave(caller);
        }
    }
}
