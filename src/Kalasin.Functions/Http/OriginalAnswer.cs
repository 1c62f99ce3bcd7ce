using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;
using Microsoft.Net.Http.Headers;

namespace Kalasin.Functions.Http;

/// <summary>
/// An original as it was sent: always a download. What is found damaged before its first byte is a problem; a large one of which
/// that is seen only on the way breaks off short of the length that was announced, so that nobody's browser takes it for whole.
/// </summary>
/// <param name="size">Its bytes.</param>
/// <param name="name">As the sender gave it.</param>
internal sealed class OriginalAnswer(VaultContent content, RoundId round, ContentHash hash, long size, string name) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, disposition) = (httpContext.Response, new ContentDispositionHeaderValue("attachment"));
        disposition.SetHttpFileName(name);
        (response.ContentType, response.ContentLength, response.Headers.ContentDisposition) = ("application/octet-stream", size, disposition.ToString());
        return content.CopyAsync(round, hash, size, response.Body, httpContext.RequestAborted);
    }
}
