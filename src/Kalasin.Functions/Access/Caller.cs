using System.Security.Claims;
using Kalasin.Evaluation.Rounds;
using Microsoft.AspNetCore.Authentication;

namespace Kalasin.Functions.Access;

/// <summary>Who sends a request: recognised once, by a scheme, and handed to whatever is done for them.</summary>
internal sealed record Caller(Actor Actor)
{
    /// <summary>Whoever sits at the machine.</summary>
    public static Caller AtTheMachine { get; } = new(Actor.Local);

    /// <summary>For endpoints that take one. Their policy lets nobody through who is not known.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context.User));

    /// <returns>Null for somebody whom no scheme recognised.</returns>
    public static Caller? Of(ClaimsPrincipal principal) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && Enum.TryParse<ActorRole>(principal.FindFirstValue(ClaimTypes.Role), out var role) && Enum.IsDefined(role)
            ? new(new Actor(role, id)) : null;

    /// <summary>What a scheme answers that recognised them.</summary>
    public AuthenticationTicket ToTicket(string scheme) =>
        new(new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Actor.Id), new(ClaimTypes.Role, Actor.Role.ToString())], scheme)), scheme);
}
