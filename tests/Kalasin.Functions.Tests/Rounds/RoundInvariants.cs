using System.Security.Cryptography;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>What must be true of a round's log and vault at any time, whatever went wrong before.</summary>
internal static class RoundInvariants
{
    /// <summary>Reads the store itself, not through the service.</summary>
    /// <returns>The state that the log adds up to.</returns>
    public static async Task<RoundState> CheckAsync(IStorage storage, string round, CancellationToken cancellationToken)
    {
        var stream = StreamId.Of("round", round);
        var (state, head, sequence, runs, last) = (RoundState.Empty, default(ContentHash), 0L, 0, Guid.Empty);
        var named = new HashSet<ContentHash>();
        await foreach (var stored in storage.Log.ReadAsync(stream, 0, cancellationToken))
        {
            Assert.Equal(++sequence, stored.Sequence);
            head = head.Then(stored.Bytes.Span);
            var entry = RoundEntry.FromBytes(stored.Bytes.Span);
            if (entry.Command != last) runs++;
            last = entry.Command;
            named.UnionWith(entry.Event.Contents);
            state = Evolve.Apply(state, stored.Bytes.Span); // throws when a receipt, a version or an entry can't follow
        }
        Assert.Equal((sequence, head), (state.Sequence, state.Head));
        Assert.Equal(Enumerable.Range(1, state.Deliveries.Count), state.Deliveries.Select(d => d.Receipt.Value));
        Assert.Equal(state.Deliveries.Count, state.Deliveries.DistinctBy(d => d.Key).Count());
        Assert.Equal(runs, state.Commands.Count); // no command was carried out twice; the events of one stand together

        var vault = storage.Vaults.Of(stream);
        foreach (var hash in named.Where(n => !state.Erased.ContainsKey(n)))
        {
            await using var content = await vault.OpenAsync(hash, ByteRange.All, cancellationToken);
            Assert.True(content is not null, $"The log names {hash} and the vault lacks it.");
            Assert.Equal(hash, ContentHash.FromBytes(await SHA256.HashDataAsync(content, cancellationToken)));
        }
        return state;
    }
}
