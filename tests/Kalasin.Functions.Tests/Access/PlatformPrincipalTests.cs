using Kalasin.Functions.Access;
using static Kalasin.Functions.Tests.RunningService;

namespace Kalasin.Functions.Tests.Access;

/// <summary>The account that App Service names: believed where it is set up and nowhere else.</summary>
public sealed class PlatformPrincipalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Kalasin.Coordinator", 200)]
    [InlineData("Kalasin.Head", 200)]
    [InlineData("Kalasin.Machine", 200)]
    [InlineData("Kalasin.Unit.PER", 403)]
    [InlineData("Kalasin.Unit.", 401)]
    [InlineData("Kalasin.Unit", 401)]
    [InlineData("kalasin.coordinator", 401)]
    [InlineData("Coordinator", 401)]
    [InlineData("System", 401)]
    [InlineData("", 401)]
    public async Task Believed_ByTheRolesOfTheDirectory(string role, int status)
    {
        await using var service = await StartAsync(Account.Believed);
        Assert.Equal(status, await AskAsync(service, new Account("Someone.Else", role).ToHeader()));
    }

    [Fact]
    public async Task Header_ThatIsNone_IsNobodys()
    {
        await using var service = await StartAsync(Account.Believed);
        string[] broken = ["nonsense", "e30=", "bnVsbA==", "W10=", new('A', 40_000), (Account.Coordinator with { Id = "" }).ToHeader(),
            (Account.Coordinator with { Id = new('x', 101) }).ToHeader(),
            (Account.Coordinator with { Id = "สมชาย" }).ToHeader(), (Account.Coordinator with { Way = "facebook" }).ToHeader()];
        foreach (var header in broken) Assert.True(await AskAsync(service, header) is 401 or 431, header[..Math.Min(header.Length, 40)]);
        Assert.Equal(401, await AskAsync(service));
    }

    /// <summary>Two headers, of which one may be a forgery that the platform let through.</summary>
    [Fact]
    public async Task Header_Twice_IsNobodys()
    {
        await using var service = await StartAsync(Account.Believed);
        Assert.Equal(401, await AskAsync(service, Account.Coordinator.ToHeader(), Account.Coordinator.ToHeader()));
    }

    [Fact]
    public async Task Forged_WhereNothingIsSetUp_IsTakenAway()
    {
        await using var hosted = await StartAsync(s => s with { UnderFunctionsHost = true });
        Assert.Equal(401, await AskAsync(hosted, Account.Coordinator.ToHeader()));
        await using var local = await StartAsync();
        // The person at the machine stays that, whatever is written on the request.
        Assert.Equal(200, await AskAsync(local, new Account("Kalasin.Unit.PER").ToHeader()));
    }

    [Theory]
    [InlineData("appservice", "True", true, "")]
    [InlineData("appservice", "true", false, "KAL7111 KAL7114")]
    [InlineData("appservice", null, false, "KAL7111 KAL7114")]
    [InlineData("easyauth", "True", false, "KAL7111 KAL7114")]
    [InlineData(null, "True", false, "KAL7114")]
    public void Settings_BothConditions(string? way, string? enabled, bool believed, string findings)
    {
        var settings = Settings.Read(null, null, name => name switch
        {
            "FUNCTIONS_APPLICATION_DIRECTORY" => "/home/site/wwwroot", "KALASIN_DATA" => "/srv/data",
            "KALASIN_SIGN_IN" => way, "WEBSITE_AUTH_ENABLED" => enabled, _ => null,
        });
        Assert.Equal((believed, findings), (settings.Access.TrustsPrincipal, string.Join(' ', settings.Findings.Select(f => f.Code))));
    }

    [Fact]
    public void Settings_WithoutTheHost_NeverBelieved()
    {
        var settings = Settings.Read(null, null,
            name => name switch { "KALASIN_SIGN_IN" => "appservice", "WEBSITE_AUTH_ENABLED" => "True", _ => null });
        Assert.Equal((false, "KAL7111"), (settings.Access.TrustsPrincipal, string.Join(' ', settings.Findings.Select(f => f.Code))));
    }

    [Fact]
    public void Strip_NamesAndTokensAlways()
    {
        var headers = new Microsoft.AspNetCore.Http.HeaderDictionary
        {
            ["x-ms-client-principal"] = "a", ["X-MS-CLIENT-PRINCIPAL-NAME"] = "สมชาย",
            ["X-Ms-Client-Principal-Id"] = "b", ["X-MS-TOKEN-AAD-ID-TOKEN"] = "c", ["Accept"] = "d",
        };
        PlatformPrincipal.Strip(headers, trusted: true);
        Assert.Equal(["Accept", "x-ms-client-principal"], headers.Keys.Order(StringComparer.Ordinal));
        PlatformPrincipal.Strip(headers, trusted: false);
        Assert.Equal(["Accept"], headers.Keys);
    }

    [Theory]
    [InlineData("coordinator=A;head=B", "A", "Coordinator")]
    [InlineData("coordinator=A;head=B", "Kalasin.Inspector", "Inspector")]
    [InlineData("coordinator=A;head=B", "Kalasin.Coordinator", null)]
    [InlineData("unit=U", "U.4601", "UnitOfficer")]
    public void Roles_Renamed(string text, string held, string? role)
    {
        Assert.True(RoleNames.TryParse(text, out var roles));
        Assert.Equal(role, roles.ActorOf([held], "x")?.Role.ToString());
    }

    [Theory]
    [InlineData("coordinator")]
    [InlineData("coordinator=")]
    [InlineData("boss=A")]
    [InlineData("head=A;head=B")]
    [InlineData("head=A;inspector=A")]
    [InlineData("system=A")]
    public void Roles_Unreadable_NobodyHasOne(string text)
    {
        Assert.False(RoleNames.TryParse(text, out _));
        var settings = Settings.Read(null, null, name => name == "KALASIN_ROLES" ? text : null);
        Assert.Equal("KAL7113", Assert.Single(settings.Findings).Code);
        Assert.Null(settings.Access.Roles.ActorOf(["Kalasin.Coordinator"], "x"));
    }

    private static async Task<int> AskAsync(RunningService service, params IReadOnlyList<string> headers)
    {
        using var client = new HttpClient { BaseAddress = service.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/rounds");
        foreach (var header in headers) request.Headers.TryAddWithoutValidation(PlatformPrincipal.Header, header);
        using var response = await client.SendAsync(request, Token);
        return (int)response.StatusCode;
    }
}
