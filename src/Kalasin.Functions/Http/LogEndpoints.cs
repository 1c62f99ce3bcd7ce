using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Functions.Access;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Http;

/// <summary><c>rounds/{round}/log</c>: everything that happened in a round, in words.</summary>
internal static class LogEndpoints
{
    public static IEndpointRouteBuilder MapLog(this IEndpointRouteBuilder api)
    {
        api.MapGet("/rounds/{round}/log", ListAsync).RequireAuthorization(Policies.Round)
            .Tell("บันทึกเหตุการณ์ของรอบ", "Everything that happened in a round").Tagged<ListAnswer<LogLine>>();
        return api;
    }

    /// <param name="after">What came after this entry.</param>
    /// <param name="since">What came at this moment or later.</param>
    /// <param name="asOf">What had come by this moment.</param>
    /// <param name="next">Token of the next page; takes the place of <paramref name="after"/>.</param>
    private static async Task<IResult> ListAsync(
        string round, HttpRequest request, RoundLog log, LogAnswers answers, TaggedAnswers tagged, CancellationToken cancellationToken,
        string? after = null, string? since = null, string? asOf = null, string? next = null)
    {
        if (!RoundAsOf.TryMoment(since, out var from)) return Problem.BadRequest.With(QueryFindings.TimeUnknown.At(Place.Nowhere, nameof(since)));
        if (!long.TryParse(next ?? after ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var last)) return Paging.Unknown;
        var (found, objection) = await RoundAsOf.FindAsync(log, round, asOf, cancellationToken);
        return found is null
            ? objection!
            : await tagged.OfAsync(request, found, ApiJson.Readable.ListAnswerLogLine, () => answers.PageAsync(found, last, from, cancellationToken));
    }
}
