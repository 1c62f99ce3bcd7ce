using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Choose what the letter leaves open; a later choice replaces it.</summary>
/// <param name="Choice">Id of the plan's open choice.</param>
/// <param name="Text">What is chosen: one of its options, or other words.</param>
internal sealed record MakeChoice(string Choice, string Text) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Words(Text)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge;

    internal override Decision Decide(Asked asked) => asked.Rules.Plan.OpenChoices.Any(c => c.Id == Choice)
        ? asked.Yes(this, new ChoiceMade(Choice, HashOf(Text)))
        : Refuse.For(DecisionFindings.ChoiceUnknown.At(Place.At("/choice"), string.Join(", ", asked.Rules.Plan.OpenChoices.Select(c => c.Id).DefaultIfEmpty("–"))));
}

/// <summary>What the letter leaves open was chosen.</summary>
/// <param name="Choice">Id of the plan's open choice.</param>
/// <param name="Text">Vault object with what was chosen.</param>
internal sealed record ChoiceMade(string Choice, ContentHash Text) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Text];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) => state with { Choices = state.Choices.SetItem(Choice, how.Ruled(Text)) };

    internal override BilingualText Tell(Telling telling)
    {
        var question = telling.ChoiceOf(Choice);
        return new($"เลือกสิ่งที่หนังสือเปิดไว้ให้เลือก: {question.Thai}", $"A choice that the letter leaves open was made: {question.English}");
    }
}

internal sealed partial record RoundState
{
    /// <summary>Choices that were made, by id, with the vault object that says what.</summary>
    public ImmutableDictionary<string, Ruled> Choices { get; init; } = ImmutableDictionary<string, Ruled>.Empty;
}
