using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>Close the internal deadline once its day is over.</summary>
/// <param name="Id">Id of the command.</param>
internal sealed record CloseInternalDeadline(Guid Id) : RoundCommand(Id)
{
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.KeepsTime;

    internal override Decision Decide(Asked asked)
    {
        if (asked.State.Closed is not null) return new Already();
        var deadline = asked.Rules.Plan.InternalDeadline.Date;
        return BangkokTime.Date(asked.Now) <= deadline
            ? Refuse.For(RoundFindings.DeadlineNotOver.At(Place.Nowhere, ThaiDate.Bilingual(deadline)))
            : asked.Yes(this, new InternalDeadlineClosed(asked.State.HeadsAt(BangkokTime.At(deadline.AddDays(1)))), new StepCompleted(Schedule.Close));
    }
}

/// <summary>Record a compiled report, all its editions at once, and with it the step that compiled it.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Step">Key of the step.</param>
/// <param name="Sequence">State it was compiled from.</param>
/// <param name="Editions">One of each.</param>
internal sealed record RecordReport(Guid Id, string Step, long Sequence, ImmutableArray<CompiledEdition> Editions) : RoundCommand(Id)
{
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.KeepsTime;

    /// <summary>What was compiled from the same rules and versions is compiled: two clocks that tick at once record it once.</summary>
    internal override Decision Decide(Asked asked)
    {
        var (state, rules) = (asked.State, asked.Rules);
        if (state.Steps.Contains(Step)) return new Already();
        if (Sequence != state.Sequence) return Refuse.For(RoundFindings.ReportOutdated.At(Place.Nowhere));
        var heads = state.Heads;
        return asked.Yes(this, Editions
            .Select(RoundEvent (e) => new ReportCompiled(e.Edition, rules.Framework.Revision, rules.Plan.Revision, heads, e.Word, e.Pdf)
            {
                Log = state.Head, Rulings = state.Rulings, Basis = rules.ReportBasis,
            })
            .Append(new StepCompleted(Step)));
    }
}

/// <summary>An edition of a report in the vault.</summary>
/// <param name="Edition">Which edition.</param>
/// <param name="Word">Hash of the .docx in the vault.</param>
/// <param name="Pdf">Hash of the .pdf in the vault.</param>
internal sealed record CompiledEdition(Edition Edition, ContentHash Word, ContentHash Pdf);

/// <summary>Complete a step whose only effects are mails.</summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Step">Key of the step.</param>
/// <param name="Mails">What it queues.</param>
internal sealed record CompleteStep(Guid Id, string Step, ImmutableArray<MailToQueue> Mails) : RoundCommand(Id)
{
    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.KeepsTime;

    internal override Decision Decide(Asked asked)
    {
        if (asked.State.Steps.Contains(Step)) return new Already();
        // What was written for somebody who owes something is not sent to whoever has delivered since.
        if (Schedule.Due(asked.State, asked.Rules, asked.Now).All(due => due.Key != Step)) return Refuse.For(RoundFindings.StepNotDue.At(Place.Nowhere, Step));
        var queued = MailToQueue.Queue(Mails, asked, asked.State.Sequence + 1, null);
        return queued.Refusal is { } refusal ? refusal : asked.Yes(this, queued.Events.Append(new StepCompleted(Step)));
    }
}
