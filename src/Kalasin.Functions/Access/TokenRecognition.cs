using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Kalasin.Functions.Access;

/// <summary>A program of another office, or an account, by a token that Entra signed: <c>Authorization: Bearer</c>.</summary>
internal sealed class TokenRecognition : IRecognition
{
    private const string Prefix = "Bearer ";
    private const int Longest = 16_384;

    private static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(2);

    private readonly RoleNames roles;
    private readonly TokenValidationParameters expected;
    private readonly JsonWebTokenHandler reader = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = Longest };

    public TokenRecognition(TokenIssuer issuer, RoleNames roles, TimeProvider clock)
    {
        this.roles = roles;
        var configuration = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{issuer.Authority.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = !issuer.Authority.IsLoopback });
        expected = new()
        {
            ConfigurationManager = configuration,
            ValidAudience = issuer.Audience,
            // Named, so that neither "none" nor a key of another kind is ever tried.
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => IsNow(from, until, clock.GetUtcNow().UtcDateTime),
        };
    }

    /// <summary>Apart and not inlined, so that a start without tokens loads none of their libraries.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IRecognition Of(TokenIssuer issuer, RoleNames roles, TimeProvider clock) => new TokenRecognition(issuer, roles, clock);

    public async Task<AuthenticateResult> RecogniseAsync(HttpContext context)
    {
        var given = context.Request.Headers.Authorization;
        if (given is not [{ } one] || !one.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return given.Count == 0 ? AuthenticateResult.NoResult() : NotOurs;
        var read = await reader.ValidateTokenAsync(one[Prefix.Length..].Trim(), expected);
        if (!read.IsValid || read.SecurityToken is not JsonWebToken token) return NotOurs;
        string[] held = [.. token.Claims.Where(c => c.Type == "roles").Select(c => c.Value)];
        var account = token.TryGetPayloadValue("oid", out string? id) ? id : token.Subject;
        return Caller.IsId(account) && roles.ActorOf(held, account) is { } actor ? new Caller(actor).ToResult() : NotOurs;
    }

    private static AuthenticateResult NotOurs => AuthenticateResult.Fail("No token of an account of ours.");

    private static bool IsNow(DateTime? from, DateTime? until, DateTime now) =>
        until is { } end && now - ClocksApart < end && (from is not { } begin || begin <= now + ClocksApart);
}
