using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Microsoft.AspNetCore.Authentication;

namespace Kalasin.Functions.Access;

/// <summary>Who sends a request: recognised once, and handed to whatever is done for them.</summary>
/// <param name="Round">The only round they have to do with; null for one who isn't bound to any.</param>
internal sealed record Caller(Actor Actor, RoundId? Round = null)
{
    private const string RoundClaim = "round";
    private const int LongestId = 100;

    /// <summary>Whoever sits at the machine.</summary>
    public static Caller AtTheMachine { get; } = new(Actor.Local);

    /// <summary>For endpoints that take one. Their policy lets nobody through who is not known.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context.User));

    /// <returns>Null for somebody whom nothing recognised.</returns>
    public static Caller? Of(ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id) return null;
        if (!Enum.TryParse<ActorRole>(principal.FindFirstValue(ClaimTypes.Role), out var role) || !Enum.IsDefined(role)) return null;
        if (principal.FindFirstValue(RoundClaim) is not { } bound) return new(new Actor(role, id));
        return RoundId.TryParse(bound, out var round) ? new(new Actor(role, id), round) : null;
    }

    /// <summary>Whether a text can be the pseudonym of an account.</summary>
    public static bool IsId([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= LongestId } && text.All(char.IsAscii) && !text.Any(char.IsControl);

    /// <summary>Whether they have to do with what lies at an address of this round; with null, of none.</summary>
    public bool IsOf(string? round) => Round is not { } bound || bound.Value == round;

    /// <summary>Whether they read rankings (<see cref="Policies.Rankings"/>): bound to no round, and no unit's officer.</summary>
    public bool ReadsRankings => Round is null && Actor.Role is not (ActorRole.UnitOfficer or ActorRole.System);

    /// <summary>Whether they may see what is one unit's.</summary>
    public bool Sees(UnitCode unit) => Actor.Role != ActorRole.UnitOfficer || Actor.Id == unit.Value;

    /// <summary>That they were recognised.</summary>
    public AuthenticateResult ToResult() => AuthenticateResult.Success(ToTicket(AccessScheme.Name));

    /// <summary>What a scheme answers that recognised them.</summary>
    public AuthenticationTicket ToTicket(string scheme)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Actor.Id), new(ClaimTypes.Role, Actor.Role.ToString())], scheme);
        if (Round is { } round) identity.AddClaim(new(RoundClaim, round.Value));
        return new(new(identity), scheme);
    }
}
