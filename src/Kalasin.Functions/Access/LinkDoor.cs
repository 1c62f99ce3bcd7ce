using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Access;

/// <summary>
/// Opens personal links: each time by the round's own log, so that one that was taken back or has expired opens nothing from then on.
/// </summary>
/// <param name="services">Gives the log; there may be no store to make it of, and whoever brings no link needs none.</param>
internal sealed class LinkDoor(IServiceProvider services, TimeProvider clock)
{
    private RoundLog Log => services.GetRequiredService<RoundLog>();

    /// <returns>Who comes by this link; null for a wrong, expired or revoked one, which nobody can tell apart.</returns>
    public async Task<Caller?> OpenAsync(RoundId round, string secret, CancellationToken cancellationToken) =>
        LinkSecret.IsOne(secret) ? CallerOf(secret, await Log.LoadAsync(round, cancellationToken), round) : null;

    /// <summary>Those links of a browser that open something, newest first, of one round or of all. Each round is looked at once.</summary>
    public async Task<IReadOnlyList<Caller>> HeldAsync(HttpContext context, string? round)
    {
        var (states, callers) = (new Dictionary<RoundId, RoundState>(), new List<Caller>());
        foreach (var (id, secret) in HeldLinks.Of(context.Request).Where(held => round is null || held.Round.Value == round))
        {
            if (!states.TryGetValue(id, out var state)) states[id] = state = await StateAsync(id, round is null, context.RequestAborted);
            if (CallerOf(secret, state, id) is { } caller) callers.Add(caller);
        }
        return callers;
    }

    /// <param name="forgiving">A round that can't be read doesn't keep anybody from the others.</param>
    private async Task<RoundState> StateAsync(RoundId round, bool forgiving, CancellationToken cancellationToken)
    {
        try
        {
            return await Log.LoadAsync(round, cancellationToken);
        }
        catch (DamagedException) when (forgiving)
        {
            return RoundState.Empty;
        }
    }

    private Caller? CallerOf(string secret, RoundState state, RoundId round)
    {
        var hash = LinkSecret.HashOf(secret);
        return state.Links.Values.FirstOrDefault(link => link.Secret == hash) is { } link && state.ActorOf(link, clock.GetUtcNow()) is { } actor ? new(actor, round) : null;
    }
}
