using System.Text.Json;
using Kalasin.Functions.Access;

namespace Kalasin.Functions.Tests.Access;

/// <summary>An account as App Service says that it signed it in.</summary>
/// <param name="Roles">As the directory calls them.</param>
internal sealed record Account(params IReadOnlyList<string> Roles)
{
    public static Account Coordinator { get; } = new("Kalasin.Coordinator");

    public string Id { get; init; } = "7d3f1c52-8a3e-4f2b-9a75-0c1d2e3f4a5b";

    public string Way { get; init; } = "aad";

    /// <summary>Settings under the Functions host, with accounts of App Service believed.</summary>
    public static Settings Believed(Settings settings) =>
        settings with { UnderFunctionsHost = true, Access = settings.Access with { TrustsPrincipal = true } };

    public string ToHeader()
    {
        (string Type, string Value)[] claims = [("http://schemas.microsoft.com/identity/claims/objectidentifier", Id),
            .. Roles.Select(role => ("roles", role))];
        return Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
        {
            auth_typ = Way,
            name_typ = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
            role_typ = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
            claims = claims.Select(c => new { typ = c.Type, val = c.Value }),
        }));
    }

    public void Sign(HttpRequestMessage request) => request.Headers.Add(PlatformPrincipal.Header, ToHeader());
}
