using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;

namespace Kalasin.Functions.Pages;

/// <summary>What every page says of its reader and of the way it travelled.</summary>
/// <param name="Who">As whom the reader came; null for whoever sits at the machine, or for nobody.</param>
/// <param name="Token">For the form by which they go.</param>
/// <param name="SignOut">Where else they sign out; null where the form does it.</param>
/// <param name="IsInTheOpen">It travelled without encryption.</param>
/// <param name="Coordinates">The reader runs rounds.</param>
/// <param name="IsOfficer">The reader has one unit's page alone, with nothing above it.</param>
public sealed record VisitorView(BilingualText? Who, string Token, string? SignOut, bool IsInTheOpen, bool Coordinates, bool IsOfficer)
{
    /// <summary>The address that was asked for; null where it can't be asked for again, after a post.</summary>
    public string? Here { get; private init; }

    private const string SignOutOfPlatform = "/.auth/logout?post_logout_redirect_uri=/app/";

    /// <summary>Whoever comes by a personal link, in words.</summary>
    public static BilingualText LinkHolders { get; } = new(
        $"{Actor.NameOf(ActorRole.UnitOfficer).Thai} {Actor.NameOf(ActorRole.Head).Thai} {Actor.NameOf(ActorRole.Confirmer).Thai} และ{Actor.NameOf(ActorRole.Inspector).Thai}",
        "Officers of units, the head, confirmers and inspectors");

    internal static VisitorView Of(HttpContext context)
    {
        var settings = context.RequestServices.GetRequiredService<AccessSettings>();
        var caller = Caller.Of(context.User);
        var who = caller is null || caller == Caller.AtTheMachine ? null : WordsFor(caller.Actor);
        return new(who, who is null ? "" : FormToken.Of(context), settings.TrustsPrincipal
            && caller is { Round: null } ? SignOutOfPlatform : null, settings.IsInTheOpen, caller is { Actor.IsCoordinator: true },
            caller is { Actor.Role: ActorRole.UnitOfficer })
        {
            Here = HttpMethods.IsPost(context.Request.Method) ? null : context.Request.Path + context.Request.QueryString,
        };
    }

    private static BilingualText WordsFor(Actor actor) => actor.Role == ActorRole.UnitOfficer
        ? new($"{actor.RoleName.Thai} {actor.Id}", $"{actor.RoleName.English} {actor.Id}")
        : actor.RoleName;
}
