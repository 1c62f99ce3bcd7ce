using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Binder;

/// <summary><c>rounds/{round}/binder</c>: everything that an inspector or the giver of the award may ask for, as one zip.</summary>
internal static class BinderEndpoint
{
    public static IEndpointRouteBuilder MapBinder(this IEndpointRouteBuilder api)
    {
        api.MapGet("/rounds/{round}/binder", ShowAsync).RequireAuthorization(Policies.Round)
            .Tell(
                "แฟ้มรวมของรอบ: รายงาน หนังสือ สำเนาที่ลงนาม ต้นฉบับ หลักฐาน และรายการ SHA-256",
                "The round's binder: report, letter, signed copies, originals, evidence and SHA-256 manifest").Gives("application/zip");
        return api;
    }

    private static async Task<IResult> ShowAsync(string round, RoundLog log, BinderParts parts, CancellationToken cancellationToken, string? asOf = null)
    {
        var (found, objection) = await RoundAsOf.FindAsync(log, round, asOf, cancellationToken);
        return found is null ? objection! : new BinderAnswer(await parts.FindAsync(found, cancellationToken));
    }

    /// <summary>Written while it is sent. What fails on the way cuts the connection, so that nobody takes the beginning for the whole.</summary>
    private sealed class BinderAnswer(BinderFile binder) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            (response.ContentType, response.Headers.ContentDisposition) = ("application/zip", $"attachment; filename=\"{binder.FileName}\"");
            return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : binder.WriteAsync(response.Body, null, httpContext.RequestAborted);
        }
    }
}
