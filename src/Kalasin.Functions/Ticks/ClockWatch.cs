using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Ticks;

/// <summary>
/// Remembers the latest moment that was ever now: by this clock, by the mark of the last tick, by the last sealed head. A clock
/// that shows less went back, or was ahead before, and receipts and deadlines can't rely on it.
/// </summary>
internal sealed class ClockWatch(TimeProvider clock, Installation installation)
{
    /// <summary>How far the clocks of two machines may differ, and a correction over the network set one back.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    private readonly Lock _seeing = new();
    private DateTimeOffset _latest = DateTimeOffset.MinValue;

    /// <summary>Null as long as the clock goes on. The sample's clock starts anew with each process.</summary>
    public Finding? Finding
    {
        get
        {
            var now = clock.GetUtcNow();
            var latest = See(now);
            if (latest - now <= Tolerance || installation.IsSample) return null;
            return RoundServiceFindings.ClockWentBack.At(Place.Nowhere, BangkokTime.DateAndTime(latest), BangkokTime.DateAndTime(now));
        }
    }

    /// <returns>The latest of all that were seen.</returns>
    public DateTimeOffset See(DateTimeOffset moment)
    {
        lock (_seeing) return _latest = moment > _latest ? moment : _latest;
    }
}
