using System.Runtime.ExceptionServices;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Drops;
using Kalasin.Functions.Mail;
using Kalasin.Functions.Mail.Incoming;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Ticks;

/// <summary>
/// Everything that a tick does, whoever gives it: takes in what was mailed and dropped, removes parts of files that nobody finished, then does in
/// every round what is due, removes what was erased or left, and seals its head. Both come first, so that what arrived before a deadline is in when the deadline is
/// closed. What one round can't do must not keep the others waiting.
/// </summary>
internal sealed partial class Upkeep(
    RoundLog log, TickService tick, DropScan drops, IParts parts, ITickMark mark, Erasure erasure, VaultSweep sweep, HeadSealing sealing,
    MailWay way, Mailbox mailbox, ClockWatch watch, TickPace pace, Instruments instruments, TimeProvider clock, ILogger<Upkeep> logger)
{
    /// <returns>The steps that were done.</returns>
    /// <exception cref="Exception">Whatever went wrong first, after everything else was done.</exception>
    public Task<IReadOnlyList<DoneStep>> RunAsync(CancellationToken cancellationToken) => instruments.TraceAsync("tick", _ => DoAllAsync(cancellationToken));

    private async Task<IReadOnlyList<DoneStep>> DoAllAsync(CancellationToken cancellationToken)
    {
        var done = new List<DoneStep>();
        var failures = new List<Exception>();
        await TryAsync(async () =>
        {
            var last = await mark.ReadAsync(cancellationToken);
            if (last is { } done) watch.See(done);
            instruments.TickLag(pace.LagAt(clock.GetUtcNow(), last));
        }, "mark");
        await TryAsync(() => mailbox.LookAsync(cancellationToken), "mailbox");
        await TryAsync(async () => await drops.RunAsync(cancellationToken), "drops");
        await TryAsync(() => parts.SweepAsync(clock.GetUtcNow() - PartialFile.KeptFor, cancellationToken), "parts");
        foreach (var round in await log.ListAsync(cancellationToken))
        {
            await TryAsync(async () => done.AddRange((await tick.RunAsync(round, cancellationToken)).Select(step => new DoneStep(round, step))), round.Value);
            await TryAsync(() => erasure.FinishAsync(round, cancellationToken), round.Value);
            await TryAsync(() => sweep.SweepAsync(round, cancellationToken), round.Value);
            await TryAsync(() => sealing.SealAsync(round, cancellationToken), round.Value);
        }
        if (way.Transport is { } transport) await TryAsync(transport.RestAsync, "mail");
        if (failures is [var first, ..]) ExceptionDispatchInfo.Throw(first);
        await mark.WriteAsync(clock.GetUtcNow(), cancellationToken);
        return done;

        async Task TryAsync(Func<Task> work, string of)
        {
            try
            {
                await work();
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                Failed(logger, failure, of);
                failures.Add(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The tick could not finish: {Of}")]
    private static partial void Failed(ILogger logger, Exception failure, string of);
}

internal sealed record DoneStep(RoundId Round, Step Step);
