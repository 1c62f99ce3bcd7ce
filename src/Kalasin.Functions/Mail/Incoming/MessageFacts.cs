using Kalasin.Evaluation.Rounds;

namespace Kalasin.Functions.Mail.Incoming;

/// <summary>All of a message that says what it is and whether it wants an answer.</summary>
internal sealed record MessageFacts
{
    /// <summary>The address that it says it is from; null where it says none that can be written to.</summary>
    public string? From { get; init; }

    /// <summary>Where its bounces go, empty for nowhere; null where its last server didn't say.</summary>
    public string? ReturnPath { get; init; }

    /// <summary>Header <c>Auto-Submitted</c>.</summary>
    public string? AutoSubmitted { get; init; }

    /// <summary>Header <c>Precedence</c>.</summary>
    public string? Precedence { get; init; }

    /// <summary>Header <c>X-Auto-Response-Suppress</c>.</summary>
    public string? SuppressedAnswers { get; init; }

    /// <summary>It came by a list.</summary>
    public bool IsOfList { get; init; }

    /// <summary>We sent it ourselves.</summary>
    public bool IsOurs { get; init; }

    /// <summary>It is a report of a mail program, such as one that a mail was read.</summary>
    public bool IsReport { get; init; }

    /// <summary>What a mail server says of a mail.</summary>
    public DeliveryReport? Delivery { get; init; }

    /// <summary>It refers to a mail of ours.</summary>
    public bool IsAboutOurs { get; init; }

    /// <summary>Files are in it.</summary>
    public bool BringsFiles { get; init; }

    /// <summary>
    /// What it is, and whether it may be answered. What programs write by themselves changes nothing; what only asks not to be answered
    /// may still bring a unit's files. Pure.
    /// </summary>
    public (MessageKind Kind, bool MayBeAnswered) Sort()
    {
        if (Delivery is { Fate: MailFate.Failed }) return (MessageKind.Bounce, false);
        if (Delivery is { Fate: MailFate.Delayed }) return (MessageKind.Delay, false);
        if (Delivery is not null || IsReport || IsOurs || IsByAProgram) return (MessageKind.Automatic, false);
        if (BringsFiles) return (MessageKind.Delivery, !WantsNoAnswer);
        if (WantsNoAnswer) return (MessageKind.Automatic, false);
        // Words alone are for people: whatever answers words by words answers without end.
        return (IsAboutOurs ? MessageKind.Reply : MessageKind.Unknown, false);
    }

    private bool IsByAProgram =>
        (AutoSubmitted is { } how && !how.Split(';')[0].Trim().Equals("no", StringComparison.OrdinalIgnoreCase))
        || ReturnPath is ""
        || LocalPart is "mailer-daemon" or "postmaster";

    private bool WantsNoAnswer =>
        From is null || IsOfList || LocalPart is "noreply" or "no-reply" or "donotreply" or "do-not-reply"
        || Precedence?.Trim().ToLowerInvariant() is "bulk" or "list" or "junk"
        || SuppressedAnswers?.Split(',').Any(what => what.Trim().ToLowerInvariant() is "all" or "autoreply") == true;

    private string? LocalPart => From?.Split('@')[0].ToLowerInvariant();
}
