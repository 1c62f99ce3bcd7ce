using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Http;

/// <summary>Turns whatever goes wrong further in into a problem answer; nothing of an exception leaves the program.</summary>
internal static partial class ProblemAnswers
{
    private const int ClientGone = 499;
    private const string SecondsUntilLessBusy = "120";

    public static IApplicationBuilder UseProblems(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Kalasin.Functions.Http");
        return app.Use((context, next) => AnswerAsync(context, next, log));
    }

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next, ILogger log)
    {
        try
        {
            await next(context);
            var response = context.Response;
            if (response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
                await Problem.OfStatus(response.StatusCode).WriteAsync(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            if (!context.Response.HasStarted) context.Response.StatusCode = ClientGone;
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            switch (failure)
            {
                case StorageUnavailableException storage:
                    StorageFailed(log, storage, context.TraceIdentifier, storage.Finding.Code);
                    await Problem.StorageUnavailable.WriteAsync(context, storage.Finding);
                    break;
                case ReadingBusyException busy:
                    context.Response.Headers.RetryAfter = SecondsUntilLessBusy;
                    await Problem.Busy.WriteAsync(context, busy.Finding);
                    break;
                case DamagedException erased when erased.Finding.Code == ErasureFindings.Erased.Code:
                    await Problem.Gone.WriteAsync(context, erased.Finding);
                    break;
                case DamagedException damage:
                    Damaged(log, damage, context.TraceIdentifier, damage.Finding.Code);
                    await Problem.Damaged.WriteAsync(context, damage.Finding);
                    break;
                case BadHttpRequestException bad:
                    await Problem.OfStatus(bad.StatusCode).WriteAsync(context);
                    break;
                default:
                    Unexpected(log, failure, context.TraceIdentifier);
                    await Problem.Unexpected.WriteAsync(context);
                    break;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Storage unavailable in request {Reference}: {Code}")]
    private static partial void StorageFailed(ILogger log, Exception failure, string reference, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Damage met in request {Reference}: {Code}")]
    private static partial void Damaged(ILogger log, Exception damage, string reference, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected failure in request {Reference}")]
    private static partial void Unexpected(ILogger log, Exception failure, string reference);
}
