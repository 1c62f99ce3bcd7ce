using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;

namespace Kalasin.Functions.Access;

/// <summary>
/// An account that App Service has signed in, as it says in a header. The header is believed only where App Service sets it
/// and takes away what a sender puts there; everywhere else it is taken away here, before anything looks at it.
/// </summary>
internal sealed class PlatformPrincipal(AccessSettings settings) : IRecognition
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";
    private const string Family = "X-MS-CLIENT-PRINCIPAL-";
    private const string Tokens = "X-MS-TOKEN-";
    private const int Longest = 32_768;

    private static readonly string[] Roles = ["roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role"];
    private static readonly string[] Ids = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid"];

    /// <summary>Takes away what was not asked for: names and tokens always, the principal where it can't be believed.</summary>
    public static void Strip(IHeaderDictionary headers, bool trusted)
    {
        foreach (var name in headers.Keys.Where(name => IsOfPlatform(name) && !(trusted && name.Equals(Header, StringComparison.OrdinalIgnoreCase))).ToList())
            headers.Remove(name);
    }

    public Task<AuthenticateResult> RecogniseAsync(HttpContext context)
    {
        if (!context.Request.Headers.TryGetValue(Header, out var given)) return Task.FromResult(AuthenticateResult.NoResult());
        return Task.FromResult(given is [{ Length: <= Longest } one] && Read(one) is { } principal && CallerOf(principal) is { } caller
            ? caller.ToResult() : AuthenticateResult.Fail("No account of ours."));
    }

    private Caller? CallerOf(Principal principal)
    {
        string[] roles = [.. principal.Claims.Where(c => Roles.Contains(c.Type, StringComparer.Ordinal)).Select(c => c.Value ?? "")];
        var id = principal.Claims.FirstOrDefault(c => Ids.Contains(c.Type, StringComparer.Ordinal))?.Value;
        return principal.Way == "aad" && Caller.IsId(id) && settings.Roles.ActorOf(roles, id) is { } actor ? new(actor) : null;
    }

    private static Principal? Read(string header)
    {
        if (!Base64.IsValid(header)) return null;
        try
        {
            return JsonSerializer.Deserialize(Convert.FromBase64String(header), PrincipalJson.Default.Principal) is { Claims: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsOfPlatform(string name) => name.Equals(Header, StringComparison.OrdinalIgnoreCase)
        || name.StartsWith(Family, StringComparison.OrdinalIgnoreCase) || name.StartsWith(Tokens, StringComparison.OrdinalIgnoreCase);

    /// <param name="Way">How it was signed in: <c>aad</c> for Entra.</param>
    internal sealed record Principal(
        [property: JsonPropertyName("auth_typ")] string? Way, [property: JsonPropertyName("claims")] IReadOnlyList<PrincipalClaim> Claims);

    internal sealed record PrincipalClaim([property: JsonPropertyName("typ")] string? Type, [property: JsonPropertyName("val")] string? Value);
}

[JsonSerializable(typeof(PlatformPrincipal.Principal))]
internal sealed partial class PrincipalJson : JsonSerializerContext;
