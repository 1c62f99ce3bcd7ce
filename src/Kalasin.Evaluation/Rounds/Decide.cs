using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>What a round answers to a command. Closed family.</summary>
internal abstract record Decision
{
    private protected Decision() { }
}

/// <summary>Do it: append these entries.</summary>
/// <param name="Entries">At least one, in order.</param>
internal sealed record Accept(ImmutableArray<RoundEntry> Entries) : Decision;

/// <summary>It was done before: by the same command, or by another with the same meaning. Nothing to append.</summary>
/// <param name="Receipt">Receipt of the earlier delivery, where there is one.</param>
internal sealed record Already(ReceiptNumber? Receipt = null) : Decision
{
    /// <summary>Sequence of the event that did it; <see langword="null"/> where no event of its own says so.</summary>
    public long? Number { get; init; }

    /// <summary>Done by that event.</summary>
    public static Already By(long number) => new() { Number = number };
}

/// <summary>It can't be done; nothing changes.</summary>
/// <param name="Findings">Why, and what to do.</param>
internal sealed record Refuse(ImmutableArray<Finding> Findings) : Decision
{
    /// <summary>For one reason.</summary>
    public static Refuse For(Finding finding) => new([finding]);
}

/// <summary>
/// Turns commands into events or findings: here what holds for all of them, the rest each says itself. Pure: time, rules and actor
/// are arguments.
/// </summary>
internal static class Decide
{
    /// <summary>What the round answers.</summary>
    /// <param name="state">The round as it is.</param>
    /// <param name="rules">The rules that its log names last; <see langword="null"/> before it is opened.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">When.</param>
    /// <param name="actor">By whom.</param>
    public static Decision On(RoundState state, AwardRules? rules, RoundCommand command, DateTimeOffset now, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        if (!command.IsOpenTo(actor, state)) return Refuse.For(RoundFindings.NotAllowed.At(Place.Nowhere));
        if (state.Commands.TryGetValue(command.Id, out var done))
            return done.Body == command.Fingerprint
                ? new Already(command.ReceiptIn(state)) { Number = done.Number }
                : Refuse.For(DecisionFindings.KeyReused.At(Place.Nowhere));
        if (command is OpenRound open) rules = open.Rules;
        else if (state.Opened is null) return Refuse.For(RoundFindings.NotOpen.At(Place.Nowhere));
        ArgumentNullException.ThrowIfNull(rules);
        if (command is RoundDecision { Objections: { IsEmpty: false } objections }) return new Refuse(objections);
        return command.Decide(new(state, rules, now, actor));
    }
}
