using Microsoft.AspNetCore.Authentication;

namespace Kalasin.Functions.Access;

/// <summary>
/// The one scheme so far: whoever gets here is the person at the machine. Locally the address is loopback and the guards of Host and
/// Origin stand before it; under the Functions host the network's rules are all that stands before it. Schemes that recognise
/// people (links, passwords, accounts) stand beside it.
/// </summary>
internal sealed class MachineScheme : IAuthenticationHandler
{
    public const string Name = "machine";

    private HttpContext? _context;

    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
    {
        _context = context;
        return Task.CompletedTask;
    }

    public Task<AuthenticateResult> AuthenticateAsync() => Task.FromResult(AuthenticateResult.Success(Caller.AtTheMachine.ToTicket(Name)));

    public Task ChallengeAsync(AuthenticationProperties? properties) => AnswerAsync(StatusCodes.Status401Unauthorized);

    public Task ForbidAsync(AuthenticationProperties? properties) => AnswerAsync(StatusCodes.Status403Forbidden);

    /// <summary>The problem that belongs to the status is written where all problems are.</summary>
    private Task AnswerAsync(int status)
    {
        _context!.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
