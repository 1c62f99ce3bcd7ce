using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Access;

/// <summary>Tokens of a local issuer: the right one, and each that is wrong in one thing.</summary>
public sealed class TokenRecognitionTests : IAsyncLifetime
{
    private const string Audience = "api://kalasin";

    private Issuer _issuer = null!;
    private RunningService _service = null!;

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _issuer = await Issuer.StartAsync();
        _service = await StartAsync(s => s with { UnderFunctionsHost = true,
            Access = s.Access with { Tokens = new(_issuer.Authority, Audience) } });
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Theory]
    [InlineData("Kalasin.Machine", 200)]
    [InlineData("Kalasin.Coordinator", 200)]
    [InlineData("Kalasin.Unit.4601", 403)]
    [InlineData("Other.Role", 401)]
    [InlineData(null, 401)]
    public async Task Role_OfTheToken(string? role, int status) => Assert.Equal(status, await AskAsync(_issuer.Sign(Good(role))));

    [Fact]
    public async Task Token_WrongInOneThing_IsNobodys()
    {
        Assert.Equal(200, await AskAsync(_issuer.Sign(Good())));
        Assert.Equal(401, await AskAsync(_issuer.Sign(Changed(t => t.Audience = "api://other"))));
        Assert.Equal(401, await AskAsync(_issuer.Sign(Changed(t => t.Audience = null))));
        Assert.Equal(401, await AskAsync(_issuer.Sign(Changed(t => t.Issuer = "https://login.example/"))));
        Assert.Equal(401, await AskAsync(_issuer.Sign(Changed(t => t.Expires = Now.AddMinutes(-3)))));
        Assert.Equal(401, await AskAsync(_issuer.Sign(Changed(t => t.NotBefore = Now.AddMinutes(30)))));
        Assert.Equal(401, await AskAsync(_issuer.Sign(Changed(t => t.Expires = null))));
        Assert.Equal(401, await AskAsync(_issuer.Sign(Changed(t => t.Claims!.Remove("oid")))));
        Assert.Equal(401, await AskAsync(_issuer.Sign(Changed(t => t.Claims!["oid"] = "นางสมหญิง"))));
    }

    [Fact]
    public async Task Signature_OfAnotherKeyOrKindOrNone_IsNobodys()
    {
        using var other = RSA.Create(2048);
        Assert.Equal(401, await AskAsync(_issuer.Sign(Good(),
            new(new RsaSecurityKey(other) { KeyId = "one" }, SecurityAlgorithms.RsaSha256))));
        // The public key taken for a shared secret.
        Assert.Equal(401, await AskAsync(_issuer.Sign(Good(),
            new(new SymmetricSecurityKey(new byte[64]) { KeyId = "one" }, SecurityAlgorithms.HmacSha256))));
        var parts = _issuer.Sign(Good()).Split('.');
        var none = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");
        Assert.Equal(401, await AskAsync($"{none}.{parts[1]}."));
        Assert.Equal(401, await AskAsync($"{parts[0]}.{Base64UrlEncoder.Encode(Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(parts[1])).Replace("Machine", "Coordinator", StringComparison.Ordinal))}.{parts[2]}"));
        foreach (var nonsense in (string[])["", "a.b.c", "....", new('a', 20_000)]) Assert.Equal(401, await AskAsync(nonsense));
    }

    /// <summary>Whoever shows a token that is none is nobody, at the machine too.</summary>
    [Fact]
    public async Task AtTheMachine_WrongToken_IsNotPassedOver()
    {
        await using var local = await StartAsync(s => s with { Access = s.Access with { Tokens = new(_issuer.Authority, Audience) } });
        Assert.Equal(401, await AskAsync(_issuer.Sign(Changed(t => t.Audience = "api://other")), local));
        using var without = await local.Client.GetAsync("/api/rounds", Token);
        Assert.Equal(200, (int)without.StatusCode);
    }

    [Theory]
    [InlineData("https://login.microsoftonline.com/t/v2.0", "api://kalasin", true)]
    [InlineData("http://127.0.0.1:5000", "api://kalasin", true)]
    [InlineData("http://login.example", "api://kalasin", false)]
    [InlineData("https://login.example", null, false)]
    [InlineData(null, "api://kalasin", false)]
    public void Settings_Both_AndEncrypted(string? authority, string? audience, bool usable)
    {
        var settings = Settings.Read(
            null, null, name => name switch { "KALASIN_TOKEN_AUTHORITY" => authority, "KALASIN_TOKEN_AUDIENCE" => audience, _ => null });
        Assert.Equal((usable, usable ? "" : "KAL7112"),
            (settings.Access.Tokens is not null, string.Join(' ', settings.Findings.Select(f => f.Code))));
    }

    private SecurityTokenDescriptor Good(string? role = "Kalasin.Machine") => new()
    {
        Issuer = _issuer.Authority.AbsoluteUri, Audience = Audience, Expires = Now.AddMinutes(5), NotBefore = Now.AddMinutes(-1),
        Claims = new Dictionary<string, object> { ["oid"] = "3f1c", ["roles"] = role is null ? [] : (string[])[role] },
    };

    private SecurityTokenDescriptor Changed(Action<SecurityTokenDescriptor> change)
    {
        var token = Good();
        change(token);
        return token;
    }

    private async Task<int> AskAsync(string token, RunningService? service = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/rounds");
        request.Headers.Authorization = token.Length == 0 ? new("Bearer") : new AuthenticationHeaderValue("Bearer", token);
        using var response = await (service ?? _service).Client.SendAsync(request, Token);
        return (int)response.StatusCode;
    }
}
