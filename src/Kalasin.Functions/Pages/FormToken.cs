using System.Security.Cryptography;
using System.Text;
using Kalasin.Functions.Access;

namespace Kalasin.Functions.Pages;

/// <summary>
/// Proof that a post comes from a page of ours: a random cookie that the page repeats in a hidden field. The framework's
/// antiforgery would read the whole form, files and all, into memory or a temporary file to find its field; here the field is
/// met while the upload streams by. Stands behind the guard of Origin and Sec-Fetch-Site, not instead of it.
/// </summary>
internal static class FormToken
{
    public const string Field = "token";
    public const string Cookie = "kalasin-form";

    private const int Length = 32;

    /// <summary>The visitor's token, made and set if there is none yet.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is { } known && IsToken(known)) return known;
        if (context.Items[Cookie] is string made) return made; // a page with two forms has one token
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length / 2));
        context.Items[Cookie] = token;
        context.Response.Cookies.Append(Cookie, token, new()
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/app", IsEssential = true,
            Secure = context.RequestServices.GetRequiredService<AccessSettings>().IsEncrypted(context.Request),
        });
        return token;
    }

    /// <summary>Whether there can be a match at all: worth asking before an upload is read.</summary>
    public static bool IsPresent(HttpRequest request) => request.Cookies[Cookie] is { } cookie && IsToken(cookie);

    public static bool Matches(HttpRequest request, string? field) =>
        IsPresent(request) && field is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Cookies[Cookie]!), Encoding.UTF8.GetBytes(field));

    private static bool IsToken(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);
}
