using System.Collections.Immutable;
using System.Globalization;
using Kalasin.Evaluation;
using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Pages;

/// <summary>The page of a round's log: who decided what, when and why.</summary>
internal static class LogPages
{
    public static void MapLogPage(this IEndpointRouteBuilder pages) => pages.MapGet("/rounds/{round}/log", ShowAsync).RequireAuthorization(Policies.Round);

    /// <param name="after">The entry after which to begin; with neither this nor a day, the newest page.</param>
    /// <param name="since">The day from which to begin.</param>
    /// <param name="asOf">The day at whose end it ends.</param>
    private static async Task<IResult> ShowAsync(
        string round, RoundLog log, VaultContent content, ResultsService results, Installation installation, CancellationToken cancellationToken,
        string? after = null, string? since = null, string? asOf = null)
    {
        DateOnly? day = null;
        if (!string.IsNullOrEmpty(since) && !PageTime.TryDay(since, out day))
            return Problem.BadRequest.With(QueryFindings.TimeUnknown.At(Place.Nowhere, nameof(since)));
        long? from = null;
        if (!string.IsNullOrEmpty(after))
        {
            if (!long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return Paging.Unknown;
            from = number;
        }
        var (found, last, objection) = await PageTime.FindAsync(log, round, asOf, cancellationToken);
        if (found is null) return objection!;
        var first = from ?? (day is null ? Math.Max(0, found.State.Sequence - Page.Size) : 0);
        var (lines, words, telling) = (ImmutableArray.CreateBuilder<LogLineView>(), new SpokenWords(found, content), new LogTelling(found, results));
        long? next = null;
        await foreach (var (number, entry) in log.EntriesAsync(found, first, cancellationToken))
        {
            if (day is { } wanted && BangkokTime.Date(entry.At) < wanted) continue;
            if (lines.Count == Page.Size)
            {
                next = lines[^1].Number;
                break;
            }
            var texts = ImmutableArray.CreateBuilder<BilingualText>();
            foreach (var text in entry.Event.Texts) texts.Add(await words.TextAsync(text, cancellationToken));
            lines.Add(new(number, entry.Actor.RoleName, entry.At, await telling.TellAsync(number, entry, cancellationToken), texts.ToImmutable()));
        }
        return PageAnswer.Of<LogPage>(new LogView(found.Id.Value)
        {
            IsSample = installation.IsSample,
            AsOf = last,
            InRound = found.Id.Value,
            Trail = LinksView.TrailOf(found),
            Lines = [.. lines.AsEnumerable().Reverse()],
            Since = day,
            Earlier = day is null && first > 0 ? Math.Max(0, first - Page.Size) : null,
            Later = next,
            Last = found.State.Sequence,
        });
    }
}

/// <summary>A page of a round's log.</summary>
/// <param name="Round">The round.</param>
public sealed record LogView(string Round) : PageView(new BilingualText("บันทึกของรอบ", "The round's log"))
{
    /// <summary>Newest first.</summary>
    public required ImmutableArray<LogLineView> Lines { get; init; }

    /// <summary>Only what came on this day or later; null for everything.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The entry after which the page before begins; null for none.</summary>
    public long? Earlier { get; init; }

    /// <summary>The entry after which the next page begins; null for none.</summary>
    public long? Later { get; init; }

    /// <summary>Number of the newest entry.</summary>
    public required long Last { get; init; }
}

/// <summary>An entry of the log in words.</summary>
/// <param name="Number">Its place in the log.</param>
/// <param name="Who">In what role; never a name.</param>
/// <param name="At">When.</param>
/// <param name="Told">What happened.</param>
/// <param name="Texts">What was said with it.</param>
public sealed record LogLineView(long Number, BilingualText Who, DateTimeOffset At, BilingualText Told, ImmutableArray<BilingualText> Texts);
