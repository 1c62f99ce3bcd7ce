using Kalasin.Evaluation.Reports.Mails;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Mail;

/// <summary>Writes the mail of a notice that is due and queues it with its step; where something has changed since, it is written anew at the next tick.</summary>
internal sealed class TellWork(RoundLog log, Installation installation, TimeProvider clock) : IStepWork
{
    public StepKind Kind => StepKind.Tell;

    public async Task<bool> DoAsync(OpenedRound round, Step step, Actor by, CancellationToken cancellationToken)
    {
        var (plan, state, now) = (round.Rules.Plan, round.State, clock.GetUtcNow());
        if (step.Notice is not { } notice || plan.AddressOf(null) is not { } sender || plan.AddressOf(notice.Unit) is not { } address) return false;
        var letter = state.Letter?.Reserved.Text is { } number ? (await StatedTexts.ReadAsync(round.Vault, number, cancellationToken))?.Text : null;
        var text = NoticeMail.Compose(round.Rules, state, notice, letter, now, installation.IsSample);
        var mail = MailId.Of(step.Key, 1);
        var eml = Eml.Of(
            new(plan.Office.Thai, sender), new(plan.Find(notice.Unit ?? plan.Collector)!.Name.Thai, address), text.Subject, text.Body,
            MessageIds.Of(state, mail, sender), Evaluation.BangkokTime.ToBangkok(now));
        await using var staged = new StagedContents(round.Vault);
        var kept = await staged.AddOwnAsync(eml, cancellationToken);
        await staged.PromoteAsync(cancellationToken);
        var command = new CompleteStep(Guid.NewGuid(), step.Key, [new(mail, notice.Purpose, kept) { Unit = notice.Unit }]);
        return (await log.DecideAsync(round.Id, command, by, cancellationToken)).Decision is not Refuse;
    }
}
