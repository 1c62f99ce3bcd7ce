namespace Kalasin.Functions.Http;

/// <summary>
/// Two guards in front of everything. The host guard stops DNS rebinding: a page of a stranger whose name suddenly resolves
/// to this machine still sends the stranger's name. The origin guard stops a stranger's page from posting here with the
/// reader's rights. A request of a program, which sends neither header, passes.
/// </summary>
internal static class Guards
{
    public static IApplicationBuilder UseHostGuard(this IApplicationBuilder app) => app.Use((context, next) =>
        IsOurs(context.Request.Host, context.Connection.LocalPort) ? next(context) : Problem.HostUnknown.WriteAsync(context));

    public static IApplicationBuilder UseOriginGuard(this IApplicationBuilder app)
    {
        var behindProxy = app.ApplicationServices.GetRequiredService<Settings>().UnderFunctionsHost;
        return app.Use((context, next) =>
            IsSafe(context.Request.Method) || IsSameOrigin(context.Request, behindProxy) ? next(context) : Problem.CrossSite.WriteAsync(context));
    }

    private static bool IsOurs(HostString host, int localPort)
    {
        const int implied = 80;
        return host.HasValue && (host.Port ?? implied) == localPort
            && (host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.Host is "127.0.0.1" or "[::1]");
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsSameOrigin(HttpRequest request, bool behindProxy)
    {
        // "same-site" is not enough: another port of localhost is the same site.
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0 && site is not ["same-origin" or "none"]) return false;

        var origin = request.Headers.Origin;
        if (origin.Count == 0) return true;
        return origin is [{ } given] && Uri.TryCreate(given, UriKind.Absolute, out var theirs) && Uri.TryCreate(OwnOrigin(request, behindProxy, theirs.Scheme), UriKind.Absolute, out var own)
            && Uri.Compare(theirs, own, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
    }

    /// <summary>
    /// The Functions host overwrites these headers, so that they can be trusted behind it and only there. Where something in
    /// front of the host ends TLS, it says "http" to a reader who sees https; the other way round nobody can be.
    /// </summary>
    private static string OwnOrigin(HttpRequest request, bool behindProxy, string theirScheme) =>
        behindProxy && request.Headers["X-Forwarded-Host"] is [{ Length: > 0 } host]
            ? $"{(theirScheme == Uri.UriSchemeHttp && request.Headers["X-Forwarded-Proto"] is ["http"] ? "http" : "https")}://{host}"
            : $"{request.Scheme}://{request.Host}";
}
