using System.Text.Json.Serialization;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Something that is asked of a round. Closed family. Bytes it names are in the vault already.</summary>
internal abstract record RoundCommand
{
    private protected RoundCommand(Guid id) => Id = id;

    /// <summary>Minted once by the caller, kept across retries: tells "already done".</summary>
    [JsonIgnore] public Guid Id { get; init; }

    /// <summary>
    /// Fingerprint of what was asked, where whoever asks gave a key of their own that the id is made from: the same key with something else is
    /// refused. Default: none.
    /// </summary>
    internal ContentHash? Fingerprint { get; init; }

    /// <summary>What it says in free text; in the vault before the event is appended. Default: nothing.</summary>
    internal virtual IEnumerable<StatedText> Texts => [];

    /// <summary>Whether this actor may ask it. Every command says so itself, so that none is forgotten.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="state">The round as it is: some things are open to those whose they are.</param>
    internal abstract bool IsOpenTo(Actor actor, RoundState state);

    /// <summary>What the round answers; asked by <see cref="Rounds.Decide"/>, which knows what holds for every command. Pure.</summary>
    /// <param name="asked">Asked when and by whom, of which round.</param>
    internal abstract Decision Decide(Asked asked);

    /// <summary>The receipt that carrying it out gave. Default: none.</summary>
    internal virtual ReceiptNumber? ReceiptIn(RoundState state) => null;
}
