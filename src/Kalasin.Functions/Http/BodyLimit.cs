using System.Buffers;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Http;

/// <summary>
/// Most bytes of a request's body, inclusive; put on an endpoint as metadata. We count instead of the server, because the
/// server would cut the connection, which the Functions host shows its caller as a 500. Instead a bounded rest is read and
/// thrown away, then comes the answer.
/// </summary>
internal sealed record BodyLimit(long Bytes)
{
    /// <summary>For everything that takes no files.</summary>
    public static BodyLimit Default { get; } = new(1_000_000);

    /// <summary>For uploads; below the 104,857,600 bytes that the Functions host lets through.</summary>
    public static BodyLimit Upload { get; } = new(100_000_000);

    /// <summary>For a round as one file. The Functions host lets no more through than for an upload: what is larger goes by the command line.</summary>
    public static BodyLimit RoundFile { get; } = new(4_000_000_000);
}

/// <summary>More bytes came than the endpoint takes.</summary>
internal sealed class BodyTooLargeException(long limit) : Exception($"The body has more than {limit} bytes.")
{
    public long Limit => limit;
}

internal static class BodyLimits
{
    /// <summary>What is read and thrown away at most: all that the Functions host can send.</summary>
    private const long MostDrained = 110_000_000;
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(30);

    public static IApplicationBuilder UseBodyLimit(this IApplicationBuilder app) => app.Use(GuardAsync);

    private static async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var (request, body) = (context.Request, context.Request.Body);
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>() ?? BodyLimit.Default;
        try
        {
            if (request.ContentLength > limit.Bytes) throw new BodyTooLargeException(limit.Bytes);
            request.Body = new CountedBody(body, limit.Bytes);
            await next(context);
        }
        catch (BodyTooLargeException tooLarge) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            // A client that asked first whether to send at all gets its answer at once.
            if (request.Headers.Expect.Count == 0 || request.ContentLength is null) await DrainAsync(body, context);
            context.Response.Headers.Connection = "close";
            await Problem.TooLarge.WriteAsync(
                context, TransportFindings.RequestTooLarge.At(Evaluation.Place.Nowhere, ThaiNumerals.Number(tooLarge.Limit / 1_000_000)));
        }
        finally
        {
            request.Body = body;
        }
    }

    private static async Task DrainAsync(Stream body, HttpContext context)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        time.CancelAfter(LongestDrain);
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            long drained = 0;
            for (int read; drained < MostDrained && (read = await body.ReadAsync(buffer, time.Token)) > 0;) drained += read;
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException && !context.RequestAborted.IsCancellationRequested)
        {
            // Whoever sends too much and then breaks off or dawdles gets the answer anyway.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
