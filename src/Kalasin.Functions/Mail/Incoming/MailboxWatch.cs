using System.Collections.Concurrent;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Mail.Incoming;

/// <summary>
/// What is to be known of the mailbox: when it was last read, by whichever instance, what stands in the way, what was left alone. But for
/// the first, memory only: after a restart everything is looked at once more, which changes nothing in the log.
/// </summary>
internal sealed class MailboxWatch(MailSettings settings, IStorage storage, TimeProvider clock)
{
    /// <summary>Tries of one message before it is left alone.</summary>
    private const int MostTries = 5;

    private const int MostRemembered = 10_000;
    private static readonly TimeSpan AfterARefusedLogin = TimeSpan.FromMinutes(15); // accounts are locked for too many

    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private readonly ConcurrentDictionary<string, bool> _left = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _failures = new(StringComparer.Ordinal);
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private volatile FindingKind? _trouble;

    /// <summary>Whether it is worth a try.</summary>
    public bool IsReady => settings.Imap is not null && clock.GetUtcNow() >= _notBefore;

    /// <summary>What the coordinator should know; nothing where no mailbox is set up.</summary>
    public async Task<IReadOnlyList<Finding>> FindingsAsync(CancellationToken cancellationToken)
    {
        if (settings.Imap is null) return [];
        var findings = new List<Finding>();
        var last = await LastReadAsync(cancellationToken);
        if (WorkingTime.Between(last, clock.GetUtcNow()) >= WorkingTime.HalfADay) findings.Add(IncomingFindings.Unread.At(Place.Nowhere, BangkokTime.DateAndTime(last)));
        if (_trouble is { } trouble) findings.Add(trouble.At(Place.Nowhere));
        var abandoned = _failures.Values.Count(tries => tries >= MostTries);
        if (abandoned > 0) findings.Add(IncomingFindings.Abandoned.At(Place.Nowhere, ThaiNumerals.Number(abandoned)));
        return findings;
    }

    /// <summary>How much office time has gone by since it was read, of up to half a day.</summary>
    public async Task<TimeSpan> UnreadAsync(CancellationToken cancellationToken) => WorkingTime.Between(await LastReadAsync(cancellationToken), clock.GetUtcNow());

    private async Task<DateTimeOffset> LastReadAsync(CancellationToken cancellationToken) => await storage.MailboxMark.ReadAsync(cancellationToken) ?? _start;

    /// <summary>It was read to its end.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        _trouble = null;
        await storage.MailboxMark.WriteAsync(clock.GetUtcNow(), cancellationToken);
    }

    public void Failed(FindingKind trouble)
    {
        _trouble = trouble;
        if (trouble == IncomingFindings.LoginRefused) _notBefore = clock.GetUtcNow() + AfterARefusedLogin;
    }

    /// <summary>Whether a message was left to people, or failed too often.</summary>
    public bool IsLeft(string message) => _left.ContainsKey(message) || (_failures.TryGetValue(message, out var tries) && tries >= MostTries);

    public void Leave(string message)
    {
        if (_left.Count >= MostRemembered) _left.Clear();
        _left[message] = true;
    }

    /// <returns>Whether that was its last try.</returns>
    public bool CountFailure(string message)
    {
        if (_failures.Count >= MostRemembered) _failures.Clear();
        return _failures.AddOrUpdate(message, 1, static (_, tries) => tries + 1) >= MostTries;
    }

    /// <summary>After a look at everything: what lies there no more needs no memory.</summary>
    public void KeepOnly(IReadOnlySet<string> messages)
    {
        foreach (var message in _left.Keys.Where(m => !messages.Contains(m))) _left.TryRemove(message, out _);
        foreach (var message in _failures.Keys.Where(m => !messages.Contains(m))) _failures.TryRemove(message, out _);
    }
}
