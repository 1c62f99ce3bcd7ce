using System.Collections.Concurrent;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Thai;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// Drops that were answered and still lie there, so that no scan reads and answers them again, and so that the coordinator
/// hears of them. Memory only: after a restart they are looked at once more, which changes nothing in the log.
/// </summary>
internal sealed class WaitingDrops
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, Entry> _waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Path, string Tag), int> _failures = new();
    private int _unfinished;

    /// <summary>What the coordinator should know; empty when nothing waits.</summary>
    public IEnumerable<Finding> Findings
    {
        get
        {
            if (!_waiting.IsEmpty) yield return DropFindings.Waiting.At(Place.Nowhere, ThaiNumerals.Number(_waiting.Count));
            if (_unfinished > 0) yield return DropFindings.UnfinishedMessages.At(Place.Nowhere, ThaiNumerals.Number(_unfinished));
        }
    }

    /// <summary>Whether this very drop was answered with this finding.</summary>
    public bool WasTold(Drop drop, string code) => Find(drop)?.Code == code;

    /// <summary>Whether this very drop was read and could not be accepted.</summary>
    public bool WasRead(Drop drop) => Find(drop) is { Read: true };

    /// <param name="read">Its content was looked at; false if it lies in a place where nothing is read.</param>
    public void Add(Drop drop, string code, bool read)
    {
        if (_waiting.Count >= Most) _waiting.Clear();
        _waiting[drop.Path.Value] = new(drop.Tag, code, read);
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

    private sealed record Entry(string Tag, string Code, bool Read);
}
