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
        return await FindAsync(log, round, moment, cancellationToken);
    }

    /// <param name="moment">Null for now.</param>
    /// <returns>The round, or why there is none: nobody opened it, or only later.</returns>
    public static async Task<(OpenedRound? Round, IResult? Objection)> FindAsync(
        RoundLog log, string round, DateTimeOffset? moment, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(round, cancellationToken) is not { } now) return (null, RoundEndpoints.Unknown(round));
        if (moment is not { } then) return (now, null);
        if (await log.FindAsync(now.Id, then, cancellationToken) is { } found) return (found, null);
        var opened = BangkokTime.DateAndTime(now.State.Rules[0].Since);
        return (null, Problem.NotFound.With(RoundServiceFindings.NotOpenYet.At(Place.Nowhere, now.Id.Value, opened)));
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
