using System.Text.Json.Serialization.Metadata;

namespace Kalasin.Functions.Http;

/// <summary>Something new, and where it is: 201.</summary>
internal sealed class CreatedAnswer<T>(string location, T answer, JsonTypeInfo<T> form) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status201Created;
        httpContext.Response.Headers.Location = location;
        return httpContext.Response.WriteAsJsonAsync(answer, form, "application/json; charset=utf-8", httpContext.RequestAborted);
    }
}
