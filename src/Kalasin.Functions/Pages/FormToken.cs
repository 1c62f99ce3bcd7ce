using System.Security.Cryptography;
using Kalasin.Evaluation;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;

namespace Kalasin.Functions.Pages;

/// <summary>
/// Proof that a post comes from a page of ours: a random cookie that the page repeats in a hidden field. The framework's
/// antiforgery would read the whole form, files and all, into memory or a temporary file to find its field; here the field is
/// met while the upload streams by. Stands behind the guard of Origin and Sec-Fetch-Site, not instead of it. What a page repeats is the
/// token under a mask that is new each time, so that pages can be compressed beside it (docs/decisions/0060).
/// </summary>
internal static class FormToken
{
    public const string Field = "token";
    public const string Cookie = "kalasin-form";

    private const int Length = 32;
    private const int Bytes = Length / 2;

    /// <summary>The answer to a post that comes from elsewhere.</summary>
    public static IResult Refusal => Problem.CrossSite.With(PageFindings.TokenUnknown.At(Place.Nowhere));

    /// <summary>The visitor's token, made and set if there is none yet.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Items[Cookie] is string made) return made; // a page with two forms has one token
        if (context.Request.Cookies[Cookie] is { } known && IsToken(known)) return Masked(context, known);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        context.Response.Cookies.Append(Cookie, token, new()
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/app", IsEssential = true,
            Secure = context.RequestServices.GetRequiredService<AccessSettings>().IsEncrypted(context.Request),
        });
        return Masked(context, token);
    }

    private static string Masked(HttpContext context, string token)
    {
        var (mask, bytes) = (RandomNumberGenerator.GetBytes(Bytes), Convert.FromHexString(token));
        for (var i = 0; i < Bytes; i++) bytes[i] ^= mask[i];
        var masked = Convert.ToHexStringLower(mask) + Convert.ToHexStringLower(bytes);
        context.Items[Cookie] = masked;
        return masked;
    }

    private static byte[]? Unmasked(string? field)
    {
        if (field?.Length != 2 * Length || !field.All(char.IsAsciiHexDigitLower)) return null;
        var bytes = Convert.FromHexString(field);
        for (var i = 0; i < Bytes; i++) bytes[i] ^= bytes[Bytes + i];
        return bytes[..Bytes];
    }

    /// <summary>Whether there can be a match at all: worth asking before an upload is read.</summary>
    public static bool IsPresent(HttpRequest request) => request.Cookies[Cookie] is { } cookie && IsToken(cookie);

    public static bool Matches(HttpRequest request, string? field) =>
        IsPresent(request) && Unmasked(field) is { } token && CryptographicOperations.FixedTimeEquals(Convert.FromHexString(request.Cookies[Cookie]!), token);

    private static bool IsToken(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);
}
