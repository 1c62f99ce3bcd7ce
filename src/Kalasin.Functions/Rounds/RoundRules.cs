using System.Collections.Concurrent;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// The rules that the logs of rounds name, read from each round's own vault and from nowhere else. A hash names the same bytes
/// for ever, so that what was read once is kept.
/// </summary>
internal sealed class RoundRules(IVaults vaults)
{
    private readonly ConcurrentDictionary<RulesReference, AwardRules> known = new();
    private readonly ConcurrentDictionary<ContentHash, Framework> frameworks = new();

    /// <exception cref="StorageUnavailableException">The vault can't be read.</exception>
    /// <exception cref="DamagedException">It lacks them, or holds something else.</exception>
    public async Task<AwardRules> OfAsync(RulesReference named, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(named, out var rules)) return rules;
        var vault = VaultOf(named.Round);
        var framework = await ReadAsync<Framework>(vault, named.FrameworkHash, cancellationToken);
        var plan = await ReadAsync<RoundPlan>(vault, named.PlanHash, cancellationToken);
        // Rounds of one framework share it: a department may have one for each province.
        return known.GetOrAdd(named, AwardRules.AsRecorded(frameworks.GetOrAdd(named.FrameworkHash, framework), plan));
    }

    /// <summary>Puts rules into their round's vault, where they have to be before an event names them.</summary>
    public async Task KeepAsync(AwardRules rules, CancellationToken cancellationToken)
    {
        await using var staged = new StagedContents(VaultOf(rules.Plan.Id));
        await staged.AddOwnAsync(CanonicalJson.Of(rules.Framework), cancellationToken);
        await staged.AddOwnAsync(CanonicalJson.Of(rules.Plan), cancellationToken);
        await staged.PromoteAsync(cancellationToken);
    }

    /// <summary>Rounds of the first version have no rules in their vault; what they name shipped with the program, and is taken in.</summary>
    private static async Task<T> ReadAsync<T>(IVault vault, ContentHash hash, CancellationToken cancellationToken) where T : class
    {
        if (await StoredRules.ReadAsync<T>(vault, hash, cancellationToken) is { } kept) return kept;
        var shipped = ShippedRevisions.Find(hash) ?? throw StoredRules.Unusable(hash);
        await using var staged = new StagedContents(vault);
        await staged.AddOwnAsync(shipped, cancellationToken);
        await staged.PromoteAsync(cancellationToken);
        return StoredRules.Read<T>(shipped, hash);
    }

    private IVault VaultOf(RoundId round) => vaults.Of(RoundLog.StreamOf(round));
}
