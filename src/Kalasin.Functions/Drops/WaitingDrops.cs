using System.Collections.Concurrent;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Drops;

/// <summary>How far a drop came that still lies there.</summary>
internal enum DropStanding
{
    /// <summary>Answered without being read: its place, its name or its past stands against it.</summary>
    NotRead,

    /// <summary>Read, and nothing in it could be accepted.</summary>
    Refused,

    /// <summary>Recorded and answered; only removing it failed.</summary>
    TakenIn,
}

/// <summary>
/// Drops that were answered and still lie there, so that no scan reads and answers them again, and so that the coordinator
/// hears of them. Memory only: after a restart they are looked at once more, which changes nothing in the log.
/// </summary>
internal sealed class WaitingDrops
{
    private const int Most = 10_000;
    private const int MostShown = 100;

    private readonly ConcurrentDictionary<string, Entry> _waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Path, string Tag), int> _failures = new();
    private int _unfinished;

    /// <summary>What the coordinator should know in short; empty when nothing waits.</summary>
    public IEnumerable<Finding> Findings
    {
        get
        {
            var taken = _waiting.Values.Count(e => e.Standing == DropStanding.TakenIn);
            var waiting = _waiting.Count - taken;
            if (waiting > 0) yield return DropFindings.Waiting.At(Place.Nowhere, ThaiNumerals.Number(waiting));
            if (taken > 0) yield return DropFindings.NotRemoved.At(Place.Nowhere, ThaiNumerals.Number(taken));
            if (_unfinished > 0) yield return DropFindings.UnfinishedMessages.At(Place.Nowhere, ThaiNumerals.Number(_unfinished));
        }
    }

    /// <summary>The same, drop by drop: each with its whole path and why it lies there. Beyond <see cref="MostShown"/> only how many there are.</summary>
    public IEnumerable<Finding> Details
    {
        get
        {
            var each = _waiting.OrderBy(e => e.Key, StringComparer.Ordinal).Take(MostShown).Select(e => e.Value.Why with { Place = Place.InFile(e.Key) });
            return each.Concat(Findings.Where(f => _waiting.Count > MostShown || f.Code == DropFindings.UnfinishedMessages.Code));
        }
    }

    /// <summary>Whether this very drop was answered with this finding.</summary>
    public bool WasTold(Drop drop, string code) => Find(drop)?.Why.Code == code;

    /// <summary>How far this very drop came; null if it was never answered.</summary>
    public DropStanding? StandingOf(Drop drop) => Find(drop)?.Standing;

    public void Add(Drop drop, Finding why, DropStanding standing)
    {
        if (_waiting.Count >= Most) _waiting.Clear();
        _waiting[drop.Path.Value] = new(drop.Tag, why, standing);
    }

    public void Remove(DropPath path) => _waiting.TryRemove(path.Value, out _);

    /// <summary>After a scan of everything: what was not there is gone.</summary>
    public void KeepOnly(IReadOnlySet<string> paths)
    {
        foreach (var path in _waiting.Keys.Where(path => !paths.Contains(path))) _waiting.TryRemove(path, out _);
        foreach (var drop in _failures.Keys.Where(drop => !paths.Contains(drop.Path))) _failures.TryRemove(drop, out _);
    }

    /// <returns>How often this very drop has failed now.</returns>
    public int CountFailure(Drop drop) => _failures.AddOrUpdate((drop.Path.Value, drop.Tag), 1, static (_, count) => count + 1);

    /// <summary>A message about a drop went to poison and names none, or its drop could not be given up.</summary>
    public void CountUnfinishedMessage() => Interlocked.Increment(ref _unfinished);

    private Entry? Find(Drop drop) => _waiting.TryGetValue(drop.Path.Value, out var entry) && entry.Tag == drop.Tag ? entry : null;

    private sealed record Entry(string Tag, Finding Why, DropStanding Standing);
}
