using Kalasin.Evaluation.Rounds;
using Microsoft.AspNetCore.Authentication;

namespace Kalasin.Functions.Access;

/// <summary>
/// Whoever holds a link of the round that the address names: there they are what the link says, whatever else they may be. A person
/// at the machine who opened the head's link decides as the head in that round, until they leave.
/// </summary>
internal sealed class LinkRecognition(LinkDoor door) : IRecognition
{
    public async Task<AuthenticateResult> RecogniseAsync(HttpContext context) =>
        context.GetRouteValue("round") is string round && Chosen(await door.HeldAsync(context, round), context.GetRouteValue("unit") as string) is { } caller
            ? caller.ToResult() : AuthenticateResult.NoResult();

    /// <summary>
    /// Of several links of one round: the unit's own where the address names it, otherwise the newest of those that are no
    /// officer's, if there is one.
    /// </summary>
    private static Caller? Chosen(IReadOnlyList<Caller> held, string? unit) =>
        held.FirstOrDefault(c => IsOfficer(c) && c.Actor.Id == unit) ?? held.FirstOrDefault(c => !IsOfficer(c)) ?? (held.Count > 0 ? held[0] : null);

    private static bool IsOfficer(Caller caller) => caller.Actor.Role == ActorRole.UnitOfficer;
}

/// <summary>Whoever holds a link, at an address that names no round, where nobody else is known.</summary>
internal sealed class LinkElsewhere(LinkDoor door) : IRecognition
{
    public async Task<AuthenticateResult> RecogniseAsync(HttpContext context) =>
        context.GetRouteValue("round") is null && await door.HeldAsync(context, null) is [var newest, ..] ? newest.ToResult() : AuthenticateResult.NoResult();
}
