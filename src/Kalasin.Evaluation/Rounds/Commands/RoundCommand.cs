namespace Kalasin.Evaluation.Rounds;

/// <summary>Something that is asked of a round. Closed family. Bytes it names are in the vault already.</summary>
internal abstract record RoundCommand
{
    private protected RoundCommand(Guid id) => Id = id;

    /// <summary>Minted once by the caller, kept across retries: tells "already done".</summary>
    public Guid Id { get; init; }

    /// <summary>Whether this actor may ask it. Every command says so itself, so that none is forgotten.</summary>
    /// <param name="actor">Who asks.</param>
    internal abstract bool IsOpenTo(Actor actor);

    /// <summary>What the round answers; asked by <see cref="Rounds.Decide"/>, which knows what holds for every command. Pure.</summary>
    /// <param name="asked">Asked when and by whom, of which round.</param>
    internal abstract Decision Decide(Asked asked);

    /// <summary>The receipt that carrying it out gave. Default: none.</summary>
    internal virtual ReceiptNumber? ReceiptIn(RoundState state) => null;
}

/// <summary>How a command is asked.</summary>
/// <param name="State">The round as it is.</param>
/// <param name="Rules">The rules in force; of a round that is to be opened, those it is opened under.</param>
/// <param name="Now">When.</param>
/// <param name="Actor">By whom.</param>
internal sealed record Asked(RoundState State, AwardRules Rules, DateTimeOffset Now, Actor Actor)
{
    /// <summary>Do it: these events follow.</summary>
    public Accept Yes(RoundCommand command, params IEnumerable<RoundEvent> events) =>
        new([.. events.Select(e => new RoundEntry(Now, Actor, command.Id, e))]);
}
