using Kalasin.Functions.Http;

namespace Kalasin.Functions.OpenApi;

/// <summary><c>openapi/v1.json</c> and <c>docs</c>: what the API is, for programs and for people. Open to anybody: it says nothing of any round.</summary>
internal static class DescriptionEndpoints
{
    /// <param name="parts">What the service is made of: tells parameters that a caller sends from parts of ours.</param>
    public static IEndpointRouteBuilder MapDescription(this IEndpointRouteBuilder api, IServiceCollection parts)
    {
        // Not made before somebody asks, and then once: it takes longer than the whole start, and loads libraries that nothing else needs.
        var description = new Lazy<Task<byte[]>>(() => ApiDescription.MakeAsync(api.ServiceProvider, parts));
        var open = api.MapGroup("").AllowAnonymous().WithTags("Description");
        open.MapGet("/openapi/v1.json", ShowAsync).Tell("คำอธิบาย API นี้", "This description").Gives("application/json");
        open.MapGet("/docs", ReferencePage.Show).Tell("หน้าทดลองเรียก API", "The page that shows this description")
            .Gives("text/html").WithSecurityHeadersPolicy(SecurityHeaders.Reference);
        open.MapGet("/docs/{name}", ReferencePage.Serve).Tell("ไฟล์ของหน้านั้น", "A file of that page").Gives("text/javascript");
        return api;

        async Task<IResult> ShowAsync()
        {
            var json = await description.Value;
            return TypedResults.Bytes(json, "application/json; charset=utf-8", entityTag: TaggedAnswers.TagOf(json));
        }
    }
}
