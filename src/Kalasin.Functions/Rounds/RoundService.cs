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
    /// one. Where the year has its own, that holds.
    /// </summary>
    /// <returns>Null if the id names no province, or there is no such framework.</returns>
    public async Task<RoundOutcome?> OpenAsync(RoundId id, FrameworkId from, Actor actor, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(id, null, cancellationToken) is { } open) return new(new Already(), open);
        if (ShippedRules.Parts(id) is not var (province, award) || await rulebook.FrameworkAsync(from, null, cancellationToken) is not { } before) return null;
        if (await rulebook.FrameworkAsync(award, null, cancellationToken) is null)
        {
            if (CarriedRules.YearOf(award) is not { } year || CarriedRules.IdOf(before, year) != award)
                return new(new Refuse([RulesFindings.OtherYear.At(Place.Nowhere, award.Value, from.Value)]), null);
            var after = before.CarriedTo(year);
            _ = StatedTexts.TryState($"ยกมาจาก {from} ฉบับที่ {ThaiNumerals.Format(before.Revision)} / carried over from {from}, revision {before.Revision}", out var reason);
            if (await rulebook.PublishAsync(after, reason!, actor, cancellationToken) is Refuse refusal) return new(refusal, null);
            if (await rulebook.PlanAsync(RoundId.Parse($"{province}-{from}"), null, cancellationToken) is { } plan && !BuiltInPlans.IsStandard(plan)
                && await rulebook.PublishAsync(plan.CarriedTo(before, after), reason!, actor, cancellationToken) is Refuse unfit) return new(unfit, null);
        }
        return await OpenAsync(id, actor, cancellationToken);
    }

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
