using Kalasin.Evaluation;
using Kalasin.Evaluation.Reports.Mails;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Mail;

/// <summary>Queues the notice to the coordinator, made of what closing found and of nothing that can change since: composed twice it is the same.</summary>
internal sealed class TellClosedWork(RoundLog log, Installation installation) : IStepWork
{
    public StepKind Kind => StepKind.TellClosed;

    public async Task<bool> DoAsync(OpenedRound round, Step step, CancellationToken cancellationToken)
    {
        var (plan, state) = (round.Rules.Plan, round.State);
        if (state is not { Closed: { } closed, ClosedAt: { } at }) return false;
        var mail = MailId.Of(step.Key, 1);
        var notice = ClosingNotice.Compose(round.Rules, closed, at, installation.IsSample);
        var address = plan.InternalDeadline.Email;
        var eml = Eml.Of(
            new(plan.Office.Thai, address), new(plan.Find(plan.Collector)!.Name.Thai, address), notice.Subject, notice.Body,
            MessageIds.Of(state, mail, address), BangkokTime.ToBangkok(at));
        await using var staged = new StagedContents(round.Vault);
        var kept = await staged.AddOwnAsync(eml, cancellationToken);
        await staged.PromoteAsync(cancellationToken);
        var command = new CompleteStep(Guid.NewGuid(), step.Key, [new(mail, MailPurpose.ClosingNotice, kept)]);
        return (await log.DecideAsync(round.Id, command, Actor.Clock, cancellationToken)).Decision is not Refuse;
    }
}
