using Kalasin.Evaluation;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Http;

/// <summary>A document as a download, written while it is sent.</summary>
/// <param name="name">File name without ending, ASCII; its first word says which document it is.</param>
internal sealed class DocumentAnswer(ReportDocument document, ReportFormat format, string name) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (type, ending) = format == ReportFormat.Pdf ? ("application/pdf", "pdf") : ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");
        httpContext.Response.ContentType = type;
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{ending}\"";
        return httpContext.RequestServices.GetRequiredService<Instruments>().RenderAsync(
            name[..name.IndexOf('-', StringComparison.Ordinal)], format, () => document.WriteAsync(httpContext.Response.Body, format, httpContext.RequestAborted));
    }

    /// <returns>Null for a format that documents are not written in.</returns>
    public static ReportFormat? FormatOf(string format) => format switch { "docx" => ReportFormat.Word, "pdf" => ReportFormat.Pdf, _ => null };
}
