namespace Kalasin.Evaluation.Rounds;

/// <summary>A mail of the round, from queued to bounced: a line of its journal.</summary>
/// <param name="Number">Sequence of the event that queued it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Eml">The exact <c>.eml</c> in the vault.</param>
/// <param name="QueuedAt">Since when it waits.</param>
internal sealed record JournalMail(long Number, MailId Id, MailPurpose Purpose, ContentHash Eml, DateTimeOffset QueuedAt)
{
    private static readonly TimeSpan ShortestLease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(1);

    /// <summary>The unit that it goes to; <see langword="null"/> where it goes to none.</summary>
    public UnitCode? Unit { get; init; }

    /// <summary>Number of the batch that it belongs to; <see langword="null"/> where the program queued it by itself.</summary>
    public long? Batch { get; init; }

    /// <summary>Number of the personal link in it; <see langword="null"/> where there is none.</summary>
    public long? Link { get; init; }

    /// <summary>Who holds it back.</summary>
    public MailHold Hold { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>End of the last lease: nobody tries it before.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>Code of the finding that the last attempt ended with; <see langword="null"/> before the first and while one is under way.</summary>
    public string? Failure { get; init; }

    /// <summary>The server doesn't take it, now or later.</summary>
    public bool IsRefused { get; init; }

    /// <summary>When it was handed over; <see langword="null"/> before.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Who cancelled it, when and why; <see langword="null"/> where nobody did.</summary>
    public Ruled? Cancelled { get; init; }

    /// <summary>What a mail server said of it afterwards; <see langword="null"/> where none said anything.</summary>
    public MailBounce? Bounce { get; init; }

    /// <summary>The mail that says the same once more; <see langword="null"/> where none does.</summary>
    public MailId? ResentAs { get; init; }

    /// <summary>Key of the step that sends it.</summary>
    public string Step => $"mail-{Id}";

    /// <summary>It was neither handed over nor refused for good nor cancelled.</summary>
    public bool Waits => SentAt is null && !IsRefused && Cancelled is null;

    /// <summary>It won't arrive: the server did not take it, or gave it back. Nobody cancelled it because of that.</summary>
    public bool IsLost => Cancelled is null && (IsRefused || Bounce is { Permanent: true });

    /// <summary>
    /// It waits for its turn and for nothing else. The report itself is not tried again by itself where nobody knows whether it left: that is
    /// decided by a person.
    /// </summary>
    public bool IsDue(DateTimeOffset now) => Waits && Hold == MailHold.None && NotBefore <= now && !IsInterrupted(now);

    /// <summary>Somebody is sending it.</summary>
    public bool IsUnderWay(DateTimeOffset now) => Waits && Attempts > 0 && Failure is null && now < NotBefore;

    /// <summary>The report itself, and whoever was sending it never said what became of it.</summary>
    public bool IsInterrupted(DateTimeOffset now) => Purpose == MailPurpose.Dispatch && Waits && Attempts > 0 && Failure is null && NotBefore <= now;

    /// <summary>It left, is leaving, or nobody knows; and it is not known that it won't arrive.</summary>
    public bool MayHaveLeft(DateTimeOffset now) => !IsLost && (SentAt is not null || IsUnderWay(now) || IsInterrupted(now));

    /// <summary>What has become of it.</summary>
    public MailStage Stage(DateTimeOffset now) => this switch
    {
        { IsLost: true } => MailStage.Bounced,
        { SentAt: not null, Bounce: not { Permanent: true } } => MailStage.Sent,
        { Cancelled: not null } => MailStage.Cancelled,
        _ when IsUnderWay(now) => MailStage.UnderWay,
        _ when IsInterrupted(now) => MailStage.Interrupted,
        { Hold: not MailHold.None } => MailStage.Held,
        { Failure: not null } => MailStage.Failed,
        _ => MailStage.Waiting,
    };

    /// <summary>
    /// When a lease that is taken now ends: each is twice as long as the one before, so that a mail that can't be sent does not
    /// fill the log.
    /// </summary>
    public DateTimeOffset LeaseFrom(DateTimeOffset now)
    {
        var lease = ShortestLease * Math.Pow(2, Math.Min(Attempts, 20));
        return now + (lease < LongestLease ? lease : LongestLease);
    }
}

/// <summary>Who holds a mail back.</summary>
internal enum MailHold
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>Its batch, until that is released.</summary>
    WithBatch,

    /// <summary>Somebody, it alone.</summary>
    Alone,
}

/// <summary>What has become of a mail.</summary>
internal enum MailStage
{
    /// <summary>It waits for its turn.</summary>
    Waiting,

    /// <summary>It waits until somebody releases it.</summary>
    Held,

    /// <summary>Somebody is sending it.</summary>
    UnderWay,

    /// <summary>It could not be handed over and is tried again.</summary>
    Failed,

    /// <summary>Nobody knows whether it left; a person decides.</summary>
    Interrupted,

    /// <summary>It was handed over.</summary>
    Sent,

    /// <summary>It did not arrive: the server did not take it, or gave it back.</summary>
    Bounced,

    /// <summary>It was cancelled before it was handed over, or because it did not arrive.</summary>
    Cancelled,
}
