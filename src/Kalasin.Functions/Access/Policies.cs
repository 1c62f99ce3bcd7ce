using Kalasin.Evaluation.Rounds;
using Microsoft.AspNetCore.Authorization;
using static Kalasin.Evaluation.Rounds.ActorRole;

namespace Kalasin.Functions.Access;

/// <summary>
/// What somebody has to be to pass an endpoint: every one names a policy, or says that it is open to anybody. Here it is decided who
/// gets to an address; what may be decided there is the round's own matter (<see cref="Decide"/>).
/// </summary>
internal static class Policies
{
    /// <summary>Known at all: the rules, and what depends on no round.</summary>
    public const string Known = "known";

    /// <summary>Reads everything of a round.</summary>
    public const string Round = "round";

    /// <summary>Reads what concerns one unit: also its own officer.</summary>
    public const string Unit = "unit";

    /// <summary>Sends for one unit: also its own officer.</summary>
    public const string Deliver = "deliver";

    /// <summary>Runs rounds.</summary>
    public const string Coordinate = "coordinate";

    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddAuthenticationCore(options =>
        {
            options.DefaultScheme = MachineScheme.Name;
            options.AddScheme<MachineScheme>(MachineScheme.Name, displayName: null);
        })
        .AddTransient<MachineScheme>()
        .AddSingleton<IAuthorizationHandler, RoleCheck>()
        .AddAuthorization(options =>
        {
            Add(Known, Coordinator, Head, UnitOfficer, Inspector, Dla, Machine);
            Add(Round, Coordinator, Head, Inspector, Dla, Machine);
            AddForUnit(Unit, Coordinator, Head, Inspector, Dla, Machine);
            AddForUnit(Deliver, Coordinator, Machine);
            Add(Coordinate, Coordinator);
            // An endpoint of ours that names no policy is closed; an address or method that is none is left to be answered as such.
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build();

            void Add(string name, params ActorRole[] roles) => options.AddPolicy(name, policy => policy.AddRequirements(new RoleRequirement(OwnUnit: false, roles)));

            void AddForUnit(string name, params ActorRole[] roles) => options.AddPolicy(name, policy => policy.AddRequirements(new RoleRequirement(OwnUnit: true, roles)));
        });
}

/// <param name="OwnUnit">An officer passes too, where the address names their own unit.</param>
internal sealed record RoleRequirement(bool OwnUnit, IReadOnlyCollection<ActorRole> Roles) : IAuthorizationRequirement;

internal sealed class RoleCheck : AuthorizationHandler<RoleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        if (Caller.Of(context.User) is { Actor: var actor } && (requirement.Roles.Contains(actor.Role) || (requirement.OwnUnit && IsOwnUnit(context, actor))))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private static bool IsOwnUnit(AuthorizationHandlerContext context, Actor actor) =>
        actor.Role == UnitOfficer && context.Resource is HttpContext http && http.GetRouteValue("unit") is string unit && unit == actor.Id;
}
