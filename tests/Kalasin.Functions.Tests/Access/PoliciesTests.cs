using System.Net;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Access;

/// <summary>Every endpoint of the service, asked in every role: whom its policy names gets past it, nobody else does.</summary>
public sealed class PoliciesTests : IAsyncLifetime
{
    private static readonly string[] Open = ["/", "/api/docs", "/api/docs/{name}", "/api/health", "/api/openapi/v1.json", "/api/tick", "/app/assets/{tag}/{name}", "/app/in/{round}/{secret}", "/app/language/{language}",
        "/app/sign-in", "/app/sign-in", "/app/sign-out"];

    private RunningService _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _service = await StartAsync(s => s with { Access = s.Access with { Open = new("http://*:0", 0) } },
            build: builder => builder.Services
        .AddTransient<SaidScheme>().Configure<AuthenticationOptions>(options =>
        {
            options.AddScheme<SaidScheme>("said", null);
            options.DefaultScheme = "said";
        }));

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public void Endpoints_EachNamesAPolicyOrIsListedAsOpen()
    {
        var endpoints = Endpoints();
        Assert.True(endpoints.Count > 25, $"{endpoints.Count} endpoints");
        Assert.Equal(Open, endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(Pattern)
            .Order(StringComparer.Ordinal));
        Assert.All(endpoints.Where(e => !Open.Contains(Pattern(e))), e => Assert.NotNull(PolicyOf(e)));
    }

    [Fact]
    public async Task Endpoints_InEveryRole_PassOnlyThoseOfTheirPolicy()
    {
        foreach (var endpoint in Endpoints().Where(e => !Open.Contains(Pattern(e))))
        {
            var policy = PolicyOf(endpoint)!;
            foreach (var role in Enum.GetValues<ActorRole>())
            {
                var (own, other) = (await AskAsync(endpoint, new(role, "4601")), await AskAsync(endpoint, new(role, "4602")));
                Assert.True(own == Passes(policy, role, own: true), $"{endpoint.DisplayName} as {role}: {own}");
                Assert.True(other == Passes(policy, role, own: false), $"{endpoint.DisplayName} as {role} of another unit: {other}");
            }
            Assert.False(await AskAsync(endpoint, null), $"{endpoint.DisplayName} as nobody");
        }
    }

    /// <summary>
    /// Whoever is bound to a round, by a link, has to do with nothing but that round's addresses, and what depends on none.
    /// </summary>
    [Fact]
    public async Task Endpoints_ForWhoeverIsBoundToARound_OnlyOfThatRound()
    {
        foreach (var endpoint in Endpoints().Where(e => !Open.Contains(Pattern(e))))
        {
            var (policy, ofRound) = (PolicyOf(endpoint)!, Pattern(endpoint).Contains("{round}", StringComparison.Ordinal));
            foreach (var role in (ActorRole[])[ActorRole.Coordinator, ActorRole.UnitOfficer, ActorRole.Head, ActorRole.Inspector,
                ActorRole.Confirmer])
            {
                var (own, other) = (await AskAsync(endpoint, new(role, "4601"), "46-dla-2567"),
                    await AskAsync(endpoint, new(role, "4601"), "45-dla-2567"));
                var free = policy == Policies.Known;
                Assert.True(own == (Passes(policy, role, own: true) && (free || ofRound)),
                    $"{endpoint.DisplayName} as {role} of this round: {own}");
                Assert.True(other == (Passes(policy, role, own: true) && free),
                    $"{endpoint.DisplayName} as {role} of another round: {other}");
            }
        }
    }

    [Fact]
    public async Task EndpointWithoutPolicy_IsClosed_AddressThatIsNone_NotFound()
    {
        await using var service = await StartAsync(unguarded: app => app.MapGet("/test/forgotten", () => "secret"));
        using var closed = await service.Client.GetAsync("/test/forgotten", Token);
        await ProblemAsync(closed, 403, "not-allowed");
        using var none = await service.Client.GetAsync("/test/nothing", Token);
        await ProblemAsync(none, 404, "not-found");
    }

    private static bool Passes(string policy, ActorRole role, bool own) => policy switch
    {
        Policies.Known or Policies.Decide => role != ActorRole.System,
        Policies.Delivery => Passes(Policies.Round, role, own) || role == ActorRole.UnitOfficer,
        Policies.Round => role is ActorRole.Coordinator or ActorRole.Head or ActorRole.Inspector or ActorRole.Confirmer or ActorRole.Dla or ActorRole.Machine,
        Policies.Unit => Passes(Policies.Round, role, own) || (role == ActorRole.UnitOfficer && own),
        Policies.Deliver => role is ActorRole.Coordinator or ActorRole.Head or ActorRole.Machine || (role == ActorRole.UnitOfficer && own),
        Policies.Coordinate => role == ActorRole.Coordinator,
        Policies.Rankings => Passes(Policies.Round, role, own),
        Policies.Rank => role is ActorRole.Coordinator or ActorRole.Dla,
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "Say here whom the new policy lets through."),
    };

    private List<RouteEndpoint> Endpoints() =>
        [.. _service.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    private static string? PolicyOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy;

    /// <returns>Whether the policy let it pass; a page that misses its form's token is stopped later, by another problem.</returns>
    private async Task<bool> AskAsync(RouteEndpoint endpoint, Actor? actor, string? round = null)
    {
        var address = Pattern(endpoint).Replace("{unit}", "4601", StringComparison.Ordinal)
            .Replace("{round}", "46-dla-2567", StringComparison.Ordinal)
            .Replace(":int}", "}", StringComparison.Ordinal).Replace(":long}", "}", StringComparison.Ordinal)
                .Replace("{receipt}", "1", StringComparison.Ordinal)
                .Replace("{number}", "1", StringComparison.Ordinal)
            .Replace("{paper}", "letter", StringComparison.Ordinal).Replace("{copy}", "1", StringComparison.Ordinal)
            .Replace("{framework}", "dla-2567", StringComparison.Ordinal).Replace("{entrant}", "40", StringComparison.Ordinal)
            .Replace("{use}", "form", StringComparison.Ordinal).Replace("{mail}", "none-1", StringComparison.Ordinal).Replace("{id}", "nothing", StringComparison.Ordinal).Replace("{indicator}", "3", StringComparison.Ordinal);
        Assert.DoesNotContain('{', address);
        using var request = new HttpRequestMessage(new(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]), address);
        if (actor is not null) request.Headers.Add(SaidScheme.Header, $"{actor.Role}/{actor.Id}/{round}");
        using var response = await _service.Client.SendAsync(request, Token);
        if (actor is null) return response.StatusCode != HttpStatusCode.Unauthorized;
        // An answer to HEAD has no body to tell by; nothing else forbids there.
        if (request.Method == HttpMethod.Head) return response.StatusCode != HttpStatusCode.Forbidden;
        return response.StatusCode != HttpStatusCode.Forbidden
            || !(await response.Content.ReadAsStringAsync(Token)).Contains(Problem.NotAllowed.Title.Thai, StringComparison.Ordinal);
    }

    /// <summary>Believes what the request says of itself.</summary>
    private sealed class SaidScheme : IAuthenticationHandler
    {
        public const string Header = "X-Test-Actor";

        private HttpContext _context = null!;

        public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
        {
            _context = context;
            return Task.CompletedTask;
        }

        public Task<AuthenticateResult> AuthenticateAsync() => Task.FromResult(
            _context.Request.Headers[Header] is [{ } said] && said.Split('/') is [var role, var id, var round]
                ? AuthenticateResult.Success(new Caller(new(Enum.Parse<ActorRole>(role), id), RoundId.TryParse(round, out var bound) ? bound
                    : null).ToTicket("said")) : AuthenticateResult.NoResult());

        public Task ChallengeAsync(AuthenticationProperties? properties) => AnswerAsync(StatusCodes.Status401Unauthorized);

        public Task ForbidAsync(AuthenticationProperties? properties) => AnswerAsync(StatusCodes.Status403Forbidden);

        private Task AnswerAsync(int status)
        {
            _context.Response.StatusCode = status;
            return Task.CompletedTask;
        }
    }
}
