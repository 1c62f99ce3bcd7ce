using System.Collections.Immutable;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Storage;

namespace Kalasin.Functions.Rounds;

/// <summary>
/// Tells entries of a round's log. They name rows by codes alone, since what a row says is content; whoever is told gets the row's number,
/// looked up in the version that was decided about. Made for one answer: what was read for one entry serves the others.
/// </summary>
internal sealed class LogTelling(OpenedRound round, ResultsService results)
{
    /// <summary>
    /// Versions that are looked through for a row, newest first: rows are decided about in the current version, and others came after it
    /// only if they were withdrawn.
    /// </summary>
    private const int MostVersions = 8;

    private readonly Dictionary<ContentHash, ImmutableDictionary<RowFingerprint, int>> read = [];

    /// <summary>What happened, in a sentence.</summary>
    /// <param name="number">The entry's sequence.</param>
    public async Task<BilingualText> TellAsync(long number, RoundEntry entry, CancellationToken cancellationToken) =>
        entry.Event.Tell(await WithRowsAsync(entry.Event.Rows.Select(r => (number, r.Indicator, r.Row)), cancellationToken));

    /// <summary>The names that sentences about rows need.</summary>
    /// <param name="named">Rows, each with the entry that names it.</param>
    public async Task<Telling> WithRowsAsync(
        IEnumerable<(long Number, IndicatorNumber Indicator, RowFingerprint Row)> named, CancellationToken cancellationToken)
    {
        var rows = ImmutableDictionary.CreateBuilder<(IndicatorNumber, RowFingerprint), RowPlace>();
        foreach (var (number, indicator, row) in named)
            if (await FindAsync(number, indicator, row, cancellationToken) is { } place) rows[(indicator, row)] = place;
        return new(round.Rules) { Rows = rows.ToImmutable() };
    }

    private async Task<RowPlace?> FindAsync(long number, IndicatorNumber indicator, RowFingerprint row, CancellationToken cancellationToken)
    {
        if (!round.State.Returns.TryGetValue((row.Unit, indicator), out var versions)) return null;
        var earlier = versions.Reverse().SkipWhile(v => round.State.ReceiptSequences[v.Receipt.Value - 1] > number);
        foreach (var version in earlier.Take(MostVersions))
            if ((await RowsAsync(new(row.Unit, indicator, version.Version, version.Content), cancellationToken)).TryGetValue(row, out var place))
                return new(version.Version, place);
        return null;
    }

    /// <summary>Numbers of the rows of a version; none where it was erased or is lost.</summary>
    private async Task<ImmutableDictionary<RowFingerprint, int>> RowsAsync(ReturnHead version, CancellationToken cancellationToken)
    {
        if (read.TryGetValue(version.Content, out var known)) return known;
        var numbers = ImmutableDictionary.CreateBuilder<RowFingerprint, int>();
        try
        {
            var value = (await results.ReturnsAsync(round, [version], cancellationToken))[0];
            foreach (var row in value.Rows) numbers.TryAdd(RowFingerprint.Of(version.Unit, row), row.Number);
        }
        catch (DamagedException)
        {
            // The entry is told without the number; health tells what was found damaged.
        }
        return read[version.Content] = numbers.ToImmutable();
    }
}
