using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>What an office published of one kind: a stream <c>{kind}/{id}</c> each, whose events name the canonical JSON in the vault beside it.</summary>
/// <typeparam name="T"><see cref="Framework"/> or <see cref="RoundPlan"/>.</typeparam>
internal sealed class PublishedRules<T>(string kind, IEventLog events, IVaults vaults, TimeProvider clock) where T : class
{
    private const int Attempts = 8;

    private readonly ConcurrentDictionary<ContentHash, T> _read = new();

    /// <param name="revision">Null for the newest.</param>
    public async Task<T?> FindAsync(string id, int? revision, CancellationToken cancellationToken)
    {
        var stream = StreamId.Of(kind, id);
        var history = await RulesStreams.HistoryAsync(events, stream, cancellationToken);
        var named = revision is null ? history.Revisions.LastOrDefault() : history.Revisions.Find(r => r.Revision == revision);
        if (named is null) return null;
        if (_read.TryGetValue(named.Hash, out var rules)) return rules;
        rules = await StoredRules.ReadAsync<T>(vaults.Of(stream), named.Hash, cancellationToken) ?? throw StoredRules.Unusable(named.Hash);
        return _read.GetOrAdd(named.Hash, rules);
    }

    /// <summary>The newest revision of each.</summary>
    public async Task<IReadOnlyList<T>> NewestAsync(CancellationToken cancellationToken)
    {
        var newest = new List<T>();
        await foreach (var stream in RulesStreams.StreamsAsync(events, kind, cancellationToken))
            if (await FindAsync(stream.Id, null, cancellationToken) is { } rules) newest.Add(rules);
        return newest;
    }

    /// <summary>Publishes a revision; the very bytes that were published before are known.</summary>
    /// <param name="shipped">Newest revision that the program brings along, and its hash.</param>
    public async Task<Decision> PublishAsync(
        RulesFile<T> file, (int, ContentHash)? shipped, StatedText reason, Actor actor, CancellationToken cancellationToken)
    {
        var (stream, command) = (StreamId.Of(kind, file.Id), Guid.NewGuid());
        await using var staged = new StagedContents(vaults.Of(stream));
        var hash = await staged.AddOwnAsync(CanonicalJson.Of(file.Rules), cancellationToken);
        var next = new RulesPublished(file.Id, file.Revision, hash, await staged.AddOwnAsync(reason.ToBytes(), cancellationToken));
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var history = await RulesStreams.HistoryAsync(events, stream, cancellationToken);
            var decision = history.Decide(next, shipped, command, clock.GetUtcNow(), actor);
            if (decision is not Accept accept) return decision;
            await staged.PromoteAsync(cancellationToken);
            var appended = await events.AppendAsync(
                stream, history.Sequence, new EventBatch(accept.Entries.Select(e => (ReadOnlyMemory<byte>)e.ToBytes())), cancellationToken);
            if (appended is AppendResult.Ok) return decision;
        }
        throw new StorageUnavailableException(RoundServiceFindings.Busy.At(Place.Nowhere));
    }
}

/// <summary>A framework or plan with what names it.</summary>
internal sealed record RulesFile<T>(string Id, int Revision, T Rules);

/// <summary>The streams of published rules.</summary>
internal static class RulesStreams
{
    public const string Framework = "framework";
    public const string Plan = "plan";

    public static readonly string[] Kinds = [Framework, Plan];

    /// <summary>The revisions of one stream; none if nobody published any.</summary>
    public static async Task<RulesHistory> HistoryAsync(IEventLog events, StreamId stream, CancellationToken cancellationToken)
    {
        var history = RulesHistory.Empty;
        await foreach (var stored in events.ReadAsync(stream, 0, cancellationToken)) history = history.Apply(stored.Bytes.Span);
        return history;
    }

    /// <summary>Every stream of a kind.</summary>
    public static async IAsyncEnumerable<StreamId> StreamsAsync(IEventLog events, string kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await events.ListAsync(kind + "/", next, cancellationToken);
            foreach (var stream in page.Items) yield return stream;
            next = page.Next;
        }
        while (next is not null);
    }
}
