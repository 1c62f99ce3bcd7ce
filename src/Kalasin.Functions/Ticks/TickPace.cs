namespace Kalasin.Functions.Ticks;

/// <summary>How often a tick should come, and how far behind it is.</summary>
/// <param name="Every">Between two ticks, as the timer of this installation is set.</param>
internal sealed record TickPace(TimeSpan Every)
{
    /// <summary>The Functions host's timer, as the function <c>Tick</c> sets it.</summary>
    public static TickPace OfFunctionsHost { get; } = new(TimeSpan.FromMinutes(5));

    /// <summary>The local pump's.</summary>
    public static TickPace OfLocalPump { get; } = new(TimeSpan.FromMinutes(1));

    /// <summary>How long a tick has been overdue; zero as long as none is.</summary>
    /// <param name="done">When one was last done; null before the first, which is not overdue.</param>
    public TimeSpan LagAt(DateTimeOffset now, DateTimeOffset? done)
    {
        var lag = now - (done ?? now) - Every;
        return lag > TimeSpan.Zero ? lag : TimeSpan.Zero;
    }
}
