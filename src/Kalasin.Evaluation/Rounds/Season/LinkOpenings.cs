namespace Kalasin.Evaluation.Rounds;

/// <summary>Record that a personal link was opened; only the first time says anything.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Link">Its number.</param>
internal sealed record OpenLink(Guid Id, long Link) : RoundCommand(Id)
{
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.KeepsTime;

    internal override Decision Decide(Asked asked) => asked.State.Links.GetValueOrDefault(Link) switch
    {
        null => Asked.NoSuch(IssuedLink.Word, "/link", Link),
        { OpenedAt: not null } => new Already(),
        _ => asked.Yes(this, new LinkOpened(Link)),
    };
}

/// <summary>A personal link was opened for the first time: whoever got it has it.</summary>
/// <param name="Link">Its number.</param>
internal sealed record LinkOpened(long Link) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Links = state.Links.SetItem(Link, how.Earlier(state.Links, Link) with { OpenedAt = how.At }) };

    internal override BilingualText Tell(Telling telling)
    {
        var number = ThaiNumerals.Number(Link);
        return new($"เปิดลิงก์ส่วนบุคคลเลขที่ {number.Thai} เป็นครั้งแรก", $"Personal link {number.English} was opened for the first time");
    }
}
