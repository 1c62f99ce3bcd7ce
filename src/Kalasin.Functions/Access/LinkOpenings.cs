using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Access;

/// <summary>
/// Writes down, once, that a unit's link has reached somebody: when its page is shown to whoever holds it. Following a link is not enough:
/// mail servers and chat programs do that by themselves, and keep no cookies.
/// </summary>
internal sealed partial class LinkOpenings(RoundLog log, TimeProvider clock, ILogger<LinkOpenings> logger)
{
    /// <summary>How long a page waits for it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Whatever becomes of it, the page is shown.</summary>
    public async Task NoteAsync(OpenedRound round, UnitCode unit, HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method)) return;
        var held = HeldLinks.Of(request).Where(h => h.Round == round.Id).Select(h => LinkSecret.HashOf(h.Secret)).ToHashSet();
        if (held.Count == 0) return;
        var now = clock.GetUtcNow();
        foreach (var link in round.State.Links.Values.Where(l => l is { OpenedAt: null, Purpose: LinkPurpose.Unit } && l.Unit == unit && l.Opens(now) && held.Contains(l.Secret)))
            try
            {
                await log.DecideAsync(round.Id, new OpenLink(Guid.NewGuid(), link.Number), Actor.Clock, request.HttpContext.RequestAborted)
                    .WaitAsync(Longest, clock, request.HttpContext.RequestAborted);
            }
            catch (Exception failure) when (failure is StorageUnavailableException or DamagedException or IOException or TimeoutException)
            {
                NotNoted(logger, failure, link.Number);
            }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "That link {Link} was opened could not be written down")]
    private static partial void NotNoted(ILogger logger, Exception failure, long link);
}
