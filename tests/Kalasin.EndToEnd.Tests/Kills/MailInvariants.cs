using System.Globalization;
using System.Text.Json;
using Kalasin.Evaluation.Rounds;
using static Kalasin.EndToEnd.Tests.Kills.KeptLog;

namespace Kalasin.EndToEnd.Tests.Kills;

/// <summary>
/// A mail is queued once, by something that was recorded with it; tried by one at a time, and no more once it is known to have left; it leaves as
/// the very bytes that were queued, and no more often than it was tried. The report itself is tried again when a person says so.
/// </summary>
internal sealed class MailInvariants
{
    /// <summary>Events that queue mails, in the same append: a mail that nothing of the kind stands beside was queued by nobody.</summary>
    private static readonly string[] Queueing = ["stepCompleted", "mailsPrepared", "mailResent", "messageTaken", "dispatchOrdered"];

    private readonly KeptLog log;
    private readonly JsonElement mail;
    private readonly List<(JsonElement Event, DateTimeOffset At)> life;

    private MailInvariants(KeptLog log, JsonElement mail)
    {
        (this.log, this.mail) = (log, mail);
        life = [.. log.Entries.Select(e => (e.GetProperty("event"), e.GetProperty("at").GetDateTimeOffset())).Where(e => IsAbout(e.Item1))];
    }

    private string Id => Text(mail, "mail");

    private long? Batch => mail.TryGetProperty("batch", out var number) && number.ValueKind == JsonValueKind.Number ? number.GetInt64() : null;

    private bool IsDispatch => Text(mail, "purpose") == nameof(MailPurpose.Dispatch);

    private int Attempts => life.Count(e => Text(e.Event, "kind") == "mailAttempted");

    private bool IsSent => life.LastOrDefault(e => Text(e.Event, "kind") is "mailSent" or "dispatchSettled").Event is { ValueKind: JsonValueKind.Object } last
        && (Text(last, "kind") == "mailSent" || last.GetProperty("left").GetBoolean());

    public static IEnumerable<string> Broken(Kept kept, KeptLog log, bool settled)
    {
        var queued = log.Of("mailQueued").ToList();
        foreach (var id in Doubles(queued.Select(e => Text(e, "mail")))) yield return $"mails: {id} was queued twice";
        foreach (var (i, entry) in log.Entries.Index())
            if (Text(entry.GetProperty("event"), "kind") == "mailQueued"
                && !log.Entries.Where(e => Text(e, "command") == Text(entry, "command")).Any(e => Queueing.Contains(Text(e.GetProperty("event"), "kind"))))
                yield return $"mails: event {(i + 1).ToString(CultureInfo.InvariantCulture)} was queued by nothing";
        var state = kept.Arrived is null ? null : kept.Fold();
        foreach (var one in queued.Select(e => new MailInvariants(log, e)))
            foreach (var broken in one.Life().Concat(one.Left(kept, state)).Concat(settled && kept is { Outbox: not null, Arrived: null } ? one.Waits() : []))
                yield return $"mails: {one.Id} {broken}";
    }

    /// <summary>One tries it at a time; after it left nobody does; of the dispatch a person says what became of it.</summary>
    private IEnumerable<string> Life()
    {
        var (sent, open, until, held, released, cancelled) = (false, false, default(DateTimeOffset), false, Batch is null, false);
        foreach (var (e, at) in life)
            switch (Text(e, "kind"))
            {
                case "mailAttempted":
                    if (sent) yield return "was tried after it had left";
                    if (open && at < until) yield return "was tried by two at once";
                    if (open && IsDispatch) yield return "was tried again, and nobody said what had become of it";
                    if (held || !released || cancelled) yield return "was tried although it is held or cancelled";
                    (open, until) = (true, e.GetProperty("until").GetDateTimeOffset());
                    break;
                case "mailFailed":
                    open = false;
                    break;
                case "mailSent":
                    if (sent) yield return "was sent twice";
                    else if (!open) yield return "was sent by nobody";
                    (sent, open) = (true, false);
                    break;
                case "dispatchSettled":
                    (sent, open) = (e.GetProperty("left").GetBoolean(), false);
                    break;
                case "mailHeld":
                    held = true;
                    break;
                case "mailReleased":
                    (held, released) = (false, true);
                    break;
                case "mailsReleased":
                    released = true;
                    break;
                case "mailsCancelled":
                    cancelled = true;
                    break;
            }
    }

    /// <summary>What lies in the folder or came to its recipient.</summary>
    private IEnumerable<string> Left(Kept kept, RoundState? state)
    {
        if (kept.Outbox is { } outbox && kept.Arrived is null)
        {
            var isThere = outbox.TryGetValue($"{InstallationUnderTest.Round}-{Id}.eml", out var hash);
            if (isThere && hash != Text(mail, "eml")) yield return "is not what was queued";
            if (!isThere && life.Exists(e => Text(e.Event, "kind") == "mailSent")) yield return "was not put out"; // a person who settles it may be wrong
            if (isThere && Attempts == 0) yield return "left, and nobody sent it";
        }
        if (kept.Arrived is not { } arrived || state is null) yield break;
        var copies = arrived.Where(a => MessageIds.Find(state, a.Key)?.Id.Value == Id).Sum(a => a.Value);
        if (copies > Attempts) yield return string.Create(CultureInfo.InvariantCulture, $"came {copies} times and was tried {Attempts} times");
    }

    /// <summary>Into a folder all leave at once, while a server takes so many a minute: once everything is done it left, or somebody holds or cancelled it, or it waits for a lease, another try or a person.</summary>
    private IEnumerable<string> Waits()
    {
        var about = life.Select(e => Text(e.Event, "kind")).ToList();
        if (IsSent || about.Contains("mailsCancelled")) yield break;
        if (about.LastOrDefault(kind => kind is "mailHeld" or "mailReleased") is var hold && (hold == "mailHeld" || hold is null && Batch is not null && !about.Contains("mailsReleased"))) yield break;
        var tried = life.LastOrDefault(e => Text(e.Event, "kind") is "mailAttempted" or "mailFailed" or "dispatchSettled").Event;
        if (tried.ValueKind == JsonValueKind.Object && (Text(tried, "kind") == "mailFailed" || Text(tried, "kind") == "mailAttempted"
            && (IsDispatch || tried.GetProperty("until").GetDateTimeOffset() > log.Entries[^1].GetProperty("at").GetDateTimeOffset()))) yield break;
        yield return "still waits";
    }

    private bool IsAbout(JsonElement e) => Text(e, "kind") != "mailQueued"
        && (e.TryGetProperty("mail", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() == Id
            || Batch is { } batch && e.TryGetProperty("batch", out var number) && number.ValueKind == JsonValueKind.Number && number.GetInt64() == batch);
}
