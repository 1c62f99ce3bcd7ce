using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Season;

namespace Kalasin.Functions.Pages;

/// <summary>The coordinator's page of a round's mails.</summary>
public sealed record MailsView : PageView
{
    internal MailsView(AwardRules rules) : base(new BilingualText("อีเมลของรอบ", "Mails")) => Rules = rules;

    public AwardRules Rules { get; }

    public string Round => Rules.Plan.Id.Value;

    /// <summary>Newest first.</summary>
    public required ImmutableArray<MailBatchView> Batches { get; init; }

    /// <summary>Newest first.</summary>
    public required ImmutableArray<MailLineView> Mails { get; init; }

    /// <summary>Units that nothing can be sent to.</summary>
    public required ImmutableArray<BilingualText> WithoutAddress { get; init; }

    public required bool ResultsShown { get; init; }

    /// <summary>Links in mails lead somewhere from other machines too.</summary>
    public required bool IsReachable { get; init; }

    public required string Token { get; init; }

    public required string Key { get; init; }

    /// <summary>Why the last form came to nothing, or who was left out.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}

/// <summary>Mails that were prepared together.</summary>
/// <param name="State">What has become of them, in words.</param>
public sealed record MailBatchView(long Number, BilingualText For, int Count, DateTimeOffset Prepared, BilingualText State, ImmutableArray<DecisionForm> Forms)
{
    internal static MailBatchView Of(MailBatch batch, OpenedRound round, DecisionOffer offer, DateTimeOffset now)
    {
        var number = batch.Prepared.Number;
        BilingualText state = batch switch
        {
            { Cancelled: not null } => new("ยกเลิกแล้ว", "cancelled"),
            { Released: not null } => new("ปล่อยแล้ว", "released"),
            _ => new("รอการปล่อย", "held"),
        };
        var waits = round.State.Outbox.Any(m => m.Batch == number && !m.IsUnderWay(now));
        return new(number, batch.Purpose.Name(), batch.Count, batch.Prepared.At, state,
        [
            .. offer.Of(new ReleaseMails(number), new($"ปล่อยทั้ง {ThaiNumerals.Format(batch.Count)} ฉบับ", $"Release all {batch.Count}")),
            .. waits ? offer.Of(new CancelMails("", Batch: number), new("ยกเลิกชุดนี้", "Cancel them"), "reason") : [],
        ]);
    }
}

/// <summary>A mail in the journal.</summary>
/// <param name="Whom">The unit it goes to; else the office itself or the giver of the award.</param>
/// <param name="Tone">Class of its mark.</param>
/// <param name="Why">Code of what keeps it from its recipient: a mail server's, or of the finding that the last try ended with; null for nothing.</param>
/// <param name="Opened">When the link in it was opened first; null if it has none or nobody did.</param>
public sealed record MailLineView(
    string Id, BilingualText For, BilingualText Whom, BilingualText Stage, string Tone, DateTimeOffset Queued, DateTimeOffset? Sent, string? Why, bool HasLink, DateTimeOffset? Opened)
{
    private const string Trouble = "missing";

    /// <summary>It does not reach its recipient, and nothing was sent in its place.</summary>
    public bool IsTrouble { get; private init; }

    internal static MailLineView Of(JournalMail mail, OpenedRound round, DateTimeOffset now)
    {
        var (stage, tone) = Words(mail.Stage(now));
        return new(
            mail.Id.Value, mail.Purpose.Name(),
            mail.Unit is { } unit ? round.Rules.Plan.Find(unit)!.ShortName
                : mail.Purpose == MailPurpose.Dispatch ? round.Rules.Framework.Authority : new("ผู้ประสานงาน", "the coordinator"),
            stage, tone, mail.QueuedAt, mail.SentAt, mail.Bounce?.Smtp?.Value ?? mail.Failure, mail.Link is not null, mail.Link is { } link ? round.State.Links[link].OpenedAt : null)
        {
            IsTrouble = tone == Trouble && mail.ResentAs is null,
        };
    }

    private static (BilingualText, string) Words(MailStage stage) => stage switch
    {
        MailStage.Waiting => (new("รอส่ง", "waiting"), ""),
        MailStage.Held => (new("ระงับไว้", "held"), "late"),
        MailStage.UnderWay => (new("กำลังส่ง", "being sent"), ""),
        MailStage.Failed => (new("ส่งไม่ได้ จะลองใหม่", "failed, to be tried again"), Trouble),
        MailStage.Interrupted => (new("ไม่ทราบว่าส่งแล้วหรือไม่ ต้องให้คนตัดสิน", "unknown whether it left; a person decides"), Trouble),
        MailStage.Sent => (new("ส่งแล้ว", "sent"), "ok"),
        MailStage.Bounced => (new("ส่งไม่ถึง", "bounced"), Trouble),
        _ => (new("ยกเลิก", "cancelled"), ""),
    };
}

/// <summary>One mail with its exact words.</summary>
public sealed record MailView : PageView
{
    internal MailView(string round, MailLineView line, MailReading reading) : base(new BilingualText("อีเมล", "Mail")) =>
        (Round, Line, To, Subject, Body, Files) = (round, line, reading.To, reading.Subject, reading.Body, [.. reading.Files]);

    public string Round { get; }

    public MailLineView Line { get; }

    public string To { get; }

    public string Subject { get; }

    public string Body { get; }

    public ImmutableArray<string> Files { get; }

    public ImmutableArray<DecisionForm> Forms { get; init; } = [];

    /// <summary>The visitor may have it sent once more.</summary>
    public bool MayBeResent { get; init; }

    /// <summary>The mail that says the same once more; null where none does.</summary>
    public string? ResentAs { get; init; }

    public string Token { get; init; } = "";
}
