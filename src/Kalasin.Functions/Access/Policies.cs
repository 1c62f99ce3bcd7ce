using Kalasin.Evaluation.Rounds;
using Microsoft.AspNetCore.Authorization;
using static Kalasin.Evaluation.Rounds.ActorRole;

namespace Kalasin.Functions.Access;

/// <summary>
/// What somebody has to be to pass an endpoint: every one names a policy, or says that it is open to anybody. Here it is decided who
/// gets to an address; what may be decided there is the round's own matter (<see cref="Evaluation.Rounds.Decide"/>). Whoever is bound to
/// one round passes at its addresses alone, and at those that depend on no round.
/// </summary>
internal static class Policies
{
    /// <summary>Known at all: the rules, and what depends on no round.</summary>
    public const string Known = "known";

    /// <summary>Reads everything of a round.</summary>
    public const string Round = "round";

    /// <summary>Reads what concerns one unit: also its own officer.</summary>
    public const string Unit = "unit";

    /// <summary>Reads a delivery: also an officer, whose own the endpoint then finds it to be.</summary>
    public const string Delivery = "delivery";

    /// <summary>Sends for one unit: also its own officer, and the head, who records what a committee gave the office's own.</summary>
    public const string Deliver = "deliver";

    /// <summary>Decides something in a round: whoever has to do with it; what each may decide, the round says.</summary>
    public const string Decide = "decide";

    /// <summary>Runs rounds.</summary>
    public const string Coordinate = "coordinate";

    /// <summary>Reads rankings: whoever reads rounds and is bound to none.</summary>
    public const string Rankings = "rankings";

    /// <summary>Sends results to a ranking, or takes them out: whoever runs the installation, and the giver of the award.</summary>
    public const string Rank = "rank";

    public static void Add(AuthorizationOptions options)
    {
        Add(Known, Reach.Anywhere, Coordinator, Head, UnitOfficer, Inspector, Confirmer, Dla, Machine);
        Add(Round, Reach.Round, Coordinator, Head, Inspector, Confirmer, Dla, Machine);
        Add(Unit, Reach.Unit, Coordinator, Head, Inspector, Confirmer, Dla, Machine);
        Add(Delivery, Reach.Round, Coordinator, Head, UnitOfficer, Inspector, Confirmer, Dla, Machine);
        Add(Deliver, Reach.Unit, Coordinator, Head, Machine);
        Add(Decide, Reach.Round, Coordinator, Head, UnitOfficer, Inspector, Confirmer, Dla, Machine);
        Add(Coordinate, Reach.Round, Coordinator);
        Add(Rankings, Reach.Round, Coordinator, Head, Inspector, Confirmer, Dla, Machine);
        Add(Rank, Reach.Round, Coordinator, Dla);
        // An endpoint of ours that names no policy is closed; an address or method that is none is left to be answered as such.
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build();

        void Add(string name, Reach reach, params ActorRole[] roles) =>
            options.AddPolicy(name, policy => policy.AddRequirements(new RoleRequirement(reach, roles)));
    }
}

/// <summary>What the address has to say of somebody's place.</summary>
internal enum Reach
{
    /// <summary>Nothing.</summary>
    Anywhere,

    /// <summary>Their round, if they are bound to one.</summary>
    Round,

    /// <summary>That too; and where it is an officer's own unit, they pass as well.</summary>
    Unit,
}

internal sealed record RoleRequirement(Reach Reach, IReadOnlyCollection<ActorRole> Roles) : IAuthorizationRequirement;

internal sealed class RoleCheck : AuthorizationHandler<RoleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        if (Caller.Of(context.User) is { } caller && context.Resource is HttpContext http && Passes(caller, requirement, http))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private static bool Passes(Caller caller, RoleRequirement requirement, HttpContext http) =>
        (requirement.Reach == Reach.Anywhere || caller.IsOf(http.GetRouteValue("round") as string))
        && (requirement.Roles.Contains(caller.Actor.Role) || (requirement.Reach == Reach.Unit && IsOwnUnit(caller.Actor, http)));

    private static bool IsOwnUnit(Actor actor, HttpContext http) =>
        actor.Role == UnitOfficer && http.GetRouteValue("unit") is string unit && unit == actor.Id;
}
