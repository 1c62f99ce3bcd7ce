using System.Globalization;
using System.Text.Json;
using Kalasin.Evaluation;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Http;

/// <summary><c>rounds/{round}/log</c>: everything that happened in a round, in words.</summary>
internal static class LogEndpoints
{
    public static IEndpointRouteBuilder MapLog(this IEndpointRouteBuilder api)
    {
        api.MapGet("/rounds/{round}/log", ListAsync).RequireAuthorization(Policies.Round);
        return api;
    }

    /// <param name="after">What came after this entry.</param>
    /// <param name="since">What came at this moment or later.</param>
    /// <param name="asOf">What had come by this moment.</param>
    /// <param name="next">Token of the next page; takes the place of <paramref name="after"/>.</param>
    private static async Task<IResult> ListAsync(
        string round, RoundLog log, LogAnswers answers, CancellationToken cancellationToken,
        string? after = null, string? since = null, string? asOf = null, string? next = null)
    {
        if (!ResultEndpoints.TryMoment(since, out var from)) return Problem.BadRequest.With(QueryFindings.TimeUnknown.At(Place.Nowhere, "since"));
        if (!ResultEndpoints.TryMoment(asOf, out var to)) return Problem.BadRequest.With(QueryFindings.TimeUnknown.At(Place.Nowhere, "asOf"));
        if (!long.TryParse(next ?? after ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            return Problem.BadRequest.With(QueryFindings.PageUnknown.At(Place.Nowhere));
        if (!RoundId.TryParse(round, out var id) || await log.FindAsync(id, to, cancellationToken) is not { } found) return RoundEndpoints.Unknown(round);
        var page = await answers.PageAsync(found, last, from, cancellationToken);
        var json = JsonSerializer.SerializeToUtf8Bytes(page, ApiJson.Readable.ListAnswerLogLine);
        // A log that says the same ends in the same head, and a page of it is named by the rest of its address.
        return TypedResults.Bytes(json, "application/json; charset=utf-8", entityTag: new($"\"{found.State.Head}\""));
    }
}
