using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>A round that was opened, at one moment: found once for a request, a tick or a drop, and handed on.</summary>
/// <param name="Revisions">The rules that its log names, oldest first, as in <see cref="RoundState.Rules"/>.</param>
internal sealed record OpenedRound(RoundId Id, ImmutableArray<AwardRules> Revisions, RoundState State, IVault Vault)
{
    /// <summary>The rules in force at that moment.</summary>
    public AwardRules Rules => Revisions[^1];

    /// <summary>The rules that a receipt was given under: what it says of lateness, and what it lists as missing, stays as it was said.</summary>
    public AwardRules RulesOf(ReceiptNumber receipt) => Revisions[State.Rules.IndexOf(State.RulesOf(receipt))];

    /// <summary>What there is to say about a delivery as such, as its receipt says it.</summary>
    public ImmutableArray<Finding> NotesOf(DeliveryReceived delivery) => DeliveryNotes.Of(State, delivery, RulesOf(delivery.Receipt));

    /// <returns>Null if the text is no code, or the plan has no such unit.</returns>
    public ReportingUnit? UnitOf(string code) => UnitCode.TryParse(code, out var parsed) ? Rules.Plan.Find(parsed) : null;
}
