using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Http;

/// <summary>The round that an address names, as it was at the moment that the query names.</summary>
internal static class RoundAsOf
{
    /// <param name="asOf">Null for now.</param>
    /// <returns>The round, or what is wrong with the question.</returns>
    public static async Task<(OpenedRound? Round, IResult? Objection)> FindAsync(RoundLog log, string round, string? asOf, CancellationToken cancellationToken)
    {
        if (!TryMoment(asOf, out var moment)) return (null, Problem.BadRequest.With(QueryFindings.TimeUnknown.At(Place.Nowhere, nameof(asOf))));
        return RoundId.TryParse(round, out var id) && await log.FindAsync(id, moment, cancellationToken) is { } found
            ? (found, null)
            : (null, RoundEndpoints.Unknown(round));
    }

    /// <returns>False if it can't be read; no text is no moment.</returns>
    public static bool TryMoment(string? text, out DateTimeOffset? moment)
    {
        moment = null;
        if (text is null) return true;
        if (!DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var given))
            return false;
        moment = given;
        return true;
    }
}
