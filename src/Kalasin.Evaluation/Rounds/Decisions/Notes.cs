using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Leave an internal note for somebody to act on; units don't see it.</summary>
/// <param name="Text">The note.</param>
/// <param name="Role">For whom, by role. Default: for whoever has <paramref name="Link"/>.</param>
/// <param name="Link">For whom, by the number of their personal link. Default: for <paramref name="Role"/>.</param>
/// <param name="Unit">About whose returns. Default: about the round.</param>
/// <param name="Indicator">On what. Default: in general.</param>
internal sealed record WriteNote(string Text, NoteRole? Role = null, long? Link = null, UnitCode? Unit = null, IndicatorNumber? Indicator = null) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Words(Text)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.Asks;

    internal override Decision Decide(Asked asked)
    {
        if (Role is null == Link is null) return Refuse.For(DecisionFindings.Assignee.At(Place.At("/role")));
        if (Link is { } link && !(asked.State.Links.GetValueOrDefault(link)?.Opens(asked.Now) ?? false)) return Asked.NoSuch(IssuedLink.Word, "/link", link);
        if (Unit is { } unit && asked.Unknown(unit, Indicator) is { } unknown) return Refuse.For(unknown);
        if (Unit is null && Indicator is { } indicator && asked.Rules.Framework.Find(indicator) is null)
            return Refuse.For(DecisionFindings.IndicatorUnknown.At(Place.At("/indicator"), indicator.Bilingual));
        return asked.Yes(this, new NoteWritten(Unit, Indicator, Role, Link, HashOf(Text)));
    }
}

/// <summary>Say that what a note asks for is done.</summary>
/// <param name="Note">Its number.</param>
/// <param name="Reason">What was done. Default: not said.</param>
internal sealed record FinishNote(long Note, string? Reason = null) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    /// <summary>Those in charge, whoever wrote it, and whom it is for.</summary>
    internal override bool IsOpenTo(Actor actor, RoundState state) =>
        actor.IsInCharge || (state.Notes.GetValueOrDefault(Note) is { } note && (note.Written.By == actor || note.IsFor(actor)));

    internal override Decision Decide(Asked asked) => asked.State.Notes.GetValueOrDefault(Note) switch
    {
        null => Asked.NoSuch(Rounds.Note.Word, "/note", Note),
        { Done: { } done } => Already.By(done.Number),
        _ => asked.Yes(this, new NoteDone(Note, Reason is { } reason ? HashOf(reason) : null)),
    };
}

/// <summary>An internal note was left.</summary>
/// <param name="Unit">About whose returns; <see langword="null"/> about the round.</param>
/// <param name="Indicator">On what; <see langword="null"/> in general.</param>
/// <param name="For">For whom, by role; <see langword="null"/> for whoever has <paramref name="Link"/>.</param>
/// <param name="Link">For whom, by the number of their personal link.</param>
/// <param name="Text">Vault object with the note.</param>
internal sealed record NoteWritten(UnitCode? Unit, IndicatorNumber? Indicator, NoteRole? For, long? Link, ContentHash Text) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Text];

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Notes = state.Notes.Add(how.Number, new(how.Ruled(Text), Unit, Indicator, For, Link)) };

    internal override BilingualText Tell(Telling telling)
    {
        var whom = For is { } role ? Actor.NameOf(Rounds.Note.RoleOf(role)) : new($"ผู้ถือลิงก์เลขที่ {ThaiNumerals.Format(Link ?? 0)}", $"holder of link {ThaiNumerals.Number(Link ?? 0).English}");
        var about = Unit is { } unit ? telling.ReturnOf(unit, Indicator) : Indicator is { } indicator ? telling.IndicatorOf(null, indicator) : null;
        return about is null
            ? new($"บันทึกภายใน มอบหมายให้{whom.Thai}", $"An internal note was left for the {whom.English}")
            : new($"บันทึกภายในเกี่ยวกับ{about.Thai} มอบหมายให้{whom.Thai}", $"An internal note about {about.English} was left for the {whom.English}");
    }
}

/// <summary>What a note asks for is done.</summary>
/// <param name="Note">Its number.</param>
/// <param name="Reason">Vault object that says what was done; <see langword="null"/> where nobody said.</param>
internal sealed record NoteDone(long Note, ContentHash? Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => Reason is { } reason ? [reason] : [];

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Notes = state.Notes.SetItem(Note, how.Earlier(state.Notes, Note) with { Done = how.Ruled(Reason) }) };

    internal override BilingualText Tell(Telling telling) =>
        new($"ดำเนินการตามบันทึกภายในเลขที่ {ThaiNumerals.Format(Note)} แล้ว", $"What internal note {ThaiNumerals.Number(Note).English} asks for is done");
}

/// <summary>An internal note.</summary>
/// <param name="Written">By whom, when, and what.</param>
/// <param name="Unit">About whose returns; <see langword="null"/> about the round.</param>
/// <param name="Indicator">On what; <see langword="null"/> in general.</param>
/// <param name="For">For whom, by role.</param>
/// <param name="Link">For whom, by personal link.</param>
internal sealed record Note(Ruled Written, UnitCode? Unit, IndicatorNumber? Indicator, NoteRole? For, long? Link)
{
    public static BilingualText Word { get; } = new("บันทึกภายใน", "internal note");

    /// <summary>Who said that it is done, when and what was done; <see langword="null"/> while it isn't.</summary>
    public Ruled? Done { get; init; }

    /// <summary>The role that a note is for.</summary>
    public static ActorRole RoleOf(NoteRole role) => role switch
    {
        NoteRole.Head => ActorRole.Head,
        NoteRole.Inspector => ActorRole.Inspector,
        NoteRole.Confirmer => ActorRole.Confirmer,
        _ => ActorRole.Coordinator,
    };

    /// <summary>Whether it is for somebody.</summary>
    public bool IsFor(Actor actor) => For is { } role ? RoleOf(role) == actor.Role : Link is { } link && actor.Id == Actor.OfLink(link);
}

/// <summary>For whom an internal note may be.</summary>
internal enum NoteRole
{
    /// <summary>The coordinator.</summary>
    Coordinator,

    /// <summary>The head.</summary>
    Head,

    /// <summary>Inspectors.</summary>
    Inspector,

    /// <summary>Confirmers.</summary>
    Confirmer,
}

internal sealed partial record RoundState
{
    /// <summary>Internal notes by their numbers, done ones included.</summary>
    public ImmutableSortedDictionary<long, Note> Notes { get; init; } = ImmutableSortedDictionary<long, Note>.Empty;
}
