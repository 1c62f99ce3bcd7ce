using System.Collections.Concurrent;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// Removes from a round's vault what no event names: contents go in before the event that names them, and where the event never comes (a sudden
/// end, a refusal that others were faster to bring about, a report that new data overtook) they are left. Once a day in each process, since it
/// takes a listing. A round whose log can't be read to its end may name anything, and loses nothing.
/// </summary>
internal sealed partial class VaultSweep(RoundLog log, IEventLog events, TimeProvider clock, ILogger<VaultSweep> logger)
{
    /// <summary>
    /// How old a content is before it counts as left, counted from its last promotion. Whoever promotes one is about to append the event that
    /// names it: a request within seconds, at worst some minutes of attempts; an import or a restore when the rest of its file has come, which a slow line
    /// may stretch to hours. Each of them promotes anew what it finds there, so that none relies on what is about to count as left.
    /// </summary>
    public static readonly TimeSpan SafeAge = TimeSpan.FromDays(7);

    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<RoundId, DateTimeOffset> _swept = new();

    /// <exception cref="StorageUnavailableException">The store can't be used; what is left is removed another time.</exception>
    public async Task SweepAsync(RoundId round, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_swept.TryGetValue(round, out var last) && now - last < Every) return;
        var (vault, before) = (log.VaultOf(round), now - SafeAge);
        // The log is read after the listing: what is appended meanwhile names what was promoted lately.
        var left = await vault.ListAsync(cancellationToken).Where(c => c.StoredAt < before).Select(c => c.Hash)
            .ToHashSetAsync(cancellationToken: cancellationToken);
        if (left.Count > 0) left.IntersectWith(await UnnamedAsync(round, left, cancellationToken));
        var removed = 0;
        foreach (var content in left)
            if (await vault.DeleteAsync(content, before, cancellationToken)) removed++;
        if (removed > 0) Removed(logger, removed, round.Value);
        _swept[round] = now;
    }

    private async Task<HashSet<ContentHash>> UnnamedAsync(RoundId round, HashSet<ContentHash> contents, CancellationToken cancellationToken)
    {
        var reading = await LogReading.OfAsync(round, events, cancellationToken);
        if (!reading.Findings.IsEmpty) return [];
        var unnamed = contents.Except(reading.Named).ToDictionary(content => content.ToString(), StringComparer.Ordinal);
        if (unnamed.Count == 0) return [];
        // A newer program may have named it in a member that this one doesn't know.
        await foreach (var stored in events.ReadAsync(RoundLog.StreamOf(round), 0, cancellationToken))
        {
            var text = Encoding.UTF8.GetString(stored.Bytes.Span);
            foreach (var name in unnamed.Keys.Where(name => text.Contains(name, StringComparison.Ordinal)).ToList()) unnamed.Remove(name);
        }
        return [.. unnamed.Values];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} contents of {Round} that no event names")]
    private static partial void Removed(ILogger logger, int count, string round);
}
