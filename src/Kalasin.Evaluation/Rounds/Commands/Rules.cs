using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Open the round under these rules.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Rules">The rules; their canonical JSON is in the vault.</param>
internal sealed record OpenRound(Guid Id, AwardRules Rules) : RoundCommand(Id)
{
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked) =>
        asked.State.Opened is null ? asked.Yes(this, RulesReference.Of(Rules).Opened()) : new Already();
}

/// <summary>Move the round to these rules.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Rules">The rules; their canonical JSON is in the vault.</param>
/// <param name="Reason">Vault object that says why.</param>
internal sealed record ReviseRules(Guid Id, AwardRules Rules, ContentHash Reason) : RoundCommand(Id)
{
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    /// <summary>Other rules of the same award in which everything that was received has its place.</summary>
    internal override Decision Decide(Asked asked)
    {
        var (named, current) = (RulesReference.Of(Rules), asked.State.Rules[^1].Named);
        if (named.Round != current.Round) throw new ArgumentException($"The plan of {named.Round} is none of {current.Round}.", nameof(asked));
        if (named == current) return new Already();
        if (named.Framework != current.Framework) return Refuse.For(RulesFindings.OtherAward.At(Place.Nowhere, named.Framework.Value, current.Framework.Value));
        var homeless = asked.State.Deliveries.Select(d => d.Unit).Distinct().Where(u => Rules.Plan.Find(u) is null)
            .Select(u => RulesFindings.UnitGone.At(Place.Nowhere, u.Value))
            .Concat(asked.State.Heads.Where(h => Rules.Plan.Find(h.Unit) is not null && !Rules.Hosts(h.Unit, h.Indicator))
                .Select(h => RulesFindings.HostGone.At(Place.Nowhere, h.Unit.Value, h.Indicator.Bilingual))).ToImmutableArray();
        return homeless.IsEmpty ? asked.Yes(this, named.Revised(Reason)) : new Refuse(homeless);
    }
}
