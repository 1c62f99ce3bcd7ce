using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace Kalasin.Functions.Triggers;

/// <summary>Everything under <c>/app/</c>. Only its address: the host passes the request itself on to our own server, which answers it.</summary>
internal static class Pages
{
    [Function(nameof(Pages))]
    public static void Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "app/{*path}")] HttpRequestData request) { }
}
