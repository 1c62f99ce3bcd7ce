using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kalasin.Functions.Tests.Access;

/// <summary>Whoever signs tokens, on a port of this machine: says its keys as Entra does.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "one" };

    private Issuer(WebApplication app) => this.app = app;

    public Uri Authority => new(app.Urls.Single());

    public static async Task<Issuer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var issuer = new Issuer(builder.Build());
        issuer.app.MapGet(
            "/.well-known/openid-configuration",
            () => Results.Json(new { issuer = issuer.Authority.AbsoluteUri, jwks_uri = new Uri(issuer.Authority, "/keys").AbsoluteUri }));
        issuer.app.MapGet("/keys", () => Results.Json(new { keys = new[] { PublicPartOf(issuer.key) } }));
        await issuer.app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    public string Sign(SecurityTokenDescriptor token, SigningCredentials? by = null)
    {
        token.SigningCredentials = by ?? new(key, SecurityAlgorithms.RsaSha256);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Rsa.Dispose();
    }

    private static object PublicPartOf(RsaSecurityKey key)
    {
        var numbers = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", kid = key.KeyId, n = Base64UrlEncoder.Encode(numbers.Modulus),
            e = Base64UrlEncoder.Encode(numbers.Exponent) };
    }
}
