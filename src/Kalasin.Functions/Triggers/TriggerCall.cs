using System.Text.Json;

namespace Kalasin.Functions.Triggers;

/// <summary>
/// The one way a call of the Functions host is taken and answered, so that no trigger can give an answer that hangs the host
/// (nothing, 204, <c>null</c>) or that it counts as failure (text). Done is always the same 200; whatever goes wrong is a 500
/// with a body, after which the host tries a queue's message again and finally puts it to poison.
/// </summary>
internal sealed partial class TriggerCall(string function, Func<IServiceProvider, Envelope, CancellationToken, Task> run)
{
    /// <summary>Far below the host's limit of 10 minutes, at which it kills the program with everything in flight.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public async Task AnswerAsync(HttpContext context)
    {
        // The proxy marks every call from outside; the host's own calls come without it.
        if (context.Request.Headers.ContainsKey("X-Forwarded-Host"))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        using var time = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        time.CancelAfter(Longest);
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, time.Token);
            await run(context.RequestServices, Envelope.Read(body.GetBuffer().AsSpan(0, (int)body.Length)), time.Token);
            await WriteAsync(context, StatusCodes.Status200OK, """{"Outputs":{},"Logs":[],"ReturnValue":null}""");
        }
        catch (Exception failure) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Failed(context.RequestServices.GetRequiredService<ILogger<TriggerCall>>(), failure, function, context.TraceIdentifier);
            var said = JsonEncodedText.Encode($"{function}: {failure.GetType().Name}, {context.TraceIdentifier}");
            await WriteAsync(context, StatusCodes.Status500InternalServerError, $$"""{"Outputs":{},"Logs":["{{said}}"],"ReturnValue":null}""");
        }
    }

    private static Task WriteAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed, call {Reference}")]
    private static partial void Failed(ILogger log, Exception failure, string function, string reference);
}
