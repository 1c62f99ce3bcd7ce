using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Mail;

/// <summary>Hands a queued mail over under a lease: at least once, the very bytes that were queued.</summary>
internal sealed class SendMailWork(RoundLog log, MailWay way, Instruments instruments) : IStepWork
{
    public StepKind Kind => StepKind.SendMail;

    public async Task<bool> DoAsync(OpenedRound round, Step step, Actor by, CancellationToken cancellationToken)
    {
        if (way.Transport is not { IsReady: true } transport || round.State.Outbox.FirstOrDefault(m => m.Step == step.Key) is not { } mail) return false;
        var attempt = new AttemptMail(Guid.NewGuid(), mail.Id);
        // The lease is ours if the log has our command, even where the reply to it was lost.
        if (!(await log.DecideAsync(round.Id, attempt, by, cancellationToken)).State.Commands.ContainsKey(attempt.Id)) return false;
        try
        {
            await using var eml = await round.Vault.OpenAsync(mail.Eml, ByteRange.All, cancellationToken) ?? throw DamagedException.Missing(mail.Eml);
            using var bytes = new MemoryStream();
            await eml.CopyToAsync(bytes, cancellationToken);
            await transport.SendAsync($"{round.Id}-{mail.Id}", bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or DamagedException)
        {
            // Of the report itself nobody guesses whether it left: its lease ends without a word, and a person decides.
            var isUnknown = mail.Purpose == MailPurpose.Dispatch && failure is not (MailNotTakenException or DamagedException);
            var isForGood = failure is MailNotTakenException { IsForGood: true };
            instruments.Mail(mail.Purpose, isUnknown ? "unknown" : isForGood ? "refused" : "failed");
            if (!isUnknown) await log.DecideAsync(round.Id, new FailMail(Guid.NewGuid(), mail.Id, KindOf(failure).Code, isForGood), by, cancellationToken);
            throw;
        }
        await log.DecideAsync(round.Id, new ConfirmMail(Guid.NewGuid(), mail.Id), by, cancellationToken);
        instruments.Mail(mail.Purpose, "sent");
        return true;
    }

    private static FindingKind KindOf(Exception failure) => failure switch
    {
        MailNotTakenException known => known.Why,
        IOException => MailFindings.NotHandedOver,
        _ => MailFindings.NotThere,
    };
}
