using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Ask something about a unit's returns, or as the unit about its own.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Text">The question.</param>
/// <param name="Indicator">On what. Default: in general.</param>
internal sealed record AskQuestion(UnitCode Unit, string Text, IndicatorNumber? Indicator = null) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Words(Text)];

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.Asks || actor.IsOfficerOf(Unit);

    internal override Decision Decide(Asked asked) =>
        asked.Unknown(Unit, Indicator) is { } unknown ? Refuse.For(unknown) : asked.Yes(this, new QuestionAsked(Unit, Indicator, HashOf(Text)));
}

/// <summary>Say something more in the thread of a question.</summary>
/// <param name="Question">Its number.</param>
/// <param name="Text">What is said.</param>
internal sealed record AnswerQuestion(long Question, string Text) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Words(Text)];

    internal override bool IsOpenTo(Actor actor, RoundState state) =>
        actor.Asks || (state.Questions.GetValueOrDefault(Question) is { } question && actor.IsOfficerOf(question.Unit));

    internal override Decision Decide(Asked asked) => asked.State.Questions.GetValueOrDefault(Question) switch
    {
        null => Asked.NoSuch(Rounds.Question.Word, "/question", Question),
        { IsOpen: false } => Asked.Over(Rounds.Question.Word, "/question", Question),
        _ => asked.Yes(this, new QuestionAnswered(Question, HashOf(Text))),
    };
}

/// <summary>Close the thread of a question.</summary>
/// <param name="Question">Its number.</param>
/// <param name="Reason">Why there is nothing more to say. Default: not said.</param>
internal sealed record CloseQuestion(long Question, string? Reason = null) : RoundDecision
{
    private protected override IEnumerable<Said> Said => [Rounds.Said.Why(Reason)];

    /// <summary>Those in charge, and whoever asked.</summary>
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.IsInCharge || state.Questions.GetValueOrDefault(Question)?.Asked.By == actor;

    internal override Decision Decide(Asked asked) => asked.State.Questions.GetValueOrDefault(Question) switch
    {
        null => Asked.NoSuch(Rounds.Question.Word, "/question", Question),
        { Closed: { } closed } => Already.By(closed.Number),
        var question when asked.IsOwn(question.Unit) && !asked.IsSelf(question.Asked.By) => Refuse.For(DecisionFindings.OwnWork.At(Place.Nowhere)),
        _ => asked.Yes(this, new QuestionClosed(Question, Reason is { } reason ? HashOf(reason) : null)),
    };
}

/// <summary>Something was asked about a unit's returns.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Indicator">On what; <see langword="null"/> in general.</param>
/// <param name="Text">Vault object with the question.</param>
internal sealed record QuestionAsked(UnitCode Unit, IndicatorNumber? Indicator, ContentHash Text) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Text];

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Questions = state.Questions.Add(how.Number, new(how.Ruled(Text), Unit, Indicator)) };

    internal override BilingualText Tell(Telling telling)
    {
        var what = telling.ReturnOf(Unit, Indicator);
        return new($"สอบถามเกี่ยวกับ{what.Thai}", $"A question was asked about {what.English}");
    }
}

/// <summary>Something more was said in the thread of a question.</summary>
/// <param name="Question">Its number.</param>
/// <param name="Text">Vault object with what was said.</param>
internal sealed record QuestionAnswered(long Question, ContentHash Text) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => [Text];

    internal override RoundState Apply(RoundState state, Happened how)
    {
        var question = how.Earlier(state.Questions, Question);
        return state with { Questions = state.Questions.SetItem(Question, question with { Answers = question.Answers.Add(how.Ruled(Text)) }) };
    }

    internal override BilingualText Tell(Telling telling) =>
        new($"ตอบหรือถามต่อในคำถามเลขที่ {ThaiNumerals.Format(Question)}", $"Question {ThaiNumerals.Number(Question).English} was answered or followed up");
}

/// <summary>The thread of a question was closed.</summary>
/// <param name="Question">Its number.</param>
/// <param name="Reason">Vault object that says why; <see langword="null"/> where nobody said.</param>
internal sealed record QuestionClosed(long Question, ContentHash? Reason) : RoundEvent
{
    internal override IEnumerable<ContentHash> Texts => Reason is { } reason ? [reason] : [];

    internal override RoundState Apply(RoundState state, Happened how) =>
        state with { Questions = state.Questions.SetItem(Question, how.Earlier(state.Questions, Question) with { Closed = how.Ruled(Reason) }) };

    internal override BilingualText Tell(Telling telling) =>
        new($"ปิดคำถามเลขที่ {ThaiNumerals.Format(Question)}", $"Question {ThaiNumerals.Number(Question).English} was closed");
}

/// <summary>A question with its thread.</summary>
/// <param name="Asked">By whom, when, and what.</param>
/// <param name="Unit">About whose returns.</param>
/// <param name="Indicator">On what; <see langword="null"/> in general.</param>
internal sealed record Question(Ruled Asked, UnitCode Unit, IndicatorNumber? Indicator)
{
    public static BilingualText Word { get; } = new("คำถาม", "question");

    /// <summary>What was said since, oldest first.</summary>
    public ImmutableList<Ruled> Answers { get; init; } = [];

    /// <summary>Who closed it, when and why; <see langword="null"/> while it is open.</summary>
    public Ruled? Closed { get; init; }

    public bool IsOpen => Closed is null;
}

internal sealed partial record RoundState
{
    /// <summary>Questions by their numbers, closed ones included.</summary>
    public ImmutableSortedDictionary<long, Question> Questions { get; init; } = ImmutableSortedDictionary<long, Question>.Empty;
}
