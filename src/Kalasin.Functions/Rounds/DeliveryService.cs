using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Frameworks;
using Kalasin.Evaluation.Intake;
using Kalasin.Evaluation.Returns;
using Kalasin.Evaluation.Rounds;
using Kalasin.Evaluation.Thai;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// Takes a delivery in, whatever the door: read, keep in the vault, then append. Bytes are in the vault before the event that
/// names them; refused files are not kept.
/// </summary>
internal sealed class DeliveryService(RoundLog log, VaultContent content, ReadingRoom reading, Instruments instruments)
{
    /// <param name="round">The round, which has the delivery's unit.</param>
    /// <param name="delivery">What came. Its files are staged; the caller disposes them.</param>
    /// <param name="dryRun">Only explain: nothing is kept or recorded.</param>
    /// <exception cref="ReadingBusyException">It can't be read now; nothing is kept or recorded.</exception>
    public async Task<DeliveryOutcome> DeliverAsync(OpenedRound round, IncomingDelivery delivery, Actor actor, bool dryRun, CancellationToken cancellationToken) =>
        await instruments.TraceAsync("delivery", async activity =>
        {
            activity?.SetTag(Tags.Round, round.Id.Value).SetTag(Tags.Unit, delivery.Unit.Value);
            var outcome = await TakeInAsync(round, delivery, actor, dryRun, cancellationToken);
            activity?.SetTag(Tags.Outcome, outcome.Word);
            if (!dryRun) instruments.Delivery(delivery.Channel, outcome.Word, outcome.News);
            return outcome;
        });

    private Task<DeliveryOutcome> TakeInAsync(OpenedRound round, IncomingDelivery delivery, Actor actor, bool dryRun, CancellationToken cancellationToken)
    {
        var files = delivery.Files.Select(f => new SourceFile(f.Name, async token => await f.Content.OpenAsync(token)));
        var options = new IntakeOptions { ExpectedUnit = delivery.Unit, ReceivedOn = BangkokTime.Date(delivery.ReceivedAt) };
        return reading.ReadAsync(
            limits => ReturnReader.ReadAsync(round.Rules, files, limits, options, cancellationToken),
            read => KeepAsync(round, delivery, read, actor, dryRun, cancellationToken), cancellationToken);
    }

    private async Task<DeliveryOutcome> KeepAsync(OpenedRound round, IncomingDelivery delivery, IntakeResult read, Actor actor, bool dryRun, CancellationToken cancellationToken)
    {
        ImmutableArray<Finding> findings = [.. delivery.Findings, .. read.Findings];
        var refused = read.Files.All(f => f.Outcome == FileOutcome.Refused);
        if (dryRun) return refused ? new DeliveryOutcome.Refused(findings) : new DeliveryOutcome.Explained(read.Returns, findings);

        var hashes = delivery.Files.Select((f, i) => new DeliveredFile(KindOf(read.Files[i].Kind), f.Content.Size, f.Content.Hash)).ToImmutableArray();
        if (refused)
        {
            await log.DecideAsync(round.Id, new RefuseDelivery(RefusalOf(actor, delivery.Key, hashes), delivery.Channel, delivery.Unit, delivery.ReceivedAt, hashes, [.. findings.Select(f => f.Code).Distinct()]), actor, cancellationToken);
            return new DeliveryOutcome.Refused(findings);
        }

        await using var staged = new StagedContents(round.Vault);
        var kept = ImmutableArray.CreateBuilder<DeliveredFile>();
        var details = ImmutableArray.CreateBuilder<FileDetails>();
        for (var i = 0; i < delivery.Files.Count; i++)
        {
            if (read.Files[i].Outcome == FileOutcome.Refused) continue;
            staged.Add(delivery.Files[i].Content);
            kept.Add(hashes[i]);
            details.Add(new(delivery.Files[i].Name, read.Files[i].Outcome == FileOutcome.AcceptedAsReturns ? "returns" : "kept"));
        }
        var returns = ImmutableArray.CreateBuilder<IncomingReturn>(read.Returns.Length);
        foreach (var r in read.Returns)
            returns.Add(new(r.Indicator, r.Status, await staged.AddOwnAsync(ReturnJson.Write(r), cancellationToken), r.Rows.Count(row => !row.Faults.IsEmpty)));
        var told = new DeliveryDetails(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), details.ToImmutable(),
            [.. findings.Select(f => new FindingDetails(f.About?.Indicator, f))]);
        var toldUnder = await staged.AddOwnAsync(told.ToBytes(), cancellationToken);
        await staged.PromoteAsync(cancellationToken);

        var command = new ReceiveDelivery(
            Guid.NewGuid(), delivery.Channel, delivery.Unit, delivery.ReceivedAt, KeyOf(actor, delivery.Key), Body(hashes), kept.ToImmutable(), returns.MoveToImmutable(),
            FindingCounts.Of(findings), toldUnder);
        var (decision, state) = await log.DecideAsync(round.Id, command, actor, cancellationToken);
        var after = await log.AtAsync(round.Id, state, cancellationToken);
        return decision switch
        {
            Accept => Accepted(after, state.Keys[command.Key], told, isRepetition: false),
            Already { Receipt: { } receipt } => Accepted(after, receipt, await content.DetailsAsync(round.Id, state.Find(receipt)!, cancellationToken), isRepetition: true),
            Refuse refusal => new DeliveryOutcome.Refused(refusal.Findings),
            _ => throw new InvalidOperationException($"A delivery can't be answered by {decision.GetType().Name}."),
        };
    }

    /// <summary>
    /// Records that something arrived that could not even be read as files, such as one that was too large. Nothing of it was
    /// kept, so that a repetition is known by its key and its findings alone.
    /// </summary>
    public Task RefuseUnreadAsync(OpenedRound round, UnitCode unit, DateTimeOffset receivedAt, string? key, IReadOnlyList<Finding> findings, Actor actor, CancellationToken cancellationToken)
    {
        instruments.Delivery(DeliveryChannel.Upload, "refused", findings);
        ImmutableArray<string> codes = [.. findings.Select(f => f.Code).Distinct()];
        var id = CommandOf(KeyOf(actor, key).Then(Encoding.ASCII.GetBytes($"unread\n{unit}\n{string.Join('\n', codes)}")));
        return log.DecideAsync(round.Id, new RefuseDelivery(id, DeliveryChannel.Upload, unit, receivedAt, [], codes), actor, cancellationToken);
    }

    private static DeliveryOutcome.Accepted Accepted(OpenedRound round, ReceiptNumber receipt, DeliveryDetails details, bool isRepetition)
    {
        var delivery = round.State.Find(receipt)!;
        return new(delivery, round.State.ReceiptHeads[receipt.Value - 1], details, round.NotesOf(delivery), isRepetition);
    }

    /// <summary>Scope of a key is its actor; without a key every delivery is a new one.</summary>
    public static ContentHash KeyOf(Actor actor, string? key) => ContentHash.Of(Encoding.UTF8.GetBytes($"{actor.Id}\n{key ?? Guid.NewGuid().ToString("N")}"));

    /// <summary>A command's id that is the same whenever it is minted from the same facts.</summary>
    public static Guid CommandOf(ContentHash facts)
    {
        Span<byte> bytes = stackalloc byte[ContentHash.Size];
        facts.WriteTo(bytes);
        return new(bytes[..16]);
    }

    /// <summary>The same files under the same key are refused once, however often they come.</summary>
    private static Guid RefusalOf(Actor actor, string? key, ImmutableArray<DeliveredFile> files) => CommandOf(KeyOf(actor, key).Then(Encoding.ASCII.GetBytes(Body(files).ToString())));

    private static ContentHash Body(ImmutableArray<DeliveredFile> files) => ContentHash.Of(Encoding.ASCII.GetBytes(string.Join('\n', files.Select(f => f.Hash))));

    private static string KindOf(FileKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];
}

/// <summary>What came by some door.</summary>
/// <param name="ReceivedAt">When it arrived, not when it is processed.</param>
/// <param name="Key">Idempotency key of the sender; null if none was given.</param>
/// <param name="Findings">What the door itself found, such as a file that was too large.</param>
internal sealed record IncomingDelivery(UnitCode Unit, DeliveryChannel Channel, DateTimeOffset ReceivedAt, string? Key, IReadOnlyList<IncomingFile> Files, IReadOnlyList<Finding> Findings);

/// <param name="Name">As the sender gave it.</param>
internal sealed record IncomingFile(string Name, StagedContent Content);

/// <summary>What became of a delivery.</summary>
internal abstract record DeliveryOutcome
{
    private DeliveryOutcome() { }

    /// <summary>The outcome as a word for telemetry.</summary>
    public string Word => this switch { Accepted { IsRepetition: true } => "repeated", Accepted => "accepted", Refused => "refused", _ => "explained" };

    /// <summary>What the sender is told that was not told before.</summary>
    public IEnumerable<Finding> News => this switch
    {
        Accepted { IsRepetition: false } accepted => accepted.Details.Findings.Select(f => f.Finding),
        Refused refused => refused.Findings,
        _ => [],
    };

    /// <param name="Head">Head of the log's chain right after it.</param>
    /// <param name="Notes">What there is to say about the delivery as such.</param>
    /// <param name="IsRepetition">It was recorded before: the same receipt again.</param>
    internal sealed record Accepted(DeliveryReceived Delivery, ContentHash Head, DeliveryDetails Details, ImmutableArray<Finding> Notes, bool IsRepetition) : DeliveryOutcome;

    /// <summary>Nothing in it could be accepted; nothing of it was kept.</summary>
    internal sealed record Refused(ImmutableArray<Finding> Findings) : DeliveryOutcome;

    /// <summary>What would become of it; nothing was recorded.</summary>
    internal sealed record Explained(ImmutableArray<Return> Returns, ImmutableArray<Finding> Findings) : DeliveryOutcome;
}
