using System.Collections.Immutable;

namespace Kalasin.Evaluation.Rounds;

/// <summary>
/// Record that a message from the mailbox was read, with what it says of a mail and the answer to it: once, however often it is read. What it
/// brought was taken in before.
/// </summary>
/// <param name="Id">Id of the command.</param>
/// <param name="Key">Hash of its Message-Id, or of its bytes where it has none.</param>
/// <param name="Eml">The message in the vault.</param>
/// <param name="Kind">What it is.</param>
/// <param name="ReceivedAt">When it came into the mailbox.</param>
internal sealed record TakeMessage(Guid Id, ContentHash Key, ContentHash Eml, MessageKind Kind, DateTimeOffset ReceivedAt) : RoundCommand(Id)
{
    /// <summary>The unit that it comes from, as far as a claim tells. Default: nobody knows.</summary>
    public UnitCode? Unit { get; init; }

    /// <summary>The mail of ours that it is about. Default: none.</summary>
    public MailId? Mail { get; init; }

    /// <summary>Receipt of what it brought. Default: none.</summary>
    public ReceiptNumber? Receipt { get; init; }

    /// <summary>The mail server's code, of a bounce or delay. Default: none.</summary>
    public SmtpStatus? Smtp { get; init; }

    /// <summary>The answer to it. Default: none, as to whatever a program sent.</summary>
    public MailToQueue? Answer { get; init; }

    internal override bool IsOpenTo(Actor actor, RoundState state) => actor.KeepsTime || actor.Role == ActorRole.Machine;

    internal override Decision Decide(Asked asked)
    {
        var state = asked.State;
        if (state.Messages.GetValueOrDefault(Key) is { } taken) return Already.By(taken.Number);
        if (Unit is { } unit && asked.Unknown(unit) is { } unknown) return Refuse.For(unknown);
        if (Mail is { } id && !state.Mails.ContainsKey(id)) return Refuse.For(JournalFindings.MailUnknown.At(Place.At("/mail"), id.Value));
        if (Receipt is { } receipt && state.Find(receipt) is null) return Asked.NoSuchReceipt(receipt.Value);
        if (Answer is not null && Kind is not (MessageKind.Delivery or MessageKind.Reply or MessageKind.Unknown))
            throw new ArgumentException("What a program sent is not answered.", nameof(asked));
        List<RoundEvent> events = [new MessageTaken(Key, Eml, Kind, ReceivedAt, Unit, Mail, Receipt)];
        if (Mail is { } mail && Kind is MessageKind.Bounce or MessageKind.Delay) events.Add(new MailBounced(mail, Kind == MessageKind.Bounce, Smtp, Eml));
        if (Answer is not null)
        {
            var queued = MailToQueue.Queue([Answer], asked, state.Sequence + events.Count + 1, null);
            if (queued.Refusal is { } refusal) return refusal;
            events.AddRange(queued.Events);
        }
        return asked.Yes(this, events);
    }
}

/// <summary>A message from the mailbox was read.</summary>
/// <param name="Key">Hash of its Message-Id, or of its bytes where it has none.</param>
/// <param name="Eml">The message in the vault.</param>
/// <param name="Message">What it is.</param>
/// <param name="ReceivedAt">When it came into the mailbox.</param>
/// <param name="Unit">The unit that it comes from, as far as a claim tells; <see langword="null"/> where nobody knows.</param>
/// <param name="Mail">The mail of ours that it is about; <see langword="null"/> where it is about none.</param>
/// <param name="Receipt">Receipt of what it brought; <see langword="null"/> where it brought nothing that was accepted.</param>
internal sealed record MessageTaken(
    ContentHash Key, ContentHash Eml, MessageKind Message, DateTimeOffset ReceivedAt, UnitCode? Unit, MailId? Mail, ReceiptNumber? Receipt) : RoundEvent
{
    internal override IEnumerable<ContentHash> Contents => [Eml];

    internal override RoundState Apply(RoundState state, Happened how) => state.Messages.ContainsKey(Key)
        ? throw new InvalidDataException($"Event {how.Number} takes a message that was taken before.")
        : state with { Messages = state.Messages.Add(Key, new(how.Number, Eml, Message, ReceivedAt, Unit, Mail, Receipt)) };

    internal override BilingualText Tell(Telling telling)
    {
        var what = Message.Name();
        var from = Unit is { } unit ? telling.NameOf(unit) : BilingualText.Empty;
        var about = Mail is { } mail ? new BilingualText($" เกี่ยวกับอีเมล {mail}", $", about the mail {mail}") : BilingualText.Empty;
        return Unit is null
            ? new($"อ่านอีเมลเข้า ({what.Thai}){about.Thai}", $"A message was read ({what.English}){about.English}")
            : new($"อ่านอีเมลเข้าที่ระบุว่ามาจาก{from.Thai} ({what.Thai}){about.Thai}", $"A message was read that says it is from {from.English} ({what.English}){about.English}");
    }
}

/// <summary>A message that was read from the mailbox.</summary>
/// <param name="Number">Sequence of the event.</param>
/// <param name="Eml">The message in the vault.</param>
/// <param name="Kind">What it is.</param>
/// <param name="ReceivedAt">When it came into the mailbox.</param>
/// <param name="Unit">The unit that it comes from, as far as a claim tells; <see langword="null"/> where nobody knows.</param>
/// <param name="Mail">The mail of ours that it is about; <see langword="null"/> where it is about none.</param>
/// <param name="Receipt">Receipt of what it brought; <see langword="null"/> where it brought nothing that was accepted.</param>
internal sealed record TakenMessage(
    long Number, ContentHash Eml, MessageKind Kind, DateTimeOffset ReceivedAt, UnitCode? Unit, MailId? Mail, ReceiptNumber? Receipt);

/// <summary>What a message from the mailbox is.</summary>
internal enum MessageKind
{
    /// <summary>It brings files.</summary>
    Delivery,

    /// <summary>Somebody's words on a mail of ours.</summary>
    Reply,

    /// <summary>A program wrote it by itself, as when somebody is away; it changes nothing and is not answered.</summary>
    Automatic,

    /// <summary>A mail server says that a mail won't arrive.</summary>
    Bounce,

    /// <summary>A mail server says that a mail has not arrived yet.</summary>
    Delay,

    /// <summary>Somebody's words on nothing that is known.</summary>
    Unknown,
}

internal static class MessageKindNames
{
    /// <summary>What it is called where somebody is told of one.</summary>
    public static BilingualText Name(this MessageKind kind) => kind switch
    {
        MessageKind.Delivery => new("นำส่งไฟล์", "files"),
        MessageKind.Reply => new("ตอบกลับ", "reply"),
        MessageKind.Automatic => new("ข้อความตอบรับอัตโนมัติ", "automatic"),
        MessageKind.Bounce => new("แจ้งว่าส่งไม่ถึง", "not delivered"),
        MessageKind.Delay => new("แจ้งว่าส่งล่าช้า", "delayed"),
        _ => new("ไม่ทราบเรื่อง", "unknown"),
    };
}

internal sealed partial record RoundState
{
    /// <summary>Messages that were read from the mailbox, by their keys.</summary>
    public ImmutableDictionary<ContentHash, TakenMessage> Messages { get; init; } = ImmutableDictionary<ContentHash, TakenMessage>.Empty;
}
