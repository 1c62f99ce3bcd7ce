using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Functions.Mail;
using Kalasin.Functions.Mail.Incoming;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Ticks;

namespace Kalasin.Functions.Http;

/// <summary>How an installation is, looked at now: what health answers, and what the page of the installation shows.</summary>
/// <param name="Storage"><c>local</c>, <c>azure</c>, or <c>none</c> when the settings name no store.</param>
/// <param name="IsUsable">Something can be kept.</param>
/// <param name="Tick">How often a tick should come.</param>
/// <param name="LastTick">When one was last done; null before the first and where the store can't say.</param>
/// <param name="HasMailWay">There is a way out for mails.</param>
/// <param name="MailsWaiting">Mails that wait; null where the store can't say.</param>
/// <param name="Findings">What is wrong or noteworthy about the configuration, the store, the mails and what was dropped.</param>
internal sealed record Health(
    string Storage, bool IsUsable, TickPace Tick, DateTimeOffset? LastTick, bool HasMailWay, int? MailsWaiting, ImmutableArray<Finding> Findings)
{
    public static async Task<Health> LookAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var storage = services.GetRequiredService<IStorage>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        findings.AddRange(services.GetRequiredService<Settings>().Findings);
        var found = await storage.CheckAsync(cancellationToken);
        findings.AddRange(found);
        var (pace, hasWay) = (services.GetRequiredService<TickPace>(), services.GetRequiredService<MailWay>().Transport is not null);
        // Without a store there is nothing to look through.
        if (found.Any(f => f.Severity == Severity.Error)) return new(storage.Kind, false, pace, null, hasWay, null, findings.ToImmutable());
        var done = await storage.TickMark.ReadAsync(cancellationToken);
        if (done is { } last) services.GetRequiredService<ClockWatch>().See(last);
        findings.AddRange(await services.GetRequiredService<RoundsHealth>().LookAsync(cancellationToken));
        var outbox = services.GetRequiredService<Outbox>();
        var mails = await outbox.OpenAsync(cancellationToken);
        findings.AddRange(await services.GetRequiredService<MailboxWatch>().FindingsAsync(cancellationToken));
        findings.AddRange(outbox.Findings(mails));
        return new(storage.Kind, true, pace, done, hasWay, mails.Count(mail => mail.Waits), findings.ToImmutable());
    }
}
