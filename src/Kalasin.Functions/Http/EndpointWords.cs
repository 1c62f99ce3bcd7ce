using Kalasin.Evaluation;
using Kalasin.Evaluation.Documents;

namespace Kalasin.Functions.Http;

/// <summary>
/// What an endpoint says of itself where it is mapped, beside its parameters and its policy: all that the description of the API is made of.
/// What any endpoint of its kind may answer (401, 404, 429 …) is not said again.
/// </summary>
internal static class EndpointWords
{
    /// <param name="thai">What it does, in Thai.</param>
    /// <param name="english">The same in English.</param>
    public static RouteHandlerBuilder Tell(this RouteHandlerBuilder endpoint, string thai, string english) =>
        endpoint.WithSummary($"{thai} / {english}");

    /// <summary>The answer has a tag; whoever names it again gets 304.</summary>
    public static RouteHandlerBuilder Tagged<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<T>().Produces(StatusCodes.Status304NotModified);

    /// <summary>Bytes of one of these media types, beside what else it answers.</summary>
    public static RouteHandlerBuilder Gives(this RouteHandlerBuilder endpoint, params string[] mediaTypes) => endpoint.WithMetadata(new GivenBytes(mediaTypes));

    /// <summary>A report in Word or PDF.</summary>
    public static RouteHandlerBuilder GivesReport(this RouteHandlerBuilder endpoint) =>
        endpoint.Gives(FileFormat.Of(ReportFormat.Pdf).MediaType, FileFormat.Of(ReportFormat.Word).MediaType);

    /// <summary>Problems beyond those that any endpoint of its kind may answer with.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses) endpoint.Produces<ProblemAnswer>(status, "application/problem+json");
        return endpoint;
    }

    /// <summary>It finds nothing missing, though its address has parts: it makes what they name, or says the same wherever.</summary>
    public static RouteHandlerBuilder NeverMissing(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new NeverMissing());

    /// <summary>What has to be sent as its body.</summary>
    /// <param name="name">What it is, as the description calls it; null for bytes.</param>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, string mediaType, string? name = null) =>
        endpoint.WithMetadata(new TakenBody(mediaType, name));

    /// <summary>Files in a form.</summary>
    public static RouteHandlerBuilder TakesFiles(this RouteHandlerBuilder endpoint) =>
        endpoint.Takes("multipart/form-data", "Files").Fails(StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);

    /// <summary>A header that it reads.</summary>
    public static RouteHandlerBuilder Reads(this RouteHandlerBuilder endpoint, string header, bool required = false) =>
        endpoint.WithMetadata(new ReadHeader(header, required));

    /// <summary>A repetition is known by its key.</summary>
    public static RouteHandlerBuilder Keyed(this RouteHandlerBuilder endpoint) => endpoint.Reads("Idempotency-Key");
}

internal sealed record TakenBody(string MediaType, string? Name);

internal sealed record NeverMissing;

internal sealed record ReadHeader(string Name, bool Required);

internal sealed record GivenBytes(IReadOnlyList<string> MediaTypes);

/// <summary>An answer that is rules as JSON.</summary>
internal sealed record GivenRules(string Name);
