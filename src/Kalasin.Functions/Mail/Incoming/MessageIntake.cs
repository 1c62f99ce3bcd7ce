using System.Collections.Immutable;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Mail.Incoming;

/// <summary>
/// Takes a message in: reads it, delivers its files as any door does, then records it in the round's log together with the
/// answer to it. The Message-Id is the key of both, so that a process that dies at any line leaves work that the next look finishes, and
/// nothing is taken in or answered twice.
/// </summary>
internal sealed class MessageIntake(
    RoundLog log, DeliveryService deliveries, FormsUnit forms, CommentedFiles commented, SentAnswers answers, Installation installation, Instruments instruments, TimeProvider clock)
{
    private static readonly Actor Machine = new(ActorRole.Machine, "mail");

    /// <param name="eml">The very bytes; of a message that is too large, its headers.</param>
    /// <param name="receivedAt">When it came into the mailbox.</param>
    /// <param name="isWhole">Whether it was fetched as a whole.</param>
    public async Task<MessageStanding> TakeInAsync(ReadOnlyMemory<byte> eml, DateTimeOffset receivedAt, bool isWhole, CancellationToken cancellationToken)
    {
        var rounds = await RoundsAsync(receivedAt, cancellationToken);
        var message = isWhole ? MessageReader.Read(eml, cancellationToken) : MessageReader.ReadHead(eml, cancellationToken);
        var key = KeyOf(message, eml);
        foreach (var known in rounds)
            if (known.State.Messages.TryGetValue(key, out var taken)) return StandingOf(taken.Kind);

        var door = MessageDoor.Of(message, rounds);
        var (kind, mayBeAnswered) = (message.Facts with { IsAboutOurs = door?.Mail is not null, IsOurs = IsOurs(message, rounds) }).Sort();
        var arrived = new Arrived(eml, receivedAt, message, key, mayBeAnswered);
        if (kind == MessageKind.Delivery)
        {
            if (door?.Unit is null) door = await forms.FindAsync(message, door is null ? rounds : [door.Round], door?.Mail, cancellationToken) ?? door;
            if (door?.Unit is { } unit) return await DeliverAsync(arrived, door, unit, cancellationToken);
            return await AskAsync(arrived, door, rounds, cancellationToken);
        }
        // What is about nothing of ours, people read where it is; nothing of it is kept.
        if (door?.Mail is null) return MessageStanding.ForPeople;
        await RecordAsync(arrived, door, kind, null, null, cancellationToken);
        return StandingOf(kind);
    }

    /// <summary>Takes a message in that was dropped at a unit's door; its answer goes the way that it came.</summary>
    public async Task<DeliveryOutcome> TakeInAsync(
        ReadOnlyMemory<byte> eml, DateTimeOffset receivedAt, OpenedRound round, ReportingUnit unit, CancellationToken cancellationToken)
    {
        var message = MessageReader.Read(eml, cancellationToken);
        var arrived = new Arrived(eml, receivedAt, message, KeyOf(message, eml), MayBeAnswered: false);
        var outcome = await DeliverFilesAsync(arrived, round, unit, cancellationToken);
        if (!round.State.Messages.ContainsKey(arrived.Key))
            await RecordAsync(arrived, new(round, unit, null), MessageKind.Delivery, (outcome as DeliveryOutcome.Accepted)?.Delivery.Receipt, null, cancellationToken);
        return outcome;
    }

    private async Task<MessageStanding> DeliverAsync(Arrived arrived, MessageDoor door, ReportingUnit unit, CancellationToken cancellationToken)
    {
        var outcome = await DeliverFilesAsync(arrived, door.Round, unit, cancellationToken);
        var round = await log.FindAsync(door.Round.Id, null, cancellationToken) ?? door.Round; // with the delivery in it
        var answering = await AnsweringAsync(arrived, round, door.Mail, cancellationToken);
        if (answering == Answering.Later) return MessageStanding.Later;
        var notes = answering == Answering.Now ? await NotesAsync(arrived, round, unit, outcome, cancellationToken) : [];
        var (draft, receipt) = outcome switch
        {
            DeliveryOutcome.Accepted accepted => (
                AnswerDraft.Accepted(await log.RightAfterAsync(round, accepted.Delivery.Receipt, cancellationToken), accepted, installation, notes),
                (ReceiptNumber?)accepted.Delivery.Receipt),
            DeliveryOutcome.Refused refused => (AnswerDraft.Refused(round, unit, arrived.At, refused.Findings, installation, notes), null),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
        await RecordAsync(arrived, door with { Round = round }, MessageKind.Delivery, receipt, answering == Answering.Now ? draft : null, cancellationToken);
        return MessageStanding.Done;
    }

    /// <summary>The sender's own workbooks that something is to be corrected in, with notes beside their cells.</summary>
    private async Task<ImmutableArray<MailAttachment>> NotesAsync(
        Arrived arrived, OpenedRound round, ReportingUnit unit, DeliveryOutcome outcome, CancellationToken cancellationToken)
    {
        IEnumerable<Finding> found = outcome switch
        {
            DeliveryOutcome.Accepted accepted => accepted.Details.Findings.Select(f => f.Finding),
            DeliveryOutcome.Refused refused => refused.Findings,
            _ => [],
        };
        var files = arrived.Message.Files.Select(f => new SourceFile(f.Name, _ => ValueTask.FromResult(f.Open())));
        var made = await commented.ToCorrectAsync(round.Rules, files, found, unit.Code, arrived.At, cancellationToken);
        return [.. made.Select(m => new MailAttachment(m.Name, m.MediaType, m.Content))];
    }

    private async Task<DeliveryOutcome> DeliverFilesAsync(Arrived arrived, OpenedRound round, ReportingUnit unit, CancellationToken cancellationToken)
    {
        await using var files = new StagedContents(round.Vault);
        var findings = arrived.Message.Findings.ToList();
        foreach (var file in arrived.Message.Files)
        {
            await using var content = file.Open();
            if (!await files.TryAddAsync(file.Name, content, IntakeLimits.Default.FileBytes, cancellationToken))
                findings.Add(IncomingFindings.FileTooLarge.At(Place.InFile(file.Name), ThaiNumerals.Number(IntakeLimits.Default.FileBytes / 1_000_000)));
        }
        var delivery = new IncomingDelivery(unit.Code, DeliveryChannel.Mail, arrived.At, arrived.Key.ToString(), files, findings);
        return await deliveries.DeliverAsync(round, delivery, Machine, dryRun: false, cancellationToken);
    }

    /// <summary>Files that look like a return, from nobody we know: asked for once, and left to people.</summary>
    private async Task<MessageStanding> AskAsync(Arrived arrived, MessageDoor? door, IReadOnlyList<OpenedRound> rounds, CancellationToken cancellationToken)
    {
        var round = door?.Round ?? (rounds is [var newest, ..] ? newest : null);
        if (round is null || !arrived.Message.Files.Any(f => f.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))) return MessageStanding.ForPeople;
        var answering = await AnsweringAsync(arrived, round, door?.Mail, cancellationToken);
        if (answering == Answering.Later) return MessageStanding.Later;
        var wasAsked = arrived.Message.Facts.From is { } sender
            && (await answers.ToAsync(sender, round, cancellationToken)).Any(mail => mail is { Purpose: MailPurpose.Findings, Unit: null });
        var question = answering == Answering.Now && !wasAsked ? AnswerDraft.WhoAreYou(round, arrived.At, installation) : null;
        await RecordAsync(arrived, new(round, null, door?.Mail), MessageKind.Unknown, null, question, cancellationToken);
        return MessageStanding.ForPeople;
    }

    private async Task<Answering> AnsweringAsync(Arrived arrived, OpenedRound round, JournalMail? about, CancellationToken cancellationToken)
    {
        if (!arrived.MayBeAnswered || arrived.Message.Facts.From is not { } sender || round.Rules.Plan.InternalDeadline.Email.Length == 0) return Answering.Never;
        var earlier = await answers.ToAsync(sender, round, cancellationToken);
        return AnswerPace.Of(round.State, about, [.. earlier.Select(mail => mail.QueuedAt)], clock.GetUtcNow());
    }

    private async Task RecordAsync(
        Arrived arrived, MessageDoor door, MessageKind kind, ReceiptNumber? receipt, AnswerDraft? draft, CancellationToken cancellationToken)
    {
        var (round, facts) = (door.Round, arrived.Message.Facts);
        await using var staged = new StagedContents(round.Vault);
        var eml = await staged.AddOwnAsync(arrived.Eml, cancellationToken);
        MailToQueue? answer = null;
        if (draft is not null)
        {
            var id = MailId.Answering(arrived.Key);
            var office = round.Rules.Plan.InternalDeadline.Email;
            var bytes = Eml.Of(
                new(round.Rules.Plan.Office.Thai, office), new(door.Unit?.Name.Thai ?? "", facts.From!), draft.Text.Subject, draft.Text.Body,
                MessageIds.Of(round.State, id, office), BangkokTime.ToBangkok(clock.GetUtcNow()), draft.Attachments, arrived.Message.ToAnswer());
            answer = new(id, draft.Purpose, await staged.AddOwnAsync(bytes, cancellationToken)) { Unit = door.Unit?.Code };
        }
        await staged.PromoteAsync(cancellationToken);
        var command = new TakeMessage(Guid.NewGuid(), arrived.Key, eml, kind, arrived.At)
        {
            Unit = door.Unit?.Code, Mail = door.Mail?.Id, Receipt = receipt, Smtp = facts.Delivery?.Status, Answer = answer,
        };
        var (decision, _) = await log.DecideAsync(round.Id, command, Machine, cancellationToken);
        if (decision is Refuse refused) throw new InvalidOperationException($"The message was not recorded: {string.Join(' ', refused.Findings.Select(f => f.Code))}.");
        instruments.Message(kind, answer is not null);
        if (kind == MessageKind.Bounce && door.Mail is { } lost) instruments.Mail(lost.Purpose, "bounced");
    }

    /// <summary>Rounds that were open when it came, the newest first: what came before any was opened is none of theirs.</summary>
    private async Task<IReadOnlyList<OpenedRound>> RoundsAsync(DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var rounds = new List<OpenedRound>();
        foreach (var id in await log.ListAsync(cancellationToken))
            if ((await log.FindOrSayAsync(id, cancellationToken)).Round is { } round && round.State.Rules[0].Since <= receivedAt) rounds.Add(round);
        return [.. rounds.OrderByDescending(r => r.State.Rules[0].Since)];
    }

    private static bool IsOurs(IncomingMessage message, IReadOnlyList<OpenedRound> rounds) => rounds.Any(
        r => MessageIds.Find(r.State, message.MessageId) is not null || r.Rules.Plan.InternalDeadline.Email.Equals(message.Facts.From, StringComparison.OrdinalIgnoreCase));

    private static ContentHash KeyOf(IncomingMessage message, ReadOnlyMemory<byte> eml) =>
        ContentHash.Of(message.MessageId is { Length: > 0 } id ? Encoding.UTF8.GetBytes(id) : eml.Span);

    private static MessageStanding StandingOf(MessageKind kind) =>
        kind is MessageKind.Delivery or MessageKind.Bounce or MessageKind.Delay ? MessageStanding.Done : MessageStanding.ForPeople;

    /// <param name="At">When it came.</param>
    private sealed record Arrived(ReadOnlyMemory<byte> Eml, DateTimeOffset At, IncomingMessage Message, ContentHash Key, bool MayBeAnswered);
}

/// <summary>What becomes of a message where it lies.</summary>
internal enum MessageStanding
{
    /// <summary>Nothing more is to be done about it.</summary>
    Done,

    /// <summary>Somebody should read it.</summary>
    ForPeople,

    /// <summary>It is looked at again.</summary>
    Later,
}
