using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Rounds;

/// <summary>Opens rounds under the newest rules, and moves them to newer ones when somebody says why.</summary>
internal sealed class RoundService(RoundLog log, Rulebook rulebook)
{
    /// <summary>Opens a round; one that is open stays as it is, under the rules it has.</summary>
    /// <returns>Null if the id names no rules.</returns>
    public async Task<RoundOutcome?> OpenAsync(RoundId id, Actor actor, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(id, null, cancellationToken) is { } open) return new(new Already(), open);
        if (await rulebook.FindAsync(id, cancellationToken) is not { } found) return null;
        if (found.Value is not { } rules) return new(new Refuse(found.Findings), null);
        var (decision, state) = await log.OpenAsync(rules, actor, cancellationToken);
        return new(decision, await log.AtAsync(id, state, cancellationToken));
    }

    /// <summary>
    /// Opens a round of a year that has no framework yet by the one of another year: what that says is carried over, and so is the province's plan where it has
    /// one. Where the year has its own framework or plan, that holds. Nothing is published before all of it is read and fits; what a run that broke off had
    /// published the next one finds, and goes on from there to the same round.
    /// </summary>
    /// <param name="own">The next revision of the plan, entered for the opening; null for the plan that there is.</param>
    /// <returns>Null if the id names no province, or there is no such framework.</returns>
    public async Task<RoundOutcome?> OpenAsync(RoundId id, FrameworkId from, Actor actor, CancellationToken cancellationToken, RoundPlan? own = null)
    {
        if (await log.FindAsync(id, null, cancellationToken) is { } open) return new(new Already(), open);
        if (await BasisAsync(id, from, cancellationToken) is not { } basis) return null;
        if (basis.Rules is not { } rules) return new(new Refuse(basis.Findings), null);
        if (own is not null && AwardRules.Of(rules.Framework, own) is { Value: null, Findings: var faults }) return new(new Refuse(faults), null);
        foreach (var publish in (Func<Task<Decision?>>[])[
            async () => basis.Framework is { } framework ? await rulebook.PublishAsync(framework, Reason(basis.Carried), actor, cancellationToken) : null,
            async () => basis.Plan is { } plan ? await rulebook.PublishAsync(plan, Reason(basis.Carried), actor, cancellationToken) : null,
            async () => own is not null ? await rulebook.PublishAsync(own, Reason("กรอกเมื่อเปิดรอบ / entered when the round was opened"), actor, cancellationToken) : null])
            if (await publish() is Refuse refusal) return new(refusal, null);
        return await OpenAsync(id, actor, cancellationToken);
    }

    /// <summary>The rules that a round would be opened by: nothing of them is kept.</summary>
    /// <inheritdoc cref="OpenAsync(RoundId, FrameworkId, Actor, CancellationToken, RoundPlan?)"/>
    public async Task<RulesResult<AwardRules>?> DraftAsync(RoundId id, FrameworkId from, CancellationToken cancellationToken) =>
        await BasisAsync(id, from, cancellationToken) is { } basis ? RulesResult<AwardRules>.Of(basis.Findings, () => basis.Rules!) : null;

    /// <returns>Null if the id names no province, or there is no such framework.</returns>
    private async Task<Basis?> BasisAsync(RoundId id, FrameworkId from, CancellationToken cancellationToken)
    {
        if (ShippedRules.Parts(id) is not var (province, award) || await rulebook.FrameworkAsync(from, null, cancellationToken) is not { } before) return null;
        var known = await rulebook.FrameworkAsync(award, null, cancellationToken);
        if (CarriedRules.YearOf(award) is not (>= 2400 and <= 2800) || CarriedRules.IdOf(before, CarriedRules.YearOf(award)!.Value) != award)
            return known is null ? Basis.Not([RulesFindings.OtherYear.At(Place.Nowhere, award.Value, from.Value)]) : await HoldingAsync();
        var framework = known is null ? Reread(before.CarriedTo(CarriedRules.YearOf(award)!.Value), RulesWriter.ToJson, FrameworkReader.Read) : RulesResult<Framework>.Of([], () => known);
        if (framework.Value is not { } after) return Basis.Not(framework.Findings);
        var plan = await CarriedPlanAsync(id, RoundId.Parse($"{province}-{from}"), before, after, cancellationToken);
        if (plan is { Value: null }) return Basis.Not(plan.Findings);
        if (known is not null && plan is null) return await HoldingAsync();
        var fit = AwardRules.Of(after, plan?.Value ?? BuiltInPlans.For(after, province));
        return new(fit.Value, fit.Value is null ? fit.Findings : [])
        {
            Framework = known is null ? after : null, Plan = plan?.Value,
            Carried = $"ยกมาจาก {from} ฉบับที่ {ThaiNumerals.Format(before.Revision)} / carried over from {from}, revision {before.Revision}",
        };

        async Task<Basis?> HoldingAsync() => await rulebook.FindAsync(id, cancellationToken) is { } found ? new(found.Value, found.Value is null ? found.Findings : []) : null;
    }

    private static StatedText Reason(string text) => StatedTexts.TryState(text, out var reason) ? reason : throw new ArgumentException("Not a reason.", nameof(text));

    /// <summary>What a round would be opened by.</summary>
    /// <param name="Rules">Null where they can't be read or don't fit.</param>
    /// <param name="Findings">Why.</param>
    private sealed record Basis(AwardRules? Rules, ImmutableArray<Finding> Findings)
    {
        /// <summary>Carried over and still to be published; null where the year has one.</summary>
        public Framework? Framework { get; init; }

        /// <inheritdoc cref="Framework"/>
        public RoundPlan? Plan { get; init; }

        /// <summary>From where.</summary>
        public string Carried { get; init; } = "";

        public static Basis Not(ImmutableArray<Finding> findings) => new(null, findings);
    }

    /// <summary>The province's plan of the other year for this one; null where it has none of its own, or has one of this year.</summary>
    private async Task<RulesResult<RoundPlan>?> CarriedPlanAsync(RoundId id, RoundId from, Framework before, Framework after, CancellationToken cancellationToken)
    {
        if (await rulebook.PlanAsync(id, null, cancellationToken) is { } known && !BuiltInPlans.IsStandard(known)) return null;
        if (await rulebook.PlanAsync(from, null, cancellationToken) is not { } plan || BuiltInPlans.IsStandard(plan)) return null;
        var read = Reread(plan.CarriedTo(before, after), RulesWriter.ToJson, RoundPlanReader.Read);
        if (read.Value is not { } carried) return read;
        var fit = AwardRules.Of(after, carried);
        return RulesResult<RoundPlan>.Of(fit.Findings, () => carried);
    }

    /// <summary>What was carried, checked as any file is that an office sends.</summary>
    private static RulesResult<T> Reread<T>(T carried, Func<T, string> write, Func<Stream, RulesResult<T>> read) where T : class =>
        read(new MemoryStream(Encoding.UTF8.GetBytes(write(carried))));

    /// <summary>Moves a round to the newest rules; one that has them stays as it is.</summary>
    public async Task<RoundOutcome> ReviseAsync(OpenedRound round, StatedText reason, Actor actor, CancellationToken cancellationToken)
    {
        if (await rulebook.FindAsync(round.Id, cancellationToken) is not { } found) return new(new Already(), round);
        if (found.Value is not { } rules) return new(new Refuse(found.Findings), round);
        if (RulesReference.Of(rules) == round.State.Rules[^1].Named) return new(new Already(), round);
        var (decision, state) = await log.ReviseAsync(rules, reason, actor, cancellationToken);
        return new(decision, await log.AtAsync(round.Id, state, cancellationToken));
    }
}

/// <param name="Round">As it is afterwards; null if it could not be opened.</param>
internal sealed record RoundOutcome(Decision Decision, OpenedRound? Round);
