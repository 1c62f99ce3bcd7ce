using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// Record that content is erased from the vault; the host erases it once that is recorded. Not a <see cref="RoundDecision"/>, because more than
/// words is needed for it.
/// </summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Content">Its name in the vault: a stated text, a message, the details or an original of a delivery, a return that doesn't count any more.</param>
/// <param name="Basis">On which legal basis.</param>
internal sealed record EraseContent(Guid Id, ContentHash Content, StatedText Basis) : RoundCommand(Id)
{
    internal override IEnumerable<StatedText> Texts => [Basis];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsCoordinator;

    internal override Decision Decide(Asked asked)
    {
        if (asked.State.Erased.GetValueOrDefault(Content) is { } erased) return Already.By(erased.Number);
        if (asked.State.Heads.Any(h => h.Content == Content)) return Refuse.For(DecisionFindings.StillCounts.At(Place.At("/content")));
        return asked.State.IsErasable(Content)
            ? asked.Yes(this, new ContentErased(Content, Basis.Hash))
            : Refuse.For(DecisionFindings.ContentUnknown.At(Place.At("/content")));
    }
}

/// <summary>Content is erased; who finds it missing knows why.</summary>
/// <param name="Content">Its name in the vault.</param>
/// <param name="Basis">Vault object that says on which legal basis.</param>
internal sealed record ContentErased(ContentHash Content, ContentHash Basis) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Basis];

    internal override bool ChangesResults => true;

    internal override RoundState Apply(RoundState state, Happened how) => state with { Erased = state.Erased.SetItem(Content, how.Ruled(Basis)) };

    internal override BilingualText Tell(Telling telling) =>
        new($"ลบเนื้อหา {Content.ToString()[..16]}… ออกจากที่เก็บ", $"The content {Content.ToString()[..16]}… was erased");
}

internal sealed partial record RoundState
{
    /// <summary>Contents that were erased, and on which legal basis. One that was sent or said again since is none of them any more.</summary>
    public ImmutableDictionary<ContentHash, Ruled> Erased { get; init; } = ImmutableDictionary<ContentHash, Ruled>.Empty;

    /// <summary>Whether something may be erased by this name: what people said, sent and reported, not what the program made of it.</summary>
    internal bool IsErasable(ContentHash content) =>
        Texts.Contains(content) || Messages.Values.Any(m => m.Eml == content) || Deliveries.Any(d => d.Details == content || d.Files.Any(f => f.Hash == content) || d.Returns.Any(r => r.Content == content));
}
