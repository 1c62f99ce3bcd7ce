using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Kalasin.Evaluation.Rounds;

/// <summary>A mail waits to be sent.</summary>
/// <param name="Mail">Its id: the same whenever the same step is done.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Eml">The exact <c>.eml</c> in the vault; whom it goes to stands there alone.</param>
internal sealed record MailQueued(MailId Mail, MailPurpose Purpose, ContentHash Eml) : RoundEvent
{
    /// <summary>The unit that it goes to; <see langword="null"/> where it goes to none, and in events that were recorded before units had addresses.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public UnitCode? Unit { get; init; }

    /// <summary>Number of the batch that it belongs to; <see langword="null"/> where the program queued it by itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public long? Batch { get; init; }

    /// <summary>Number of the personal link in it; <see langword="null"/> where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public long? Link { get; init; }

    internal override RoundState Apply(RoundState state, Happened how)
    {
        if (state.Mails.ContainsKey(Mail)) throw new InvalidDataException($"Event {how.Number} queues the mail {Mail}, which was queued before.");
        var isHeld = Batch is { } batch && how.Earlier(state.Batches, batch).Released is null;
        return state.With(new JournalMail(how.Number, Mail, Purpose, Eml, how.At)
        {
            Unit = Unit, Batch = Batch, Link = Link, Hold = isHeld ? MailHold.WithBatch : MailHold.None,
        });
    }

    internal override BilingualText Tell(Telling telling)
    {
        var (what, to) = (Purpose.Name(), Unit is { } unit ? telling.NameOf(unit) : BilingualText.Empty);
        return Unit is null
            ? new($"เตรียมอีเมล {Mail} ไว้ส่ง ({what.Thai})", $"The mail {Mail} was queued ({what.English})")
            : new($"เตรียมอีเมล {Mail} ถึง{to.Thai}ไว้ส่ง ({what.Thai})", $"The mail {Mail} to {to.English} was queued ({what.English})");
    }

    internal override IEnumerable<ContentHash> Contents => [Eml];
}

/// <summary>Somebody is about to send a mail. Nobody else is before the lease ends; then it may be sent once more, with the same Message-Id.</summary>
/// <param name="Mail">Its id.</param>
/// <param name="Until">End of the lease.</param>
internal sealed record MailAttempted(MailId Mail, DateTimeOffset Until) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) =>
        state.WithMail(Mail, mail => mail with { Attempts = mail.Attempts + 1, NotBefore = Until, Failure = null });

    internal override BilingualText Tell(Telling telling) => new($"กำลังส่งอีเมล {Mail}", $"The mail {Mail} is being sent");
}

/// <summary>A mail was handed over.</summary>
/// <param name="Mail">Its id.</param>
internal sealed record MailSent(MailId Mail) : RoundEvent
{
    internal override RoundState Apply(RoundState state, Happened how) => state.WithMail(Mail, mail => mail with { SentAt = how.At, Failure = null, IsRefused = false });

    internal override BilingualText Tell(Telling telling) => new($"ส่งอีเมล {Mail} แล้ว", $"The mail {Mail} was handed over");
}

/// <summary>A mail could not be handed over. It waits for the end of its lease, unless it was refused for good.</summary>
/// <param name="Mail">Its id.</param>
/// <param name="Code">Code of the finding.</param>
internal sealed record MailFailed(MailId Mail, string Code) : RoundEvent
{
    /// <summary>The server doesn't take it and would not take it later: as if it had come back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool ForGood { get; init; }

    internal override RoundState Apply(RoundState state, Happened how) => state.WithMail(Mail, mail => mail with { Failure = Code, IsRefused = ForGood });

    internal override BilingualText Tell(Telling telling) => ForGood
        ? new($"เซิร์ฟเวอร์อีเมลไม่รับอีเมล {Mail} และจะไม่รับอีก ({Code})", $"The server does not take the mail {Mail}, nor would it later ({Code})")
        : new($"ส่งอีเมล {Mail} ไม่ได้ ({Code})", $"The mail {Mail} could not be handed over ({Code})");
}

internal sealed partial record RoundState
{
    /// <summary>Every mail of the round: its journal.</summary>
    public ImmutableDictionary<MailId, JournalMail> Mails { get; init; } = ImmutableDictionary<MailId, JournalMail>.Empty;

    /// <summary>Those that wait, oldest first: nothing has to be looked for among all that left.</summary>
    private ImmutableList<MailId> Waiting { get; init; } = [];

    /// <summary>Mails that were queued and neither handed over nor cancelled, oldest first.</summary>
    public IEnumerable<JournalMail> Outbox => Waiting.Select(id => Mails[id]);

    /// <summary>With a mail that waits.</summary>
    internal RoundState With(JournalMail mail) => this with { Mails = Mails.Add(mail.Id, mail), Waiting = Waiting.Add(mail.Id) };

    /// <summary>With something changed of a mail.</summary>
    /// <exception cref="InvalidDataException">There is no such mail.</exception>
    internal RoundState WithMail(MailId id, Func<JournalMail, JournalMail> change)
    {
        if (!Mails.TryGetValue(id, out var mail)) throw new InvalidDataException($"The mail {id} was never queued.");
        var changed = change(mail);
        var waiting = (mail.Waits, changed.Waits) switch { (true, false) => Waiting.Remove(id), (false, true) => BackInTurn(mail), _ => Waiting };
        return this with { Mails = Mails.SetItem(id, changed), Waiting = waiting };
    }

    private ImmutableList<MailId> BackInTurn(JournalMail mail) =>
        Waiting.FindIndex(other => Mails[other].Number > mail.Number) is >= 0 and var place ? Waiting.Insert(place, mail.Id) : Waiting.Add(mail.Id);
}
