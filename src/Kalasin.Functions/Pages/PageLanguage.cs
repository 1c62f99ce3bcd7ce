using Kalasin.Evaluation;
using Kalasin.Functions.Access;

namespace Kalasin.Functions.Pages;

/// <summary>The language that a reader has chosen, kept in their browser: Thai, whatever the browser asks for, until they switch.</summary>
internal static class PageLanguage
{
    private const string Cookie = "kalasin-language";
    private const string English = "en";
    private const string Thai = "th";

    public static void MapLanguage(this IEndpointRouteBuilder pages) => pages.MapGet("/language/{language}", Choose).AllowAnonymous();

    public static Language Of(HttpRequest request) => request.Cookies[Cookie] == English ? Language.English : Language.Thai;

    public static string TagOf(Language language) => language == Language.English ? English : Thai;

    /// <summary>A link, so that it works without script; it changes nothing but what the reader's own browser shows.</summary>
    private static IResult Choose(string language, HttpContext context, AccessSettings settings, string? to = null)
    {
        context.Response.Cookies.Append(Cookie, language == English ? English : Thai, new()
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/app", IsEssential = true, MaxAge = TimeSpan.FromDays(365),
            Secure = settings.IsEncrypted(context.Request),
        });
        return SeeOther.To(PageAddress.Local(to));
    }
}
