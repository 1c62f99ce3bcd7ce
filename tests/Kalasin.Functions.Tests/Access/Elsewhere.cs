using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kalasin.Functions.Tests.Access;

/// <summary>
/// Lets a test's connection come from another machine and arrive at another address of this one, as headers of the request say.
/// </summary>
internal sealed class Elsewhere : IStartupFilter
{
    public const string From = "X-Test-From";
    public const string At = "X-Test-At";

    public static void Use(WebApplicationBuilder builder) => builder.Services.AddSingleton<IStartupFilter, Elsewhere>();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((HttpContext context, RequestDelegate then) =>
        {
            var (headers, connection) = (context.Request.Headers, context.Connection);
            if (IPAddress.TryParse(headers[From], out var from)) connection.RemoteIpAddress = from;
            if (IPAddress.TryParse(headers[At], out var at)) connection.LocalIpAddress = at;
            return then(context);
        });
        next(app);
    };
}
