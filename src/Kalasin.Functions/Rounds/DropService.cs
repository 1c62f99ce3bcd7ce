using System.Diagnostics;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Thai;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// Takes in what was dropped. A drop is deleted only after its delivery is in the log and its answer is written; what can't
/// be accepted is answered and stays. Path and tag are the delivery's key, so that a message that comes twice, late or
/// together with a scan doubles nothing, and a process that dies at any line leaves work that the next scan finishes.
/// </summary>
internal sealed partial class DropService(
    IDrops drops, RoundLog log, Rulebook rulebook, DeliveryService deliveries, DropAnswers answers, WaitingDrops waiting, Instruments instruments, TimeProvider clock, ILogger<DropService> logger) : IDisposable
{
    /// <summary>Tries of one drop before it is left alone: as many as the queue makes.</summary>
    private const int MostTries = 5;

    /// <summary>How long one scan may take; far below the Functions host's limit of 10 minutes. The next one goes on.</summary>
    private static readonly TimeSpan LongestScan = TimeSpan.FromMinutes(4);

    private static readonly Actor Machine = new(ActorRole.Machine, "drop");

    private readonly SemaphoreSlim _scanning = new(1);

    /// <summary>Takes in everything that lies there: what no message told of, and what an earlier try could not finish.</summary>
    /// <returns>How many were accepted.</returns>
    public async Task<int> ScanAsync(CancellationToken cancellationToken)
    {
        await _scanning.WaitAsync(cancellationToken);
        try
        {
            var (accepted, until) = (0, clock.GetUtcNow() + LongestScan);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var drop in drops.ListAsync(cancellationToken))
            {
                if (clock.GetUtcNow() > until) return accepted;
                seen.Add(drop.Path.Value);
                if (await TryAsync(drop, cancellationToken)) accepted++;
            }
            waiting.KeepOnly(seen);
            return accepted;
        }
        finally
        {
            _scanning.Release();
        }
    }

    /// <summary>Takes one drop in. One that is gone or was replaced is none of our business any more: its successor is a drop of its own.</summary>
    /// <returns>Whether it was accepted, now or before.</returns>
    public Task<bool> TakeInAsync(Drop drop, CancellationToken cancellationToken) => instruments.TraceAsync("drop", async activity =>
    {
        var accepted = await TakeInAsync(drop, activity, cancellationToken);
        activity?.SetTag(Tags.Outcome, accepted ? "accepted" : "notAccepted");
        return accepted;
    });

    private async Task<bool> TakeInAsync(Drop drop, Activity? activity, CancellationToken cancellationToken)
    {
        var (door, none) = await DropDoor.FindAsync(drop.Path, log, rulebook, cancellationToken);
        activity?.SetTag(Tags.Round, door?.Round.Value).SetTag(Tags.Unit, door?.Unit.Value);
        if (door is null || IsAbandoned(door, drop))
        {
            var why = none ?? DropFindings.Abandoned.At(Place.InFile(door!.Name));
            if (waiting.WasTold(drop, why.Code) || !await IsThereAsync(drop, cancellationToken)) return false;
            instruments.Findings([why]);
            await LeaveAsync(drop, [why], read: false, cancellationToken);
            return false;
        }
        if (waiting.WasRead(drop)) return false;

        var (isThere, content) = await StageAsync(door, drop, cancellationToken);
        await using var staged = content;
        // Looked at again afterwards: a file that was overwritten while it was read is neither the old nor the new one.
        if (!isThere || !await IsThereAsync(drop, cancellationToken)) return false;
        if (staged is null)
        {
            var tooLarge = DropFindings.TooLarge.At(Place.InFile(door.Name), ThaiNumerals.Number(IntakeLimits.Default.FileBytes / 1_000_000));
            instruments.Findings([tooLarge]);
            await LeaveAsync(drop, [tooLarge], read: true, cancellationToken);
            return false;
        }
        var incoming = new IncomingDelivery(door.Unit, DeliveryChannel.Drop, drop.ArrivedAt, KeyOf(drop), [new(door.Name, staged)], []);
        switch (await deliveries.DeliverAsync(door.Round, incoming, Machine, dryRun: false, cancellationToken))
        {
            case DeliveryOutcome.Accepted accepted:
                await answers.AcceptedAsync(drop, door, accepted, cancellationToken);
                await drops.DeleteAsync(drop, cancellationToken);
                waiting.Remove(drop.Path);
                return true;
            case DeliveryOutcome.Refused refused:
                await LeaveAsync(drop, refused.Findings, read: true, cancellationToken);
                return false;
            case var other:
                throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}.");
        }
    }

    /// <summary>Records in the round's log that a drop failed too often, tells its sender, and never tries it again; it stays where it is.</summary>
    public async Task AbandonAsync(Drop drop, CancellationToken cancellationToken)
    {
        var (door, _) = await DropDoor.FindAsync(drop.Path, log, rulebook, cancellationToken);
        if (door is not null && await IsThereAsync(drop, cancellationToken) && !door.State.Keys.ContainsKey(DeliveryService.KeyOf(Machine, KeyOf(drop))))
        {
            var refusal = new RefuseDelivery(AbandoningOf(drop), DeliveryChannel.Drop, door.Unit, drop.ArrivedAt, [], [DropFindings.Abandoned.Code]);
            await log.DecideAsync(door.Round, door.Rules, refusal, Machine, cancellationToken);
            Abandoned(logger, ReferenceOf(drop), door.Round.Value, door.Unit.Value);
        }
        await TakeInAsync(drop, cancellationToken);
    }

    public void Dispose() => _scanning.Dispose();

    /// <summary>One drop of a scan: what is wrong with it must not keep the others waiting, what is wrong with the store must.</summary>
    private async Task<bool> TryAsync(Drop drop, CancellationToken cancellationToken)
    {
        try
        {
            return await TakeInAsync(drop, cancellationToken);
        }
        catch (Exception failure) when (failure is not (StorageUnavailableException or IOException) && !cancellationToken.IsCancellationRequested)
        {
            Failed(logger, failure, ReferenceOf(drop));
            if (waiting.CountFailure(drop) < MostTries) return false;
            instruments.Poisoned();
            await AbandonAsync(drop, cancellationToken);
            return false;
        }
    }

    /// <returns>Whether the drop was there, and its content unless it is too large.</returns>
    private async Task<(bool IsThere, StagedContent? Content)> StageAsync(DropDoor door, Drop drop, CancellationToken cancellationToken)
    {
        await using var content = await drops.OpenAsync(drop, cancellationToken);
        return content is null ? (false, null) : (true, await log.VaultOf(door.Round).StageAsync(content, IntakeLimits.Default.FileBytes, cancellationToken));
    }

    private async Task LeaveAsync(Drop drop, IReadOnlyList<Finding> findings, bool read, CancellationToken cancellationToken)
    {
        await answers.RefusedAsync(drop, findings, cancellationToken);
        waiting.Add(drop, findings[0].Code, read);
    }

    private async Task<bool> IsThereAsync(Drop drop, CancellationToken cancellationToken)
    {
        await using var content = await drops.OpenAsync(drop, cancellationToken);
        return content is not null;
    }

    private static bool IsAbandoned(DropDoor door, Drop drop) => door.State.Commands.ContainsKey(AbandoningOf(drop));

    private static string KeyOf(Drop drop) => $"{drop.Path}\n{drop.Tag}";

    /// <summary>The same command each time, so that a drop is given up once.</summary>
    private static Guid AbandoningOf(Drop drop) => DeliveryService.CommandOf(ContentHash.Of(Encoding.UTF8.GetBytes($"abandon\n{KeyOf(drop)}")));

    /// <summary>Names a drop in the program's log, where a file's name may stand for a person.</summary>
    private static string ReferenceOf(Drop drop) => ContentHash.Of(Encoding.UTF8.GetBytes(KeyOf(drop))).ToString()[..12];

    [LoggerMessage(Level = LogLevel.Error, Message = "The drop {Reference} could not be taken in")]
    private static partial void Failed(ILogger logger, Exception failure, string reference);

    [LoggerMessage(Level = LogLevel.Error, Message = "The drop {Reference} of {Round}/{Unit} failed too often and is left alone")]
    private static partial void Abandoned(ILogger logger, string reference, string round, string unit);
}
