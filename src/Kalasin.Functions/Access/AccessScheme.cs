using Microsoft.AspNetCore.Authentication;

namespace Kalasin.Functions.Access;

/// <summary>
/// The one scheme: asks every way of recognising in turn, and the first that has an answer decides. Each request has one sender.
/// </summary>
internal sealed class AccessScheme(IEnumerable<IRecognition> ways, AccessSettings settings) : IAuthenticationHandler
{
    public const string Name = "kalasin";

    private HttpContext? context;

    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
    {
        this.context = context;
        return Task.CompletedTask;
    }

    public async Task<AuthenticateResult> AuthenticateAsync()
    {
        foreach (var way in ways)
            if (await way.RecogniseAsync(context!) is { None: false } answer) return answer;
        return AuthenticateResult.NoResult();
    }

    public Task ChallengeAsync(AuthenticationProperties? properties)
    {
        if (settings.Tokens is not null) context!.Response.Headers.WWWAuthenticate = "Bearer";
        return AnswerAsync(StatusCodes.Status401Unauthorized);
    }

    public Task ForbidAsync(AuthenticationProperties? properties) => AnswerAsync(StatusCodes.Status403Forbidden);

    /// <summary>The problem that belongs to the status is written where all problems are.</summary>
    private Task AnswerAsync(int status)
    {
        context!.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
