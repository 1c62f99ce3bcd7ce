using System.Diagnostics;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Mail.Incoming;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Drops;

/// <summary>
/// Takes in what was dropped. A drop is deleted only after its delivery is in the log and its answer is written; what can't
/// be accepted is answered and stays. Path and tag are the delivery's key, so that a message that comes twice, late or
/// together with a scan doubles nothing, and a process that dies at any line leaves work that the next scan finishes. A saved message
/// is opened, and known again by its own Message-Id.
/// </summary>
internal sealed partial class DropService(
    IDrops drops, RoundLog log, DeliveryService deliveries, MessageIntake messages, DropAnswers answers, WaitingDrops waiting, Instruments instruments, ILogger<DropService> logger)
{
    private static readonly Actor Machine = new(ActorRole.Machine, "drop");

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
        if (waiting.StandingOf(drop) == DropStanding.TakenIn)
        {
            await RemoveAsync(drop, cancellationToken);
            return true;
        }
        var (door, none) = drop.Obstacle is { } obstacle ? (null, obstacle) : await DropDoor.FindAsync(drop.Path, log, cancellationToken);
        activity?.SetTag(Tags.Round, door?.Round.Id.Value).SetTag(Tags.Unit, door?.Unit.Code.Value);
        if (door is null || IsAbandoned(door, drop))
        {
            var why = none ?? DropFindings.Abandoned.At(Place.InFile(door!.Name));
            if (waiting.WasTold(drop, why.Code) || !await IsThereAsync(drop, cancellationToken)) return false;
            instruments.Findings([why]);
            await LeaveAsync(drop, [why], DropStanding.NotRead, cancellationToken);
            return false;
        }
        if (waiting.StandingOf(drop) == DropStanding.Refused) return false;

        await using var files = new StagedContents(door.Round.Vault);
        var isThere = await StageAsync(door, drop, files, cancellationToken);
        // Looked at again afterwards: a file that was overwritten while it was read is neither the old nor the new one.
        if (!isThere || !await IsThereAsync(drop, cancellationToken)) return false;
        if (files.Sent.Count == 0)
        {
            var tooLarge = DropFindings.TooLarge.At(Place.InFile(door.Name), ThaiNumerals.Number(IntakeLimits.Default.FileBytes / 1_000_000));
            instruments.Findings([tooLarge]);
            await LeaveAsync(drop, [tooLarge], DropStanding.Refused, cancellationToken);
            return false;
        }
        switch (await DeliverAsync(door, drop, files, cancellationToken))
        {
            case null:
                return false;
            case DeliveryOutcome.Accepted accepted:
                await NoteAsync(drop, door, accepted.Details.Findings.Select(f => f.Finding), cancellationToken);
                await answers.AcceptedAsync(drop, door, accepted, cancellationToken);
                await RemoveAsync(drop, cancellationToken);
                return true;
            case DeliveryOutcome.Refused refused:
                await NoteAsync(drop, door, refused.Findings, cancellationToken);
                await LeaveAsync(drop, refused.Findings, DropStanding.Refused, cancellationToken);
                return false;
            case var other:
                throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}.");
        }
    }

    /// <summary>Null if so much is being read that this has to wait: the next scan finds it again, and that is none of its tries.</summary>
    private async Task<DeliveryOutcome?> DeliverAsync(DropDoor door, Drop drop, StagedContents files, CancellationToken cancellationToken)
    {
        try
        {
            if (door.Name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase))
                return await messages.TakeInAsync(await BytesOfAsync(files.Sent[0].Content, cancellationToken), drop.ArrivedAt, door.Round, door.Unit, cancellationToken);
            var incoming = new IncomingDelivery(door.Unit.Code, DeliveryChannel.Drop, drop.ArrivedAt, drop.Key, files, []);
            return await deliveries.DeliverAsync(door.Round, incoming, Machine, dryRun: false, cancellationToken);
        }
        catch (ReadingBusyException)
        {
            return null;
        }
    }

    private static async Task<ReadOnlyMemory<byte>> BytesOfAsync(StagedContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.OpenAsync(cancellationToken);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    /// <summary>Records in the round's log that a drop failed too often, tells its sender, and never tries it again; it stays where it is.</summary>
    public async Task AbandonAsync(Drop drop, CancellationToken cancellationToken)
    {
        var (door, _) = drop.Obstacle is null ? await DropDoor.FindAsync(drop.Path, log, cancellationToken) : default;
        if (door is not null && await IsThereAsync(drop, cancellationToken) && !door.Round.State.Keys.ContainsKey(DeliveryService.KeyOf(Machine, drop.Key)))
        {
            var refusal = new RefuseDelivery(AbandoningOf(drop), DeliveryChannel.Drop, door.Unit.Code, drop.ArrivedAt, [], [DropFindings.Abandoned.Code]);
            await log.DecideAsync(door.Round.Id, refusal, Machine, cancellationToken);
            Abandoned(logger, drop.Reference, door.Round.Id.Value, door.Unit.Code.Value);
        }
        await TakeInAsync(drop, cancellationToken);
    }

    /// <returns>Whether the drop was there; it is staged then, unless it is too large.</returns>
    private async Task<bool> StageAsync(DropDoor door, Drop drop, StagedContents files, CancellationToken cancellationToken)
    {
        await using var content = await drops.OpenAsync(drop, cancellationToken);
        if (content is not null) await files.TryAddAsync(door.Name, content, IntakeLimits.Default.FileBytes, cancellationToken);
        return content is not null;
    }

    /// <summary>Puts a workbook that something is to be corrected in beside its answer, with notes; before the answer, and before it goes.</summary>
    private Task NoteAsync(Drop drop, DropDoor door, IEnumerable<Finding> findings, CancellationToken cancellationToken) => answers.NoteAsync(
        drop, door, new(door.Name, async token => await drops.OpenAsync(drop, token) ?? Stream.Null), findings, cancellationToken);

    private async Task LeaveAsync(Drop drop, IReadOnlyList<Finding> findings, DropStanding standing, CancellationToken cancellationToken)
    {
        await answers.RefusedAsync(drop, findings, cancellationToken);
        waiting.Add(drop, findings[0], standing);
    }

    /// <summary>
    /// Removes what was taken in. A store that won't let it go (a lease, a write-protected folder) is asked again by each scan,
    /// without reading it again.
    /// </summary>
    private async Task RemoveAsync(Drop drop, CancellationToken cancellationToken)
    {
        try
        {
            await drops.DeleteAsync(drop, cancellationToken);
            waiting.Remove(drop.Path);
        }
        catch (StorageUnavailableException held)
        {
            NotRemoved(logger, held, drop.Reference);
            waiting.Add(drop, DropFindings.NotRemoved.At(Place.Nowhere, ThaiNumerals.Number(1)), DropStanding.TakenIn);
        }
    }

    /// <summary>What has an obstacle comes from a listing and can't be opened.</summary>
    private async Task<bool> IsThereAsync(Drop drop, CancellationToken cancellationToken)
    {
        if (drop.Obstacle is not null) return true;
        await using var content = await drops.OpenAsync(drop, cancellationToken);
        return content is not null;
    }

    private static bool IsAbandoned(DropDoor door, Drop drop) => door.Round.State.Commands.ContainsKey(AbandoningOf(drop));

    /// <summary>The same command each time, so that a drop is given up once.</summary>
    private static Guid AbandoningOf(Drop drop) => DeliveryService.CommandOf(ContentHash.Of(Encoding.UTF8.GetBytes($"abandon\n{drop.Key}")));

    [LoggerMessage(Level = LogLevel.Error, Message = "The drop {Reference} of {Round}/{Unit} failed too often and is left alone")]
    private static partial void Abandoned(ILogger logger, string reference, string round, string unit);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The drop {Reference} was taken in and can't be removed")]
    private static partial void NotRemoved(ILogger logger, Exception failure, string reference);
}
