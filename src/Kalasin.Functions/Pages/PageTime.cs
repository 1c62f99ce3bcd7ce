using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>Days that pages ask for; the day is Bangkok's.</summary>
internal static class PageTime
{
    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    public static bool TryDay(string text, out DateOnly? day)
    {
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known);
        day = isDay ? known : null;
        return isDay;
    }

    /// <summary>The round as it was at the end of a day.</summary>
    /// <param name="asOf">Null or empty for now.</param>
    /// <returns>The round and the day, or what is wrong with the question.</returns>
    public static async Task<(OpenedRound? Round, DateOnly? Day, IResult? Objection)> FindAsync(
        RoundLog log, string round, string? asOf, CancellationToken cancellationToken)
    {
        DateOnly? day = null;
        if (!string.IsNullOrEmpty(asOf) && (!TryDay(asOf, out day) || day >= DateOnly.MaxValue))
            return (null, null, Problem.BadRequest.With(QueryFindings.TimeUnknown.At(Place.Nowhere, nameof(asOf))));
        var (found, objection) = await RoundAsOf.FindAsync(log, round, EndOf(day), cancellationToken);
        return (found, found is null ? null : day, objection);
    }

    /// <summary>A page as of the end of a day; what leads to a place on it stays at its end.</summary>
    public static string AsOf(string address, DateOnly day)
    {
        var (page, place) = address.Split('#', 2) is [var before, var after] ? (before, $"#{after}") : (address, "");
        return $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{place}";
    }

    /// <summary>The last moment of a day.</summary>
    public static DateTimeOffset? EndOf(DateOnly? day) => day is { } known ? new DateTimeOffset(known.AddDays(1), default, Bangkok).AddTicks(-1) : null;
}
