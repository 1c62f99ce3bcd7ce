using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// The frameworks and plans of this installation, for rounds that are still to be opened: what ships, and above it the
/// revisions that the office published. The highest revision counts; of two alike the office's own. A round that is open
/// keeps its rules and asks nothing here.
/// </summary>
internal sealed class Rulebook(IEventLog events, IVaults vaults, ShippedRules shipped, TimeProvider clock)
{
    private readonly PublishedRules<Framework> _frameworks = new(RulesStreams.Framework, events, vaults, clock);
    private readonly PublishedRules<RoundPlan> _plans = new(RulesStreams.Plan, events, vaults, clock);

    /// <summary>Newest revision of every framework, by id.</summary>
    public async Task<IReadOnlyList<Framework>> FrameworksAsync(CancellationToken cancellationToken)
    {
        var all = shipped.Frameworks.ToDictionary(f => f.Id);
        foreach (var own in await _frameworks.NewestAsync(cancellationToken))
            if (!all.TryGetValue(own.Id, out var known) || own.Revision >= known.Revision) all[own.Id] = own;
        return [.. all.Values.OrderBy(f => f.Id.Value, StringComparer.Ordinal)];
    }

    /// <summary>Newest revision of every plan that somebody wrote, by id; standard plans, which there are for every province, are not listed.</summary>
    public async Task<IReadOnlyList<RoundPlan>> PlansAsync(CancellationToken cancellationToken)
    {
        var all = shipped.Frameworks.Select(f => shipped.PlanOf(f, "46")).Where(p => !BuiltInPlans.IsStandard(p)).ToDictionary(p => p.Id);
        foreach (var own in await _plans.NewestAsync(cancellationToken))
            if (!all.TryGetValue(own.Id, out var known) || own.Revision >= known.Revision) all[own.Id] = own;
        return [.. all.Values.OrderBy(p => p.Id.Value, StringComparer.Ordinal)];
    }

    /// <param name="revision">Null for the newest.</param>
    public async Task<Framework?> FrameworkAsync(FrameworkId id, int? revision, CancellationToken cancellationToken)
    {
        var (own, ours) = (await _frameworks.FindAsync(id.Value, revision, cancellationToken), shipped.Find(id));
        if (revision is null) return own?.Revision >= ours?.Revision || ours is null ? own : ours;
        return own ?? (ours?.Revision == revision ? ours : ShippedRevisions.Find<Framework>(id.Value, revision.Value));
    }

    /// <param name="revision">Null for the newest.</param>
    public async Task<RoundPlan?> PlanAsync(RoundId id, int? revision, CancellationToken cancellationToken)
    {
        var own = await _plans.FindAsync(id.Value, revision, cancellationToken);
        var ours = ShippedRules.Parts(id) is var (province, award) && await FrameworkAsync(award, null, cancellationToken) is { } framework
            ? shipped.PlanOf(framework, province)
            : null;
        if (revision is null) return own?.Revision >= ours?.Revision || ours is null ? own : ours;
        return own ?? (ours?.Revision == revision ? ours : ShippedRevisions.Find<RoundPlan>(id.Value, revision.Value));
    }

    /// <summary>The newest rules of a round.</summary>
    /// <returns>Null if its id names no plan or framework; findings where the two don't fit.</returns>
    public async Task<RulesResult<AwardRules>?> FindAsync(RoundId round, CancellationToken cancellationToken) =>
        await PlanAsync(round, null, cancellationToken) is { } plan && await FrameworkAsync(plan.Framework, null, cancellationToken) is { } framework
            ? AwardRules.Of(framework, plan)
            : null;

    /// <summary>Publishes a revision of a framework.</summary>
    public Task<Decision> PublishAsync(Framework framework, StatedText reason, Actor actor, CancellationToken cancellationToken) =>
        _frameworks.PublishAsync(
            new(framework.Id.Value, framework.Revision, framework),
            shipped.Find(framework.Id) is { } ours ? (ours.Revision, RulesWriter.HashOf(ours)) : null, reason, actor, cancellationToken);

    /// <summary>Publishes a revision of a plan that fits the newest revision of its framework.</summary>
    public async Task<Decision> PublishAsync(RoundPlan plan, StatedText reason, Actor actor, CancellationToken cancellationToken)
    {
        if (await FrameworkAsync(plan.Framework, null, cancellationToken) is not { } framework)
            return new Refuse([RulesFindings.NoFramework.At(Place.At("/framework"), plan.Framework.Value)]);
        var fit = AwardRules.Of(framework, plan);
        if (fit.Value is null) return new Refuse(fit.Findings);
        // Of an award of the office's own nothing ships: its first plan is revision 1, or 2 where it was made of the standard plan.
        var ours = ShippedRules.Parts(plan.Id) is var (province, award) && (shipped.Find(award) ?? (plan.Revision > 1 ? framework : null)) is { } known ? shipped.PlanOf(known, province) : null;
        return await _plans.PublishAsync(
            new(plan.Id.Value, plan.Revision, plan), ours is null ? null : (ours.Revision, RulesWriter.HashOf(ours)), reason, actor, cancellationToken);
    }
}
