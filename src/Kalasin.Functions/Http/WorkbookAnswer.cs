using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Functions.Telemetry;

namespace Kalasin.Functions.Http;

/// <summary>A workbook as a download, written while it is sent.</summary>
/// <param name="workbook">The workbook.</param>
/// <param name="name">File name without ending, ASCII; its first word says which document it is.</param>
internal sealed class WorkbookAnswer(Workbook workbook, string name) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = FileFormat.Excel.MediaType;
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{FileFormat.Excel.Ending}\"";
        return httpContext.RequestServices.GetRequiredService<Instruments>().RenderAsync(
            name[..name.IndexOf('-', StringComparison.Ordinal)], "excel", () => workbook.WriteAsync(httpContext.Response.Body, httpContext.RequestAborted));
    }
}
