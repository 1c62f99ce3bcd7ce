using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Http;

/// <summary>A document as a download, written while it is sent.</summary>
/// <param name="name">File name without ending, ASCII; its first word says which document it is.</param>
internal sealed class DocumentAnswer(ReportDocument document, ReportFormat format, string name) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var file = FileFormat.Of(format);
        httpContext.Response.ContentType = file.MediaType;
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{file.Ending}\"";
        return httpContext.RequestServices.GetRequiredService<Instruments>().RenderAsync(
            name[..name.IndexOf('-', StringComparison.Ordinal)], format, () =>
                document.WriteAsync(httpContext.Response.Body, format, httpContext.RequestAborted));
    }
}
