using System.Net;
using Kalasin.Functions.Access;

namespace Kalasin.Functions.Http;

/// <summary>
/// Guards in front of everything. The first takes away what only App Service may say. The host guard stops DNS rebinding: a page of
/// a stranger whose name suddenly resolves to this machine still sends the stranger's name. The origin guard stops a stranger's page
/// from posting here with the reader's rights. A request of a program, which sends neither header, passes.
/// </summary>
internal static class Guards
{
    public static IApplicationBuilder UsePrincipalGuard(this IApplicationBuilder app)
    {
        var trusted = SettingsOf(app).TrustsPrincipal;
        return app.Use((context, next) =>
        {
            PlatformPrincipal.Strip(context.Request.Headers, trusted);
            return next(context);
        });
    }

    public static IApplicationBuilder UseHostGuard(this IApplicationBuilder app)
    {
        var settings = SettingsOf(app);
        return app.Use((context, next) => IsOurs(context.Request.Host, context.Request.Scheme, context.Connection, settings)
            ? next(context)
            : Problem.HostUnknown.WriteAsync(context));
    }

    public static IApplicationBuilder UseOriginGuard(this IApplicationBuilder app)
    {
        var settings = SettingsOf(app);
        return app.Use((context, next) =>
            IsSafe(context.Request.Method) || IsSameOrigin(context.Request, settings) ? next(context) : Problem.CrossSite.WriteAsync(context));
    }

    private static AccessSettings SettingsOf(IApplicationBuilder app) => app.ApplicationServices.GetRequiredService<AccessSettings>();

    /// <summary>A name of this machine for itself on a connection to itself, the address that the office gave it, or the one that it was reached at.</summary>
    private static bool IsOurs(HostString host, string scheme, ConnectionInfo connection, AccessSettings settings)
    {
        if (!host.HasValue) return false;
        if (settings.BaseAddress is { } own && Names(host, own)) return true;
        if (connection.LocalIpAddress is not { } reached || (host.Port ?? PortOf(scheme)) != connection.LocalPort) return false;
        if (IPAddress.IsLoopback(Plain(reached))) return MachineRecognition.IsLoopback(host);
        return settings.Open is not null && (IsAddress(host, reached) || host.Host.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Names(HostString host, Uri own) =>
        host.Host.Equals(own.Host, StringComparison.OrdinalIgnoreCase) && (host.Port ?? PortOf(own.Scheme)) == own.Port;

    private static int PortOf(string scheme) => scheme == Uri.UriSchemeHttps ? 443 : 80;

    /// <summary>A number can't be rebound: whoever writes it in the address means this machine.</summary>
    private static bool IsAddress(HostString host, IPAddress reached) =>
        IPAddress.TryParse(host.Host.Trim('[', ']'), out var named) && Plain(named).Equals(Plain(reached));

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsSameOrigin(HttpRequest request, AccessSettings settings)
    {
        // "same-site" is not enough: another port of localhost is the same site.
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0 && site is not ["same-origin" or "none"]) return false;

        var origin = request.Headers.Origin;
        if (origin.Count == 0) return true;
        return origin is [{ } given] && Uri.TryCreate(given, UriKind.Absolute, out var theirs)
            && ((settings.BaseAddress is { } outside && IsSame(theirs, outside))
                || (Uri.TryCreate(OwnOrigin(request, settings.UnderFunctionsHost, theirs.Scheme), UriKind.Absolute, out var own) && IsSame(theirs, own)));
    }

    private static bool IsSame(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>
    /// The Functions host overwrites these headers, so that they can be trusted behind it and only there. Where something in
    /// front of the host ends TLS, it says "http" to a reader who sees https; the other way round nobody can be.
    /// </summary>
    private static string OwnOrigin(HttpRequest request, bool behindHost, string theirScheme) =>
        behindHost && request.Headers["X-Forwarded-Host"] is [{ Length: > 0 } host]
            ? $"{(theirScheme == Uri.UriSchemeHttp && request.Headers["X-Forwarded-Proto"] is ["http"] ? "http" : "https")}://{host}"
            : $"{request.Scheme}://{request.Host}";
}
