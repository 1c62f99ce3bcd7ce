using System.Collections.Concurrent;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// Lets go of what the log says is erased: after the event and never without it. What a sudden end leaves is removed by the next
/// tick. Content that was sent again after it was erased is named again, and stays.
/// </summary>
internal sealed class Erasure(RoundLog log, DecisionService decisions, VaultContent content, IStorage storage)
{
    private readonly ConcurrentDictionary<(RoundId Round, ContentHash Content, long Number), byte> _done = new();

    /// <summary>Records the erasure and removes the content.</summary>
    /// <param name="key">Of the sender; empty if none was given. Asked again with it, what was sent anew meanwhile stays.</param>
    /// <exception cref="StorageUnavailableException">It may be recorded and not removed; asked again, or at the next tick, it is.</exception>
    public async Task<DecisionOutcome> EraseAsync(
        OpenedRound round, ContentHash erased, StatedText basis, string key, Actor actor, CancellationToken cancellationToken)
    {
        var id = key.Length == 0 ? Guid.NewGuid() : IdOf(round.Id, erased, key, actor);
        var outcome = await decisions.DecideAsync(round, new EraseContent(id, erased, basis), actor, cancellationToken);
        if (outcome.Decision is not Refuse) await FinishAsync(round.Id, cancellationToken);
        return outcome;
    }

    /// <summary>Id of the command: the same whenever the same is asked under the same key.</summary>
    public static Guid IdOf(RoundId round, ContentHash erased, string key, Actor actor) =>
        DeliveryService.CommandOf(ContentHash.Of(Encoding.UTF8.GetBytes($"erasure\n{round}\n{actor.Role}\n{actor.Id}\n{erased}\n{key}")));

    /// <summary>Removes what is recorded as erased and was not removed by this process yet.</summary>
    public async Task FinishAsync(RoundId round, CancellationToken cancellationToken)
    {
        var state = await log.LoadAsync(round, cancellationToken);
        foreach (var (erased, how) in state.Erased)
        {
            if (_done.ContainsKey((round, erased, how.Number))) continue;
            await log.VaultOf(round).DeleteAsync(erased, cancellationToken);
            content.Forget(round, erased);
            _done.TryAdd((round, erased, how.Number), 0);
        }
    }

    /// <summary>Removes from a vault what a log says is erased.</summary>
    /// <returns>How many were still there.</returns>
    public static async Task<int> RemoveAsync(IVault vault, RoundState state, CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var erased in state.Erased.Keys)
            if (await vault.DeleteAsync(erased, cancellationToken)) removed++;
        return removed;
    }

    /// <summary>The copies that no erasure here reaches.</summary>
    public IReadOnlyList<Finding> Unreached =>
    [
        ErasureFindings.BackupsKeep.At(Place.Nowhere), ErasureFindings.ExportsKeep.At(Place.Nowhere), ErasureFindings.MadeOfItKeeps.At(Place.Nowhere),
        .. storage.Kind == "azure" ? [ErasureFindings.AccountKeeps.At(Place.Nowhere)] : Array.Empty<Finding>(),
    ];
}
