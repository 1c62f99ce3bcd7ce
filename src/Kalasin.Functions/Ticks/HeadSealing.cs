using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Ticks;

/// <summary>
/// Seals the head of a round's log in another place at every tick that finds a new one. Before a process adds its first it
/// reads the log from its beginning and compares it with what was sealed before, so that a restart forgets no change.
/// </summary>
internal sealed class HeadSealing(RoundLog log, IEventLog events, IHeads heads, ClockWatch watch, TimeProvider clock)
{
    private readonly ConcurrentDictionary<RoundId, long> _sealed = new();
    private readonly ConcurrentDictionary<RoundId, ImmutableArray<Finding>> _differences = new();
    private volatile Finding? _unavailable;

    /// <summary>What the logs lack of what was sealed of them, and why nothing can be sealed now.</summary>
    public IEnumerable<Finding> Findings =>
        _differences.OrderBy(d => d.Key.Value, StringComparer.Ordinal).SelectMany(d => d.Value).Concat(_unavailable is { } failure ? [failure] : []);

    /// <summary>A place that can't be used keeps nothing else from being done: it is told, and tried again.</summary>
    /// <exception cref="StorageUnavailableException">The log can't be read.</exception>
    /// <exception cref="DamagedException">One of its events can't be read.</exception>
    public async Task SealAsync(RoundId round, CancellationToken cancellationToken)
    {
        var (stream, state) = (RoundLog.StreamOf(round), await log.LoadAsync(round, cancellationToken));
        if (state.Sequence == 0 || (_sealed.TryGetValue(round, out var last) && last == state.Sequence)) return;
        var reading = _sealed.ContainsKey(round) ? null : await LogReading.OfAsync(round, events, cancellationToken);
        try
        {
            if (reading is not null)
            {
                var promised = await heads.ReadAsync(stream, cancellationToken);
                foreach (var head in promised.Heads) watch.See(head.At);
                _differences[round] = [.. reading.Findings, .. reading.Against(promised)];
                if (promised.Heads.LastOrDefault() is { } newest && newest.Sequence == state.Sequence && newest.Head == state.Head)
                {
                    (_sealed[round], _unavailable) = (state.Sequence, null);
                    return;
                }
            }
            await heads.SealAsync(stream, new(state.Sequence, state.Head, clock.GetUtcNow()), cancellationToken);
            (_sealed[round], _unavailable) = (state.Sequence, null);
        }
        catch (StorageUnavailableException failure)
        {
            _unavailable = failure.Finding;
        }
    }
}
