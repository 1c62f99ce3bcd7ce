using Kalasin.Evaluation;

namespace Kalasin.Functions.Access;

/// <summary>
/// The links that a browser has opened and holds, newest first, in one cookie that ends with the browser's session: on a machine that several share
/// nobody stays the head overnight. The link itself is what people keep.
/// </summary>
internal static class HeldLinks
{
    public const string Cookie = "kalasin-links";

    /// <summary>Most that are held; an older one has to be opened again.</summary>
    private const int Most = 8;

    private const char BetweenLinks = '~';
    private const char BeforeSecret = '.';

    public static IReadOnlyList<(RoundId Round, string Secret)> Of(HttpRequest request)
    {
        var held = new List<(RoundId, string)>();
        foreach (var one in (request.Cookies[Cookie] ?? "").Split(BetweenLinks, Most + 1))
            if (held.Count < Most && one.Split(BeforeSecret) is [var round, var secret] && RoundId.TryParse(round, out var id) && LinkSecret.IsOne(secret))
                held.Add((id, secret));
        return held;
    }

    public static void Add(HttpContext context, AccessSettings settings, RoundId round, string secret)
    {
        IEnumerable<(RoundId Round, string Secret)> all = [(round, secret), .. Of(context.Request).Where(held => held != (round, secret))];
        var text = string.Join(BetweenLinks, all.Take(Most).Select(held => $"{held.Round}{BeforeSecret}{held.Secret}"));
        context.Response.Cookies.Append(Cookie, text, Options(context, settings));
    }

    public static void Drop(HttpContext context, AccessSettings settings) => context.Response.Cookies.Delete(Cookie, Options(context, settings));

    private static CookieOptions Options(HttpContext context, AccessSettings settings) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = settings.IsEncrypted(context.Request), Path = "/", IsEssential = true };
}
