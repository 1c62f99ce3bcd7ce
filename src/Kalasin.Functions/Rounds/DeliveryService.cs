using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// Takes a delivery in, whatever the door: read, keep in the vault, then append. Bytes are in the vault before the event that
/// names them; refused files are not kept.
/// </summary>
internal sealed class DeliveryService(RoundLog log, VaultContent content, ReadingRoom reading, IFileTranslator translator, Instruments instruments, TimeProvider clock)
{
    /// <param name="round">The round, which has the delivery's unit.</param>
    /// <param name="delivery">What came.</param>
    /// <param name="dryRun">Only explain: nothing is kept or recorded.</param>
    /// <exception cref="ReadingBusyException">It can't be read now; nothing is kept or recorded.</exception>
    public async Task<DeliveryOutcome> DeliverAsync(
        OpenedRound round, IncomingDelivery delivery, Actor actor, bool dryRun, CancellationToken cancellationToken) =>
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
        var files = delivery.Files.Sent.Select(f => f.File);
        if (!files.Any()) return RefuseAsync(round, delivery, [], [.. delivery.Findings], actor, dryRun, cancellationToken);
        var options = new IntakeOptions { ExpectedUnit = delivery.Unit, ReceivedOn = BangkokTime.Date(delivery.ReceivedAt), Translator = translator };
        return reading.ReadAsync(
            limits => ReturnReader.ReadAsync(round.Rules, files, limits, options, cancellationToken),
            read => KeepAsync(round, delivery, read, actor, dryRun, cancellationToken), cancellationToken);
    }

    private async Task<DeliveryOutcome> RefuseAsync(
        OpenedRound round, IncomingDelivery delivery, ImmutableArray<DeliveredFile> files, ImmutableArray<Finding> findings,
        Actor actor, bool dryRun, CancellationToken cancellationToken)
    {
        ImmutableArray<string> codes = [.. findings.Select(f => f.Code).Distinct()];
        // The same files under the same key are refused once, however often they come; what was no files is known by what was found.
        var facts = files.IsEmpty ? $"unread\n{delivery.Unit}\n{string.Join('\n', codes)}" : Body(files).ToString();
        var refusal = new RefuseDelivery(
            CommandOf(KeyOf(actor, delivery.Key).Then(Encoding.ASCII.GetBytes(facts))), delivery.Channel, delivery.Unit, delivery.ReceivedAt, files, codes);
        if (!dryRun) await log.DecideAsync(round.Id, refusal, actor, cancellationToken);
        return new DeliveryOutcome.Refused(findings);
    }

    private async Task<DeliveryOutcome> KeepAsync(
        OpenedRound round, IncomingDelivery delivery, IntakeResult read, Actor actor, bool dryRun, CancellationToken cancellationToken)
    {
        ImmutableArray<Finding> findings = [.. delivery.Findings, .. read.Findings];
        var sent = delivery.Files.Sent;
        var files = sent.Select((f, i) => new DeliveredFile(read.Files[i].Kind, f.Content.Size, f.Content.Hash)).ToImmutableArray();
        findings = [.. findings, .. ReusedEvidence.In(round, delivery.Unit, read, files)];
        if (read.Files.All(f => f.Outcome == FileOutcome.Refused))
            return await RefuseAsync(round, delivery, files, findings, actor, dryRun, cancellationToken);
        if (dryRun) return new DeliveryOutcome.Explained(read.Returns, findings);

        var kept = ImmutableArray.CreateBuilder<DeliveredFile>();
        var names = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < sent.Count; i++)
        {
            if (read.Files[i].Outcome == FileOutcome.Refused) continue;
            delivery.Files.Keep(sent[i].Content);
            kept.Add(files[i]);
            names.Add(sent[i].File.Name);
        }
        var returns = ImmutableArray.CreateBuilder<KeptReturn>(read.Returns.Length);
        foreach (var r in read.Returns)
            returns.Add(new(r, await delivery.Files.AddOwnAsync(bytes => ReturnJson.WriteAsync(r, bytes, cancellationToken), cancellationToken)));
        var told = new DeliveryDetails(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), names.ToImmutable(),
            [.. findings.Select(f => new FindingDetails(f.About?.Indicator, f))]);
        var toldUnder = await delivery.Files.AddOwnAsync(told.ToBytes(), cancellationToken);

        var command = new ReceiveDelivery(
            Guid.NewGuid(), delivery.Channel, delivery.Unit, delivery.ReceivedAt, KeyOf(actor, delivery.Key), Body(files),
            kept.ToImmutable(), returns.MoveToImmutable(), FindingCounts.Of(findings), toldUnder)
        {
            OfJudges = read.Files.SelectMany(f => f.Innermost).Any(f => f.Judged is not null),
        };
        // What is known or refused leaves nothing behind: what was erased since it came first doesn't come back with its repetition.
        var (decision, state) = (Decide.On(round.State, round.Rules, command, clock.GetUtcNow(), actor), round.State);
        if (decision is Accept)
        {
            await delivery.Files.PromoteAsync(cancellationToken);
            (decision, state) = await log.DecideAsync(round.Id, command, actor, cancellationToken);
        }
        var after = await log.AtAsync(round.Id, state, cancellationToken);
        return decision switch
        {
            Accept => Accepted(after, state.Keys[command.Key], told, isRepetition: false),
            Already { Receipt: { } receipt } =>
                Accepted(after, receipt, await content.DetailsAsync(round.Id, state.Find(receipt)!, cancellationToken), isRepetition: true),
            Refuse refusal => new DeliveryOutcome.Refused(refusal.Findings),
            _ => throw new InvalidOperationException($"A delivery can't be answered by {decision.GetType().Name}."),
        };
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

    private static ContentHash Body(ImmutableArray<DeliveredFile> files) =>
        ContentHash.Of(Encoding.ASCII.GetBytes(string.Join('\n', files.Select(f => f.Hash))));
}

/// <summary>What came by some door.</summary>
/// <param name="ReceivedAt">When it arrived, not when it is processed.</param>
/// <param name="Key">Idempotency key of the sender; null if none was given.</param>
/// <param name="Files">What can be read, staged; whoever took it in disposes it. Empty if nothing of it could be: then it is refused.</param>
/// <param name="Findings">What the door itself found, such as a file that was too large.</param>
internal sealed record IncomingDelivery(
    UnitCode Unit, DeliveryChannel Channel, DateTimeOffset ReceivedAt, string? Key, StagedContents Files, IReadOnlyList<Finding> Findings);

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
    internal sealed record Accepted(
        DeliveryReceived Delivery, ContentHash Head, DeliveryDetails Details, ImmutableArray<Finding> Notes,
        bool IsRepetition) : DeliveryOutcome;

    /// <summary>Nothing in it could be accepted; nothing of it was kept.</summary>
    internal sealed record Refused(ImmutableArray<Finding> Findings) : DeliveryOutcome;

    /// <summary>What would become of it; nothing was recorded.</summary>
    internal sealed record Explained(ImmutableArray<Return> Returns, ImmutableArray<Finding> Findings) : DeliveryOutcome;
}
